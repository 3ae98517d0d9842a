import { fitsLength, graphemeLength, storedLine, storedText } from "./normalize-text.ts";

/**
 * How many more characters a typed text may have, counted as the server counts them: of the text as it would be stored (line ends unified,
 * blank ends dropped), in characters as a reader sees them. Emoji families and combined characters are one each.
 *
 * @param limit largest length that is accepted
 * @param lines whether it is a text of several lines
 * @returns the room left, 0 when it is exactly full, below 0 by how many characters it is too long
 */
export function roomLeft(typed: string, limit: number, lines: boolean): number {
  const stored = lines ? storedText(typed) : storedLine(typed);
  const left = limit - graphemeLength(stored);
  // one "character" built of thousands of marks is too long although it counts as one
  return fitsLength(stored, limit) ? left : Math.min(left, -1);
}
