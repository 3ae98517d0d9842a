import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { DeskLinkActor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import type { AnswerPage } from "../handling-page.ts";
import { findAnswerLink } from "./find-answer-link.server.ts";
import { getHandling } from "./get-handling.server.ts";

/**
 * The page behind the link of a desk's mail, and the moderators' telephone. No page for a token that is wrong, expired or revoked: all look
 * alike.
 */
export async function getAnswerPage(
  token: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<{ phone: string; page: AnswerPage | null }> {
  const { moderatorPhone: phone } = await getSettings(referenceData());
  const viewer = await findAnswerLink(token, now);
  return { phone, page: viewer && (await pageOf(viewer, { locale, now })) };
}

async function pageOf(
  viewer: DeskLinkActor,
  { locale, now }: { locale: Locale; now: Date },
): Promise<AnswerPage | null> {
  const row = await db().submission.findFirst({
    where: { AND: [visibleSubmissions(viewer), { id: viewer.submissionId }] },
    select: {
      id: true,
      number: true,
      kind: true,
      review: true,
      version: true,
      locale: true,
      receivedAt: true,
      title: true,
      body: true,
      expectedEffect: true,
      area: true,
      displayName: true,
      organizationName: true,
      theme: { select: { title: true } },
      question: { select: { text: true } },
      private: {
        select: {
          corporateNumber: true,
          contactPerson: true,
          cooperation: true,
          request: true,
          costSharing: true,
          confidentialNote: true,
        },
      },
    },
  });
  if (row === null) return null;
  const { private: hidden } = row;
  const handling = await getHandling(viewer, row.id, { locale, now });
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    review: row.review,
    version: row.version,
    authorLocale: row.locale,
    receivedAt: row.receivedAt.toISOString(),
    theme: row.theme && pick(row.theme.title as LocalizedText, locale),
    question: row.question && pick(row.question.text as LocalizedText, locale),
    text: {
      title: row.title,
      body: row.body,
      expectedEffect: row.expectedEffect,
      area: row.area,
      displayName: row.displayName,
      organizationName: row.organizationName,
    },
    partnership:
      row.kind === "PARTNERSHIP" && hidden
        ? {
            corporateNumber: hidden.corporateNumber,
            contactPerson: hidden.contactPerson,
            cooperation: hidden.cooperation ?? "",
            request: hidden.request ?? "",
            costSharing: hidden.costSharing ?? "UNDECIDED",
            confidentialNote: hidden.confidentialNote,
          }
        : null,
    deskName: handling.assignment?.desk ?? viewer.label,
    handling,
  };
}
