import { otherReason } from "#app/domain/report/report.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { reasonChoices } from "../load-decision-aids.server.ts";
import { findReportable, type NamedItem } from "../reportable.server.ts";

/** The form of a report: the text it is about, and the reasons that can be given, besides another one. */
export type ReportForm = {
  type: NamedItem["type"];
  number: string;
  title: string | null;
  body: string;
  author: string | null;
  locale: Locale;
  /** Where the text stands, without language prefix. */
  page: string;
  /** The rules of /guidelines, as the reader may choose among them. */
  reasons: { key: string; label: string; guideline: string }[];
};

/** What the page of reporting a published text needs, for anybody. @throws not found, also for what is not public */
export async function getReportForm(_viewer: Actor, item: NamedItem, locale: Locale): Promise<ReportForm> {
  const { type, number, title, body, author, page, ...text } = await findReportable(db(), item);
  const reasons = await reasonChoices(["HIDE"], locale);
  return {
    type,
    number,
    title,
    body,
    author,
    locale: text.locale,
    page,
    reasons: reasons
      .filter(({ key }) => key !== otherReason)
      .map(({ key, label, guideline }) => ({ key, label, guideline })),
  };
}
