import { officeColumns } from "#app/domain/directory/desk-office.ts";
import { deskToTurnTo } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { closedNotice, daysToBegin, participationColumns, whyClosed } from "#app/domain/plan/participation.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import type { PaperFormPage } from "../submission-pages.ts";

const deskColumns = {
  id: true,
  name: true,
  phone: true,
  hours: true,
  ...officeColumns,
  section: { select: { name: true, department: { select: { name: true } } } },
} as const;

/**
 * What the form on paper of one theme needs: its open questions and the desk where it is handed in. The same for everybody.
 *
 * @throws not found for an unknown theme
 */
export async function getPaperForm(
  slug: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<PaperFormPage> {
  const theme = await db().theme.findUnique({
    where: { slug },
    select: {
      slug: true,
      numeral: true,
      title: true,
      ...participationColumns,
      expectedEffect: true,
      area: true,
      questions: { where: { isOpen: true }, orderBy: { position: "asc" }, select: { id: true, text: true } },
      desk: { select: deskColumns },
    },
  });
  if (theme === null) throw notFound();
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  const desk = await deskToTurnTo(theme.desk, (id) => db().desk.findUnique({ where: { id }, select: deskColumns }), {
    client: referenceData(),
    day: isoDate(now),
  });
  return {
    theme: { slug: theme.slug, numeral: theme.numeral, title: words(theme.title) },
    closed: closedNotice(whyClosed(theme, "ideas", daysToBegin(now)), locale),
    asks: { expectedEffect: theme.expectedEffect, area: theme.area },
    questions: theme.questions.map(({ id, text }) => ({ id, text: words(text) })),
    desk: {
      name: words(desk.name),
      section: words(desk.section.name),
      department: words(desk.section.department.name),
      phone: desk.phone,
      hours: words(desk.hours),
    },
  };
}
