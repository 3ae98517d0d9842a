/** How often a statement is seen before it is kept: lists of ids of any length make statements that never come again. */
const keptFrom = 5;

/** How many statements at most are kept. Each connection of the database keeps them on its own, with their plans. */
const mostKept = 400;

/** How many statements at most are counted before counting starts afresh: one with two thousand ids is a long text. */
const mostCounted = 500;

/**
 * Whoever looks for words (by pairs of letters, `@>`, or for one letter, `LIKE`) asks for many or for few, and which way is short depends on that:
 * a plan for any words would be a bad one for most. So such a statement is planned anew each time, which the database does with those that
 * have no name.
 */
const isPlannedEachTime = (sql: string) => / (?:@>|LIKE) /.test(sql);

/**
 * Names for the statements that are sent again and again: the database reads and analyses a named statement once per connection, and keeps its
 * plan where one for any value costs no more than those for the first five did.
 *
 * @returns for the text of a statement its name, the same for as long as the process runs; empty for one that is sent without.
 */
export function statementNames(): (statement: { sql: string }) => string {
  const names = new Map<string, string>();
  const seen = new Map<string, number>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (isPlannedEachTime(sql)) return "";
    if (names.size >= mostKept) return "";
    const times = (seen.get(sql) ?? 0) + 1;
    if (times < keptFrom) {
      if (seen.size >= mostCounted) seen.clear();
      seen.set(sql, times);
      return "";
    }
    seen.delete(sql);
    const name = `kept_${names.size}`;
    names.set(sql, name);
    return name;
  };
}
