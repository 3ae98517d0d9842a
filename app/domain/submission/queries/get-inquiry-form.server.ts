import { findDeskAtAddress } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { InquiryFormPage } from "../submission-pages.ts";

/**
 * What the page of one desk and its inquiry form needs; once the desk is no longer in office, that of the one to turn to. The same for everybody,
 * so that it can be cached.
 *
 * @throws not found for an unknown desk and where nobody takes anything today
 */
export async function getInquiryForm(slug: string, locale: Locale): Promise<InquiryFormPage> {
  const id = await findDeskAtAddress(db(), slug, isoDate(now()));
  if (id === null) throw notFound();
  const desk = await db().desk.findUniqueOrThrow({
    where: { id },
    select: {
      slug: true,
      name: true,
      duty: true,
      phone: true,
      hours: true,
      section: { select: { name: true, department: { select: { name: true } } } },
    },
  });
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  return {
    desk: {
      slug: desk.slug,
      name: words(desk.name),
      section: words(desk.section.name),
      department: words(desk.section.department.name),
      duty: words(desk.duty),
      phone: desk.phone,
      hours: words(desk.hours),
    },
  };
}
