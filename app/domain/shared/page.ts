import { isUuid } from "./uuid.ts";

/** One screenful of a list, in the order asked for; `next`/`previous` are opaque cursors or null at the ends. */
export type Page<T> = { items: T[]; next: string | null; previous: string | null };

/** Where a page starts: after a cursor, before one, or at the beginning. */
export type PageRequest = { after?: string | null; before?: string | null; size: number };

/** Cursor = sort key + id of a row; keyset paging, so that page 5,000 costs what page 1 costs. */
export type Cursor = { key: string; id: string };

/** A cursor as it stands in an address. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.key, cursor.id])).toString("base64url");
}

/** Null for anything that was not made by `encodeCursor`: a bad cursor starts the list anew. */
export function decodeCursor(text: string | null | undefined): Cursor | null {
  if (!text || text.length > 200) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [key, id] = value as unknown[];
    if (typeof key !== "string" || typeof id !== "string" || !isUuid(id)) return null;
    return { key, id };
  } catch {
    return null;
  }
}
