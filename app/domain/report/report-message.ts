import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale, LocalizedText } from "#app/domain/shared/localized-text.ts";
import type { ReportOutcome } from "./report.ts";

/** What a reader is told about. `path` and `title` only while the text is public: what was taken away is not repeated in a mail. */
export type ToldReport = {
  id: string;
  item: ItemRef & { number: string };
  locale: Locale;
  at: Date;
  reasonLabel: LocalizedText | null;
};

export type ToldClosing = {
  outcome: ReportOutcome;
  /** The reason of the decision by which the text was hidden. */
  reason: LocalizedText | null;
  explanation: string | null;
  shown: { path: string; title: string | null } | null;
};

/** The mail a reader gets once their report is closed; the preview on the desk and the mail itself are both made from it. */
export function reportClosedMessage(report: ToldReport, { outcome, reason, explanation, shown }: ToldClosing) {
  return {
    template: "report-closed",
    params: {
      number: report.item.number,
      title: shown?.title ?? null,
      reportedOn: isoDate(report.at),
      reported: report.reasonLabel,
      outcome,
      reason,
      explanation,
      path: shown?.path ?? null,
    },
    locale: report.locale,
    threadKey: `report-${report.id}`,
    ...columnOf(report.item),
  } satisfies PersonMessage;
}
