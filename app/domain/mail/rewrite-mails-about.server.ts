import { isDeepStrictEqual } from "node:util";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { columnOf } from "#app/domain/shared/item-column.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { TrackedItem } from "./mail-message.ts";
import { repeatedWords, type WordsOf } from "./repeated-words.ts";

type Row = { template: string; params: Prisma.JsonValue; submissionId: string | null; commentId: string | null };

/**
 * Writes other words wherever a mail repeats an author's text, whatever its state and whoever it goes to, in the transaction that hides personal
 * data in that text: what waits leaves without it, and the log and a copy sent again do not show it either. What already left is with whoever
 * got it. A mail that is being handed to the mail server at this moment still leaves as it was. Words of the city on its own account (answers,
 * questions) stay; what it told an author may repeat a title and is written anew too.
 *
 * @param commentIds comments on the item whose authors were told words that repeat it
 * @returns how many mails read otherwise now
 */
export async function rewriteMailsAbout(
  context: TxContext,
  item: TrackedItem,
  rewrite: (text: string) => string,
  commentIds: readonly string[] = [],
): Promise<number> {
  const rows = await context.tx.mail.findMany({
    where: { OR: [columnOf(item), { commentId: { in: [...commentIds] } }, ...mailsOfOthers(item)] },
    select: { id: true, template: true, params: true, submissionId: true, commentId: true },
  });
  let count = 0;
  for (const { id, ...row } of rows) {
    const places = (repeatedWords as Record<string, Places | undefined>)[row.template];
    if (places === undefined) continue;
    const repeats = { row, item, commentIds };
    const params = rewrittenIn(row.params, places, (words, beside) =>
      words.some((one) => repeatsItem[one](repeats, beside)) ? rewrite : null,
    );
    if (isDeepStrictEqual(params, row.params)) continue;
    await context.tx.mail.update({ where: { id }, data: { params }, select: { id: true } });
    count += 1;
  }
  return count;
}

/** Messages about another item that repeat words of this one. */
function mailsOfOthers({ type, id, number }: TrackedItem): Prisma.MailWhereInput[] {
  if (type === "comment") return [];
  return [
    { template: "merged", params: { path: ["into", "number"], equals: number } },
    { template: "split", params: { path: ["part", "id"], equals: id } },
    { template: "desk-digest", params: { path: ["items"], array_contains: [{ submissionId: id }] } },
  ];
}

type Repeats = { row: Row; item: TrackedItem; commentIds: readonly string[] };

type Beside = { number?: unknown; submissionId?: unknown; part?: unknown };

/** Whether words of this kind are those of the item. `beside`: the params among which they stand. */
const repeatsItem: Record<WordsOf, (repeats: Repeats, beside: Beside) => boolean> = {
  item: ({ row, item }) => (row.submissionId ?? row.commentId) === item.id,
  said: ({ row, item, commentIds }) =>
    (row.submissionId ?? row.commentId) === item.id || commentIds.includes(row.commentId ?? ""),
  comment: ({ row, item }) => row.commentId === item.id,
  beside: ({ item }, { number, submissionId }) => number === item.number || submissionId === item.id,
  part: ({ item }, { part }) => (part as TrackedItem).id === item.id,
  city: () => false,
};

type Places = { [name: string]: WordsOf | readonly WordsOf[] | Places };

type Rewriting = (words: readonly WordsOf[], beside: Beside) => ((text: string) => string) | null;

/** Params with the words at these places written anew. */
function rewrittenIn(params: unknown, places: Places, rewriting: Rewriting): Prisma.InputJsonObject {
  const beside = params as Prisma.InputJsonObject;
  const entries = Object.entries(beside).map(([name, value]) => {
    const place = places[name];
    if (place === undefined || value === null) return [name, value] as const;
    if (typeof place === "string" || isList(place)) {
      const rewrite = rewriting(typeof place === "string" ? [place] : place, beside);
      return [name, typeof value === "string" && rewrite !== null ? rewrite(value) : value] as const;
    }
    const inner = Array.isArray(value)
      ? value.map((one) => rewrittenIn(one, place, rewriting))
      : rewrittenIn(value, place, rewriting);
    return [name, inner] as const;
  });
  return Object.fromEntries(entries);
}

function isList(place: readonly WordsOf[] | Places): place is readonly WordsOf[] {
  return Array.isArray(place);
}
