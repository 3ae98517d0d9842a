/**
 * Joins class names and leaves out what is false, empty or missing.
 *
 * @returns one string, or `undefined` when nothing is left, so that React writes no empty `class` attribute
 */
export function classNames(...parts: ReadonlyArray<string | false | null | undefined>): string | undefined {
  const kept = parts.filter(Boolean);
  return kept.length === 0 ? undefined : kept.join(" ");
}
