import { officeColumns } from "#app/domain/directory/desk-office.ts";
import { deskToTurnTo } from "#app/domain/directory/find-desk-in-charge.server.ts";
import {
  type CountedDays,
  closedNotice,
  daysToBegin,
  daysToSend,
  participationColumns,
  whyClosed,
} from "#app/domain/plan/participation.ts";
import { readingColumns, readingTimeOf } from "#app/domain/plan/theme-policy.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import type { ProposalFormPage } from "../submission-pages.ts";

const deskColumns = { id: true, name: true, phone: true, ...officeColumns } as const;

/**
 * What the page of a proposal form needs of its theme. The same for everybody, so that it can be cached.
 *
 * @throws not found for an unknown theme
 */
export async function getProposalForm(
  slug: string,
  kind: "idea" | "partnership",
  { locale, now }: { locale: Locale; now: Date },
): Promise<ProposalFormPage> {
  const theme = await db().theme.findUnique({
    where: { slug },
    select: {
      slug: true,
      numeral: true,
      title: true,
      ...participationColumns,
      ...readingColumns,
      expectedEffect: true,
      area: true,
      desk: { select: deskColumns },
      questions: { where: { isOpen: true }, orderBy: { position: "asc" }, select: { id: true, text: true } },
    },
  });
  if (theme === null) throw notFound();
  const desk = await deskToTurnTo(theme.desk, (id) => db().desk.findUnique({ where: { id }, select: deskColumns }), {
    client: referenceData(),
    day: isoDate(now),
  });
  const takes = kind === "idea" ? "ideas" : "partnerships";
  const notice = (days: CountedDays) => closedNotice(whyClosed(theme, takes, days), locale);
  return {
    theme: { slug: theme.slug, numeral: theme.numeral, title: pick(theme.title as LocalizedText, locale) },
    closed: notice(daysToBegin(now)),
    closedForSending: notice(daysToSend(now)),
    until: dayOf(theme.closesOn),
    // what a company offers is always read first: it may hold what is not for everybody
    readingTime: kind === "idea" ? readingTimeOf(theme) : "BEFORE",
    asks: { expectedEffect: theme.expectedEffect, area: theme.area },
    takesOther: whyClosed(theme, kind === "idea" ? "partnerships" : "ideas", daysToBegin(now)) === null,
    questions: theme.questions.map(({ id, text }) => ({ id, text: pick(text as LocalizedText, locale) })),
    desk: { name: pick(desk.name as LocalizedText, locale), phone: desk.phone },
  };
}
