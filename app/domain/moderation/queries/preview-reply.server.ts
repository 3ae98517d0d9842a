import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, locales, pick } from "#app/domain/shared/localized-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { exampleValues, fillPlaceholders, type PlaceholderValues } from "../canned-reply.ts";
import { contactValues } from "../placeholder-values.server.ts";
import { mayReadReasons } from "../reasons.ts";

/** A canned reply as authors would read it. `about` is the receipt number of the example; null while nothing has come. */
export type ReplyPreview = { about: string | null; editions: { locale: Locale; text: string; isOwn: boolean }[] };

/**
 * The editions of a canned reply filled in for the newest proposal. A language without an edition of its own shows the Japanese one, as its
 * authors would get it. Nothing is saved.
 */
export async function previewReply(viewer: Actor, text: LocalizedText): Promise<ReplyPreview> {
  if (!mayReadReasons(viewer)) throw forbidden();
  const newest = await db().submission.findFirst({
    where: { AND: [visibleSubmissions(viewer), { kind: { not: "INQUIRY" } }] },
    orderBy: [{ receivedAt: "desc" }, { id: "desc" }],
    select: { number: true, title: true, theme: { select: { title: true } } },
  });
  const valuesIn = async (locale: Locale): Promise<PlaceholderValues> => ({
    ...(newest
      ? {
          受付番号: newest.number,
          題名: newest.title,
          テーマ: newest.theme ? pick(newest.theme.title as LocalizedText, locale) : "",
        }
      : exampleValues[locale]),
    ...(await contactValues(db(), viewer, locale)),
  });
  const editions = await Promise.all(
    locales.map(async (locale) => ({
      locale,
      text: fillPlaceholders(pick(text, locale), await valuesIn(locale)),
      isOwn: text[locale] !== "",
    })),
  );
  return { about: newest?.number ?? null, editions };
}
