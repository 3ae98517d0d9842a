import { languageOf } from "#app/ui/language-of.ts";

/** A person's text as it was typed, with pieces of it marked: what looks like personal data, or what stands in its place. */
export function MarkedText({ text, findings }: { text: string; findings: readonly { start: number; end: number }[] }) {
  const pieces: { text: string; marked: boolean; at: number }[] = [];
  let at = 0;
  for (const { start, end } of findings) {
    pieces.push(
      { text: text.slice(at, start), marked: false, at },
      { text: text.slice(start, end), marked: true, at: start },
    );
    at = end;
  }
  pieces.push({ text: text.slice(at), marked: false, at });
  return (
    <div dir="auto" lang={languageOf(text)} className="whitespace-pre-wrap wrap-anywhere">
      {pieces.map((piece) => (piece.marked ? <mark key={piece.at}>{piece.text}</mark> : piece.text))}
    </div>
  );
}
