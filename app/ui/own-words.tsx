import { languageOf } from "./language-of.ts";

/** A few words of a person, a name or a title, in a line of ours: with a direction and a language of their own. */
export function OwnWords({ children }: { children: string }) {
  return <bdi lang={languageOf(children)}>{children}</bdi>;
}

/** A sentence of ours that cites a person's words. `sentence` holds them already; the first place counts. */
export function CitingSentence({ sentence, words }: { sentence: string; words: string }) {
  const at = sentence.indexOf(words);
  if (at === -1 || words === "") return <>{sentence}</>;
  return (
    <>
      {sentence.slice(0, at)}
      <OwnWords>{words}</OwnWords>
      {sentence.slice(at + words.length)}
    </>
  );
}
