import { auditActions } from "#app/domain/audit/audit-actions.ts";
import type { AuditRow } from "#app/domain/audit/queries/list-audit-entries.server.ts";
import type { QueueRow } from "#app/domain/moderation/queue.ts";
import type { ProposalRecord } from "#app/domain/reading/queries/export-proposals.server.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { text } from "./context.server.ts";
import { siteUrl } from "./site-url.server.ts";
import type { Sheet } from "./spreadsheet.server.ts";

/** The list of the desk, column by column as it stands there. */
export function queueSheet(locale: Locale, batches: AsyncIterable<QueueRow[]>): Sheet<QueueRow> {
  const { t } = text(locale);
  const mark = (is: boolean) => (is ? t("desk:export.yes") : null);
  return {
    name: t("desk:export.queue"),
    batches,
    columns: [
      { header: t("desk:queue.number"), width: 12, cell: (row) => row.number },
      { header: t("desk:queue.kind"), width: 18, cell: (row) => t(`desk:queue.kinds.${row.kind}`) },
      { header: t("desk:queue.itemTitle"), width: 50, cell: (row) => row.title },
      { header: t("desk:queue.theme"), width: 24, cell: (row) => row.theme },
      { header: t("desk:queue.review"), width: 14, cell: (row) => t(`desk:queue.reviews.${row.review}`) },
      {
        header: t("desk:queue.handling"),
        width: 16,
        cell: (row) => row.handling && t(`desk:queue.handlings.${row.handling}`),
      },
      { header: t("desk:queue.desk"), width: 20, cell: (row) => row.desk },
      { header: t("desk:queue.due"), kind: "day", width: 12, cell: (row) => row.dueOn },
      { header: t("desk:queue.late"), width: 10, cell: (row) => mark(row.late) },
      { header: t("desk:queue.draft"), width: 12, cell: (row) => mark(row.hasDraft) },
      { header: t("desk:queue.waits"), width: 16, cell: (row) => mark(row.waitsForAuthor) },
      {
        header: t("paper:channelTerm"),
        width: 12,
        cell: (row) => (row.channel === "WEB" ? t("desk:export.web") : t(`paper:channel.${row.channel}`)),
      },
      { header: t("desk:queue.received"), kind: "time", width: 20, cell: (row) => row.receivedAt },
      { header: t("desk:queue.sample"), width: 8, cell: (row) => mark(row.isSample) },
    ],
  };
}

/** The audit log with the codes its words stand for, so that a program can read it too. */
export function auditSheet(locale: Locale, batches: AsyncIterable<AuditRow[]>): Sheet<AuditRow> {
  const { t } = text(locale);
  // an older version may have known actions that are gone
  const isKnown = (action: string) => auditActions.some((known) => known === action);
  return {
    name: t("desk:audit.title"),
    batches,
    columns: [
      { header: t("desk:export.entry"), width: 10, cell: (row) => row.id },
      { header: t("desk:audit.at"), kind: "time", width: 20, cell: (row) => row.at },
      { header: t("desk:audit.who"), width: 20, cell: (row) => row.actorLabel },
      { header: t("desk:audit.actor"), width: 16, cell: (row) => t(`desk:audit.actors.${row.actorKind}`) },
      {
        header: t("desk:audit.action"),
        width: 24,
        cell: (row) => (isKnown(row.action) ? t(`desk:audit.actions.${row.action}`) : row.action),
      },
      { header: t("desk:export.actionCode"), width: 24, cell: (row) => row.action },
      { header: t("desk:audit.subject"), width: 14, cell: (row) => t(`desk:audit.subjects.${row.subjectType}`) },
      { header: t("desk:queue.number"), width: 12, cell: (row) => row.subjectNumber },
      { header: t("desk:export.subjectId"), width: 38, cell: (row) => row.subjectId },
      { header: t("desk:audit.detail"), width: 60, cell: (row) => (row.detail === "{}" ? null : row.detail) },
      { header: t("desk:export.position"), kind: "number", width: 10, cell: (row) => row.seal?.position ?? null },
      { header: t("desk:export.hash"), width: 66, cell: (row) => row.seal?.hash ?? null },
    ],
  };
}

/** Published proposals with their answers as open data, in the words of the page's language. */
export function proposalSheet(locale: Locale, batches: AsyncIterable<ProposalRecord[]>): Sheet<ProposalRecord> {
  const { t } = text(locale);
  return {
    name: t("public:openData.name"),
    batches,
    columns: [
      { header: t("public:openData.number"), cell: (row) => row.number },
      { header: t("public:proposals.kind"), cell: (row) => t(`public:kind.${row.kind}`) },
      { header: t("public:proposal.theme"), cell: (row) => row.theme },
      { header: t("public:proposal.question"), cell: (row) => row.question },
      { header: t("public:openData.title"), cell: (row) => row.title },
      { header: t("public:proposal.textTitle"), cell: (row) => row.body },
      { header: t("public:proposal.expectedEffect"), cell: (row) => row.expectedEffect },
      { header: t("public:proposal.area"), cell: (row) => row.area },
      { header: t("public:proposal.author"), cell: (row) => row.author ?? t("common:anonymous") },
      { header: t("public:openData.publishedAt"), kind: "time", cell: (row) => row.publishedAt },
      { header: t("public:proposals.handling"), cell: (row) => t(`public:handling.${row.handling}`) },
      { header: t("public:openData.comments"), kind: "number", cell: (row) => row.commentCount },
      { header: t("public:proposals.outcome"), cell: (row) => row.answer?.outcome ?? null },
      { header: t("public:proposal.answerTitle"), cell: (row) => row.answer?.body ?? null },
      { header: t("public:openData.desk"), cell: (row) => row.answer?.desk ?? null },
      { header: t("public:proposal.referral"), cell: (row) => row.answer?.referral ?? null },
      { header: t("public:openData.answeredAt"), kind: "time", cell: (row) => row.answer?.publishedAt ?? null },
      { header: t("public:sample"), cell: (row) => (row.isSample ? t("public:sample") : null) },
      { header: t("public:openData.address"), cell: (row) => siteUrl(locale, paths.proposal(row.number)) },
    ],
  };
}
