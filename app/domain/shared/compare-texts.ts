import { diffArrays } from "diff";

/** A piece of a text that was changed: kept, taken out or put in. */
export type TextChange = { kind: "same" | "removed" | "added"; text: string };

/** Longest texts that are compared, in characters together; both versions of the longest answer fit in. */
const mostCompared = 40_000;

/**
 * What changed between two versions of a text, sentence by sentence: small enough to see what is new, large enough to be read aloud. Lines and
 * sentences stay as they are; what is the same in both is given too, so that the whole reads on.
 *
 * @returns null when nothing changed, or when the texts are too long to compare in reasonable time
 */
export function compareTexts(before: string, after: string): TextChange[] | null {
  if (before === after || before.length + after.length > mostCompared) return null;
  const changes = diffArrays(sentencesOf(before), sentencesOf(after), { timeout: 1_000 });
  if (changes === undefined) return null;
  return changes.map(({ value, added, removed }) => {
    const kind = added ? "added" : removed ? "removed" : "same";
    return { kind, text: value.join("") };
  });
}

/** Between two sentences, and around the end of a line, which is a piece of its own: a line that was added must not change the one above. */
const boundary = /(?<=[。!?])(?![。!?」』)])|(?<=[。!?][」』)])|(?<=[.!?] )|(?<=\n)(?!\n)|(?<!\n)(?=\n)/u;

/** A text in pieces; joined they are the text again. */
function sentencesOf(text: string): string[] {
  return text.replace(/\r\n?/g, "\n").split(boundary);
}
