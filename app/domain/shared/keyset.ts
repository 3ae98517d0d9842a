import { type Cursor, decodeCursor, encodeCursor, type Page, type PageRequest } from "./page.ts";

/** The column a list is sorted by. `id` breaks ties in the same direction. */
export type KeysetSort<Row> = {
  column: string;
  direction: "asc" | "desc";
  /** The row's sort key as text, and back. `parse` gives null for what is no key. */
  keyOf: (row: Row) => string;
  parse: (key: string) => Date | number | bigint | null;
};

/** One slice to fetch: conditions to add with AND, the order (and its direction, for merging lists), and how many rows. */
export type KeysetSlice = { where: object[]; orderBy: object[]; direction: "asc" | "desc"; take: number };

/** As `toISOString` writes the years 1000 to 9999: the database does not know every time that JavaScript knows. */
const isoTime = /^[1-9]\d{3}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

export const dateKey = {
  parse: (key: string): Date | null => {
    const date = isoTime.test(key) ? new Date(key) : null;
    return date === null || Number.isNaN(date.getTime()) ? null : date;
  },
};

export const numberKey = {
  parse: (key: string): number | null => (/^-?\d{1,9}$/.test(key) ? Number(key) : null),
};

export const bigKey = {
  parse: (key: string): bigint | null => (/^-?\d{1,18}$/.test(key) ? BigInt(key) : null),
};

/**
 * One page of a list by keyset: the database starts at the cursor's key in the index, so that any page costs what the first costs.
 * A cursor that cannot be read, or was made for another order, starts at the beginning.
 */
export async function keysetPage<Row extends { id: string }>(
  request: PageRequest,
  sort: KeysetSort<Row>,
  fetch: (slice: KeysetSlice) => Promise<Row[]>,
): Promise<Page<Row>> {
  const after = readCursor(request.after, sort);
  const before = after ? null : readCursor(request.before, sort);
  const backwards = before !== null;
  const direction = backwards ? opposite(sort.direction) : sort.direction;
  const cursor = after ?? before;
  const rows = await fetch({
    where: cursor ? beyond(sort.column, direction, cursor) : [],
    orderBy: [{ [sort.column]: direction }, { id: direction }],
    direction,
    take: request.size + 1,
  });
  const more = rows.length > request.size;
  const items = rows.slice(0, request.size);
  if (backwards) items.reverse();
  const first = items.at(0);
  const last = items.at(-1);
  const cursorOf = (row: Row): string => encodeCursor({ key: sort.keyOf(row), id: row.id });
  return {
    items,
    next: last && (backwards || more) ? cursorOf(last) : null,
    previous: first && (backwards ? more : cursor !== null) ? cursorOf(first) : null,
  };
}

type ReadCursor = { key: Date | number | bigint; id: string };

function readCursor<Row>(text: string | null | undefined, sort: KeysetSort<Row>): ReadCursor | null {
  const cursor: Cursor | null = decodeCursor(text);
  const key = cursor ? sort.parse(cursor.key) : null;
  return cursor && key !== null ? { key, id: cursor.id } : null;
}

const opposite = (direction: "asc" | "desc") => (direction === "asc" ? "desc" : "asc");

/** Rows after (key, id). The first condition says nothing new but bounds the index scan; the second alone would filter row by row. */
function beyond(column: string, direction: "asc" | "desc", { key, id }: ReadCursor): object[] {
  const [strictly, orEqual] = direction === "asc" ? ["gt", "gte"] : ["lt", "lte"];
  return [
    { [column]: { [orEqual]: key } },
    { OR: [{ [column]: { [strictly]: key } }, { [column]: key, id: { [strictly]: id } }] },
  ];
}
