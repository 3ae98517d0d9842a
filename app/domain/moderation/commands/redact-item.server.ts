import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import { rewriteCommentRevisions } from "#app/domain/comment/rewrite-comment-revisions.server.ts";
import { flagAnew } from "#app/domain/flag/judge-text.server.ts";
import { rewriteMailsAbout } from "#app/domain/mail/rewrite-mails-about.server.ts";
import { endReports, oldestOpenReport } from "#app/domain/report/end-reports.server.ts";
import { rewriteReports } from "#app/domain/report/rewrite-reports.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { changeSubmission } from "#app/domain/submission/change-submission.server.ts";
import { recordTimeline } from "#app/domain/submission/record-timeline.server.ts";
import { rewriteSubmissionRevisions } from "#app/domain/submission/rewrite-revisions.server.ts";
import { rewriteTimeline } from "#app/domain/submission/rewrite-timeline.server.ts";
import { seal } from "#app/platform/crypto.ts";
import { holdItem } from "../claim-item.server.ts";
import { permitDecision } from "../escalation.server.ts";
import { loadPublicTexts } from "../load-public-texts.server.ts";
import { loadReviewed, type Reviewed } from "../load-reviewed.server.ts";
import { markReported } from "../mark-reported.server.ts";
import {
  hideEverywhere,
  type PublicFieldName,
  type PublicTexts,
  publicFieldNames,
  type RedactedText,
  type RedactionChoice,
  redact,
} from "../redaction.ts";
import { shownOf } from "../report-mail.ts";
import { lockReported } from "../reportable.server.ts";
import { rewriteDecisions } from "../rewrite-decisions.server.ts";
import { originalContext, problemField } from "../sealed-original.ts";

/**
 * A moderator hides personal data in a text: each chosen piece is replaced by a label such as 〔電話番号〕. What the text read is sealed, and
 * opens for a stated reason alone (`viewOriginal`); nothing makes it public again. The same pieces are hidden in earlier versions, in
 * mails that repeat the text and in reports about it; and in what was said about it, which every colleague who may see the item reads: the
 * explanations of decisions, the notes of its timeline and its author's appeals. What was said stays as it was but for these pieces, and is not
 * sealed. What a desk and the author write to each other (questions, replies, answers) is left to the desk. Reports named by `closes`, which it
 * answers, are closed with it. Possible whatever the review says, but not for an inquiry, which nobody but the city reads.
 *
 * Refuses with FORBIDDEN whoever is no moderator, with CONFLICT an inquiry ("neverPublic"), a stale version, an item that is with the
 * administrators and one that another moderator has open, with INPUT a choice that is empty, outside the text or not found in it.
 */
export async function redactItem(
  context: CommandContext,
  input: { item: ItemRef; version: number; closes?: readonly string[] } & RedactionChoice,
): Promise<void> {
  return inTransaction(context, async (ctx) => {
    await loadReviewed(ctx.tx, ctx.actor, input.item);
    await holdItem(ctx, input.item);
    // as it is once it is the actor's: whoever held it a moment ago may have changed it
    const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
    permitDecision(ctx.actor, item, input.version);
    if (item.review === "NOT_PUBLIC") throw conflict("neverPublic");
    const texts = await loadPublicTexts(ctx.tx, item);
    const result = redact(texts, input);
    if ("problem" in result) {
      // the text may be a newer one than the item was: then it is not what was typed that is wrong
      permitDecision(ctx.actor, await loadReviewed(ctx.tx, ctx.actor, input.item), input.version);
      throw inputError({ [problemField[result.problem]]: [result.problem] });
    }

    await changeText(ctx, item, texts, result.redacted);
    const originals = [...result.redacted.keys()].map((field) => sealedOriginal(item.revision, field, texts));
    originals.push(...(await hideInEarlierVersions(ctx, item, result.redacted)));
    await keepSealed(ctx, item, originals);
    const hidden = [...result.redacted.values()].flatMap((text) => text.hidden);
    await hideInWhatRepeatsIt(ctx, item, (text) => hideEverywhere(text, hidden));
    await closeAnswered(ctx, item, input.closes ?? []);
    await recordTimeline(ctx, { ...columnOf(item), event: "REDACTED", audience: "AUTHOR" });
    await recordAudit(ctx, {
      action: `redact-${item.type}`,
      subject: { type: item.type, id: item.id, number: item.number },
      detail: {
        revision: item.revision,
        hidden: Object.fromEntries(
          [...result.redacted].map(([field, text]) => [field, text.hidden.map(({ label }) => label)]),
        ),
      },
    });
  });
}

/** What was said about the text, to its author and by them, loses the same pieces; nothing of it is public. */
async function hideInWhatRepeatsIt(context: TxContext, item: Reviewed, rewrite: (text: string) => string) {
  const commentIds = await rewriteDecisions(context, item, rewrite);
  await rewriteTimeline(context, columnOf(item), rewrite);
  for (const commentId of commentIds) await rewriteTimeline(context, { commentId }, rewrite);
  await rewriteMailsAbout(context, item, rewrite, commentIds);
  await rewriteReports(context, item, rewrite);
}

type Original = { revision: number; field: PublicFieldName; text: string };

function sealedOriginal(revision: number, field: PublicFieldName, texts: PublicTexts): Original {
  return { revision, field, text: texts[field] ?? "" };
}

async function changeText(
  context: TxContext,
  { type, id, version, revision }: Reviewed,
  before: PublicTexts,
  redacted: ReadonlyMap<PublicFieldName, RedactedText>,
): Promise<void> {
  const words = Object.fromEntries([...redacted].map(([field, { text }]) => [field, text]));
  const texts = { ...before, ...words };
  const isFlagged = await flagAnew(context, { type, id }, { revision, texts, mayBecomePublic: true });
  const changes = { ...words, isFlagged };
  if (type === "submission") await changeSubmission(context, { id, version, changes });
  else await changeComment(context, { id, version, changes });
}

/** Brings the kept versions in line: the present one reads what the item reads, earlier ones lose the same pieces. @returns what these read */
async function hideInEarlierVersions(
  context: TxContext,
  item: Reviewed,
  redacted: ReadonlyMap<PublicFieldName, RedactedText>,
): Promise<Original[]> {
  const hidden = [...redacted.values()].flatMap((text) => text.hidden);
  const originals: Original[] = [];
  const rewrite = (revision: number, texts: PublicTexts): Record<string, string> => {
    if (revision === item.revision) return Object.fromEntries([...redacted].map(([field, { text }]) => [field, text]));
    const changes: Record<string, string> = {};
    for (const field of publicFieldNames) {
      const text = texts[field] ?? "";
      const without = hideEverywhere(text, hidden);
      if (without === text) continue;
      changes[field] = without;
      originals.push(sealedOriginal(revision, field, texts));
    }
    return changes;
  };
  if (item.type === "submission") await rewriteSubmissionRevisions(context, item.id, rewrite);
  else await rewriteCommentRevisions(context, item.id, rewrite);
  return originals;
}

/** A title may have held what was hidden, so readers get the number alone with the address of the page. */
async function closeAnswered(context: TxContext, item: Reviewed, reports: readonly string[]): Promise<void> {
  if (reports.length === 0) return;
  await lockReported(context, item);
  const shown = shownOf({ ...item, title: null });
  await endReports(context, item, { outcome: "ACTED_ON", reason: null, explanation: null, shown }, reports);
  await markReported(context, item, await oldestOpenReport(context, item));
}

async function keepSealed(context: TxContext, item: Reviewed, originals: readonly Original[]): Promise<void> {
  if (context.actor.kind !== "staff") throw forbidden();
  const by = { byId: context.actor.id, byLabel: actorLabel(context.actor), at: context.now };
  await context.tx.sealedOriginal.createMany({
    data: originals.map(({ revision, field, text }) => {
      const id = randomUUID();
      return { id, ...columnOf(item), revision, field, sealed: seal(text, originalContext(id)), ...by };
    }),
  });
}
