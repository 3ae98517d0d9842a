import { isDeepStrictEqual } from "node:util";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import type { MailParams } from "./mail-message.ts";

/** Params that repeat the words of whoever sent the submission; those of a comment on it are not theirs. */
const submissionWords = ["title", "body", "expectedEffect", "area", "displayName", "organizationName"];

/** Params that repeat the words of whoever sent the comment. */
const commentWords = ["body", "commentBody"];

/**
 * Writes other words wherever a mail repeats an author's text, whatever its state, in the transaction that hides personal data in that text:
 * what waits leaves without it, and the log and a copy sent again do not show it either. What already left is with whoever got it. A mail
 * that is being handed to the mail server at this moment still leaves as it was. Words of the city (explanations, answers) stay.
 *
 * @returns how many mails read otherwise now
 */
export async function rewriteMailsAbout(
  context: TxContext,
  item: { submissionId: string } | { commentId: string },
  rewrite: (text: string) => string,
): Promise<number> {
  const rows = await context.tx.mail.findMany({ where: item, select: { id: true, template: true, params: true } });
  let count = 0;
  for (const { id, template, params } of rows) {
    const words = "submissionId" in item ? submissionWords : commentWords;
    const changed = rewritten(params, template === "answered" ? ["title"] : words, rewrite);
    if (changed === null) continue;
    await context.tx.mail.update({ where: { id }, data: { params: changed }, select: { id: true } });
    count += 1;
  }
  return "submissionId" in item ? count + (await rewriteDigests(context, item.submissionId, rewrite)) : count;
}

/** A desk's morning mail names many submissions; of these one title is written otherwise. */
async function rewriteDigests(
  context: TxContext,
  submissionId: string,
  rewrite: (text: string) => string,
): Promise<number> {
  const rows = await context.tx.mail.findMany({
    where: { template: "desk-digest", params: { path: ["items"], array_contains: [{ submissionId }] } },
    select: { id: true, params: true },
  });
  let count = 0;
  for (const { id, params } of rows) {
    const digest = params as MailParams["desk-digest"];
    const items = digest.items.map((item) =>
      item.submissionId === submissionId ? { ...item, title: rewrite(item.title) } : item,
    );
    if (isDeepStrictEqual(items, digest.items)) continue;
    await context.tx.mail.update({ where: { id }, data: { params: { ...digest, items } }, select: { id: true } });
    count += 1;
  }
  return count;
}

/** Params with some texts rewritten, or null if none of them changed. */
function rewritten(params: Prisma.JsonValue, names: readonly string[], rewrite: (text: string) => string) {
  if (params === null || typeof params !== "object" || Array.isArray(params)) return null;
  const entries = Object.entries(params).map(
    ([name, value]) => [name, names.includes(name) && typeof value === "string" ? rewrite(value) : value] as const,
  );
  if (entries.every(([name, value]) => params[name] === value)) return null;
  return Object.fromEntries(entries) as Prisma.InputJsonObject;
}
