import {
  closedNotice,
  daysToBegin,
  daysToSend,
  type ParticipationFacts,
  participationColumns,
  whyClosed,
} from "#app/domain/plan/participation.ts";
import { readingColumns, readingTimeOf } from "#app/domain/plan/theme-policy.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { isUuid } from "#app/domain/shared/uuid.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { CommentFormPage } from "../comment-pages.ts";
import { visibleComments } from "./visible-comments.server.ts";

const themeColumns = {
  id: true,
  slug: true,
  title: true,
  ...participationColumns,
  ...readingColumns,
  desk: { select: { phone: true } },
  questions: { where: { isOpen: true }, orderBy: { position: "asc" }, select: { id: true, text: true } },
} as const;

/** What the page of a comment form on a theme needs. @throws not found */
export async function getThemeCommentForm(
  viewer: Actor,
  { slug, parent, locale, now }: { slug: string; parent: string | null; locale: Locale; now: Date },
): Promise<CommentFormPage> {
  const theme = await db().theme.findUnique({ where: { slug }, select: themeColumns });
  if (theme === null) throw notFound();
  return {
    theme: { slug: theme.slug, title: pick(theme.title as LocalizedText, locale) },
    proposal: null,
    questions: theme.questions.map(({ id, text }) => ({ id, text: pick(text as LocalizedText, locale) })),
    parent: await parentOf(viewer, parent, { themeId: theme.id, submissionId: null }),
    ...closedOf(theme, { locale, now }),
    readingTime: readingTimeOf(theme),
    publishedPhones: [theme.desk.phone],
  };
}

/** What the page of a comment form on a published proposal needs. @throws not found, also for what this viewer may not see */
export async function getProposalCommentForm(
  viewer: Actor,
  { number, parent, locale, now }: { number: string; parent: string | null; locale: Locale; now: Date },
): Promise<CommentFormPage> {
  const submission = await db().submission.findFirst({
    where: { AND: [visibleSubmissions(viewer), { number, review: "PUBLISHED" }] },
    select: { id: true, number: true, title: true, theme: { select: themeColumns } },
  });
  if (submission === null || submission.theme === null) throw notFound();
  const { theme } = submission;
  return {
    theme: { slug: theme.slug, title: pick(theme.title as LocalizedText, locale) },
    proposal: { number: submission.number, title: submission.title },
    questions: [],
    parent: await parentOf(viewer, parent, { themeId: theme.id, submissionId: submission.id }),
    ...closedOf(theme, { locale, now }),
    readingTime: readingTimeOf(theme),
    publishedPhones: [theme.desk.phone],
  };
}

function closedOf(theme: ParticipationFacts, { locale, now }: { locale: Locale; now: Date }) {
  return {
    closed: closedNotice(whyClosed(theme, "comments", daysToBegin(now)), locale),
    closedForSending: closedNotice(whyClosed(theme, "comments", daysToSend(now)), locale),
  };
}

async function parentOf(
  viewer: Actor,
  id: string | null,
  target: { themeId: string; submissionId: string | null },
): Promise<CommentFormPage["parent"]> {
  if (id === null) return null;
  const parent = isUuid(id)
    ? await db().comment.findFirst({
        where: { AND: [visibleComments(viewer), { id, review: "PUBLISHED", parentId: null, ...target }] },
        select: { id: true, body: true, displayName: true },
      })
    : null;
  if (parent === null) throw notFound();
  return parent;
}
