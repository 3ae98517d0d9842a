import type { Finding } from "./flag.ts";

type Range = { start: number; end: number };

/** Where to mark a field's text: everything found in it, in order, pieces that overlap as one. */
export function marksOf(
  field: { name: string; text: string; findings: readonly Range[] },
  flags: readonly Finding[],
): Range[] {
  const flagged = flags.flatMap((flag) =>
    flag.field === field.name && flag.start !== null && flag.end !== null && flag.end <= field.text.length
      ? [{ start: flag.start, end: flag.end }]
      : [],
  );
  const marks: Range[] = [];
  for (const { start, end } of [...field.findings, ...flagged].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = marks.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else marks.push({ start, end });
  }
  return marks;
}
