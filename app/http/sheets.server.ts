import { appealWord, decisionWord, reportWord } from "#app/components/figures/work-words.ts";
import { shownMailState } from "#app/components/mail/mail-state-badge.tsx";
import { flagWord } from "#app/components/moderation/flag-words.ts";
import { commentAnchor } from "#app/components/reading/conversation.tsx";
import type { Translate } from "#app/components/text.tsx";
import { auditActions } from "#app/domain/audit/audit-actions.ts";
import type { AuditRow } from "#app/domain/audit/queries/list-audit-entries.server.ts";
import type { FigureRecord } from "#app/domain/figures/queries/export-figures.server.ts";
import { steps } from "#app/domain/figures/work-figures.ts";
import type { PublishedRecord } from "#app/domain/handling/queries/published-records.server.ts";
import type { MailListItem } from "#app/domain/mail/mail-log.ts";
import { mailTemplates } from "#app/domain/mail/mail-message.ts";
import type { RunRow } from "#app/domain/moderation/decision-run.ts";
import type { QueueRecord } from "#app/domain/moderation/queue.ts";
import { formatDate, formatFiscalYear, formatMonth, isIsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { text } from "./context.server.ts";
import { siteUrl } from "./site-url.server.ts";
import type { Sheet } from "./spreadsheet.server.ts";

/** The list of the desk, column by column as it stands there, then the texts, what was found in them and what was decided last. */
export function queueSheet(locale: Locale, batches: AsyncIterable<QueueRecord[]>): Sheet<QueueRecord> {
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
      { header: t("desk:review.fields.body"), width: 60, cell: (row) => row.texts.body },
      { header: t("desk:review.fields.expectedEffect"), width: 40, cell: (row) => row.texts.expectedEffect },
      { header: t("desk:review.fields.area"), width: 16, cell: (row) => row.texts.area },
      { header: t("desk:review.fields.displayName"), width: 16, cell: (row) => row.texts.displayName },
      { header: t("desk:review.fields.organizationName"), width: 24, cell: (row) => row.texts.organizationName },
      {
        header: t("flags:chip"),
        width: 40,
        cell: ({ flags }) => flags.map((flag) => flagWord(t, flag)).join(" / ") || null,
      },
      {
        header: t("desk:export.decision"),
        width: 18,
        cell: ({ decision }) => decision && decisionWord(t, decision.decision),
      },
      { header: t("desk:export.reason"), width: 24, cell: ({ decision }) => decision?.reason ?? null },
      { header: t("desk:export.decidedAt"), kind: "time", width: 20, cell: ({ decision }) => decision?.at ?? null },
    ],
  };
}

/** Decisions as they were planned, and how many of each could be taken. */
export function runSheet(locale: Locale, batches: AsyncIterable<RunRow[]>): Sheet<RunRow> {
  const { t } = text(locale);
  return {
    name: t("runs:list.title"),
    batches,
    columns: [
      { header: t("runs:page.plannedAt"), kind: "time", width: 20, cell: (row) => row.plannedAt },
      { header: t("runs:form.decision"), width: 20, cell: (row) => t(`desk:review.preview.${row.decision}`) },
      { header: t("desk:queue.number"), width: 12, cell: (row) => row.number },
      { header: t("desk:queue.state"), width: 12, cell: (row) => t(`runs:state.${row.state}`) },
      { header: t("desk:export.size"), kind: "number", width: 10, cell: (row) => row.size },
      { header: t("desk:export.done"), kind: "number", width: 12, cell: (row) => row.doneCount },
      { header: t("desk:export.failed"), kind: "number", width: 16, cell: (row) => row.failedCount },
      { header: t("runs:page.by"), width: 20, cell: (row) => row.by },
    ],
  };
}

/** The mail log, column by column as it stands there. */
export function mailSheet(locale: Locale, batches: AsyncIterable<MailListItem[]>): Sheet<MailListItem> {
  const { t } = text(locale);
  // an older version may have sent kinds that are gone
  const isKnown = (template: string) => mailTemplates.some((known) => known === template);
  return {
    name: t("mailLog:title"),
    batches,
    columns: [
      { header: t("mailLog:table.createdAt"), kind: "time", width: 20, cell: (row) => row.createdAt },
      {
        header: t("mailLog:filter.template"),
        width: 24,
        cell: (row) => (isKnown(row.template) ? t(`mailLog:template.${row.template}`) : row.template),
      },
      { header: t("desk:queue.number"), width: 12, cell: (row) => row.number },
      { header: t("mailLog:table.subject"), width: 50, cell: (row) => row.subject },
      { header: t("mailLog:table.recipient"), width: 30, cell: (row) => row.recipient },
      { header: t("mailLog:table.state"), width: 16, cell: (row) => t(`mailLog:state.${shownMailState(row)}`) },
      { header: t("mailLog:table.attempts"), kind: "number", width: 10, cell: (row) => row.attempts },
      { header: t("mailLog:table.nextAttempt"), kind: "time", width: 20, cell: (row) => row.nextAttemptAt },
      { header: t("desk:export.sentAt"), kind: "time", width: 20, cell: (row) => row.sentAt },
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

/** The city's work in figures as open data, each number with the period and the part it belongs to. */
export function figureSheet(locale: Locale, batches: AsyncIterable<FigureRecord[]>): Sheet<FigureRecord> {
  const { t } = text(locale);
  const year = ({ period }: FigureRecord) => (period.startsWith("fy") ? Number(period.slice("fy".length)) : null);
  const isDay = ({ period }: FigureRecord) => isIsoDate(period);
  const monthOf = (row: FigureRecord, ofYear: (year: number) => string) => {
    const western = year(row);
    if (western !== null) return ofYear(western);
    return isDay(row) ? null : row.period;
  };
  const isTold = (row: FigureRecord) =>
    row.count !== null && (!steps.some((step) => step === row.what) || row.median !== null || row.count === 0);
  return {
    name: t("figures:openData.name"),
    batches,
    columns: [
      {
        header: t("figures:openData.period"),
        cell: (row) => {
          const western = year(row);
          if (western !== null) return formatFiscalYear(western, locale);
          return isDay(row)
            ? t("figures:openData.now", { day: formatDate(row.period, locale) })
            : formatMonth(row.period, locale);
        },
      },
      { header: t("figures:openData.from"), cell: (row) => monthOf(row, (western) => `${western}-04`) },
      { header: t("figures:openData.to"), cell: (row) => monthOf(row, (western) => `${western + 1}-03`) },
      { header: t("figures:openData.by"), cell: (row) => t(`figures:openData.bys.${row.by}`) },
      { header: t("figures:openData.part"), cell: (row) => partName(t, row) },
      { header: t("figures:openData.what"), cell: (row) => figureName(t, row) },
      { header: t("figures:openData.count"), kind: "number", cell: (row) => row.count },
      { header: t("figures:openData.median"), kind: "number", cell: (row) => row.median },
      { header: t("figures:openData.ninetieth"), kind: "number", cell: (row) => row.ninetieth },
      {
        header: t("figures:openData.note"),
        cell: (row) => (isTold(row) ? null : t("figures:openData.few")),
      },
    ],
  };
}

/** The theme, kind or desk a number belongs to; null for all. */
function partName(t: Translate, { by, name }: FigureRecord): string | null {
  switch (by) {
    case "all":
      return null;
    case "kind":
      return t(`figures:kinds.${name}`);
    case "theme":
      return name || t("figures:noTheme");
    case "desk":
      return name || t("figures:noDesk");
  }
}

function figureName(t: Translate, { what, code }: FigureRecord): string {
  switch (what) {
    case "received":
      return t("figures:openData.whats.received");
    case "waiting":
      return t("figures:openData.whats.waiting", { code: t(`figures:heaps.${code}`) });
    case "decision":
      return t("figures:openData.whats.decision", { code: decisionWord(t, code) });
    case "reason":
      return t("figures:openData.whats.reason", { code });
    case "report":
      return t("figures:openData.whats.report", { code: reportWord(t, code) });
    case "appeal":
      return t("figures:openData.whats.appeal", { code: appealWord(t, code) });
    default:
      return t(`figures:steps.${what}`);
  }
}

/** What is published, proposals with their answers, as open data in the words of the page's language. */
export function publishedSheet(
  locale: Locale,
  name: string,
  batches: AsyncIterable<PublishedRecord[]>,
): Sheet<PublishedRecord> {
  const { t } = text(locale);
  return {
    name,
    batches,
    columns: [
      { header: t("public:openData.number"), cell: (row) => row.number },
      {
        header: t("public:proposals.kind"),
        width: 18,
        cell: ({ kind }) => (kind === "COMMENT" ? t("desk:queue.kinds.COMMENT") : t(`public:kind.${kind}`)),
      },
      { header: t("public:proposal.theme"), cell: (row) => row.theme },
      { header: t("public:proposal.question"), cell: (row) => row.question },
      { header: t("public:openData.title"), width: 50, cell: (row) => row.title },
      { header: t("public:proposal.textTitle"), width: 60, cell: (row) => row.body },
      { header: t("public:proposal.expectedEffect"), cell: (row) => row.expectedEffect },
      { header: t("public:proposal.area"), cell: (row) => row.area },
      { header: t("public:proposal.author"), cell: (row) => row.author ?? t("common:anonymous") },
      { header: t("public:openData.publishedAt"), kind: "time", cell: (row) => row.publishedAt },
      { header: t("public:proposals.handling"), cell: (row) => row.handling && t(`public:handling.${row.handling}`) },
      { header: t("public:openData.comments"), kind: "number", cell: (row) => row.commentCount },
      { header: t("public:proposals.outcome"), cell: (row) => row.answer?.outcome ?? null },
      { header: t("public:proposal.answerTitle"), width: 60, cell: (row) => row.answer?.body ?? null },
      { header: t("public:openData.desk"), cell: (row) => row.answer?.desk ?? null },
      { header: t("public:proposal.referral"), cell: (row) => row.answer?.referral ?? null },
      { header: t("public:openData.answeredAt"), kind: "time", cell: (row) => row.answer?.publishedAt ?? null },
      { header: t("public:sample"), cell: (row) => (row.isSample ? t("public:sample") : null) },
      { header: t("public:openData.address"), cell: (row) => addressOf(locale, row) },
    ],
  };
}

function addressOf(locale: Locale, { kind, number, on }: PublishedRecord): string {
  const page = siteUrl(locale, "proposal" in on ? paths.proposal(on.proposal) : paths.theme(on.theme));
  return kind === "COMMENT" ? `${page}#${commentAnchor(number)}` : page;
}
