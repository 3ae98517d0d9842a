/** Rows fetched at a time where a whole list is read: what is in memory of it at any moment. */
export const batchSize = 500;

/**
 * A whole list, one page after the other: the next is fetched when the one before has been taken, so that a list of any length needs the
 * memory of one page and holds no transaction open while somebody's slow line takes it.
 */
export async function* everyPage<T>(
  fetch: (after: string | null) => Promise<{ items: T[]; next: string | null }>,
): AsyncGenerator<T[]> {
  let after: string | null = null;
  do {
    const page: { items: T[]; next: string | null } = await fetch(after);
    yield page.items;
    after = page.next;
  } while (after !== null);
}
