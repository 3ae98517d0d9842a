import { notFound } from "#app/domain/shared/domain-error.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { publicSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import { isPublic } from "#app/domain/submission/visibility.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type FollowedThing, followedSearch, readFollowedSearch } from "./follow.ts";

/** What somebody asks to follow, as the address of a page names it. */
export type FollowTarget = { proposal: string } | { theme: string } | { search: string };

/** The columns in which a follow keeps what it is of. */
export type TargetColumns = { submissionId: string | null; themeId: string | null; search: string | null };

const none: TargetColumns = { submissionId: null, themeId: null, search: null };

/**
 * Finds what is to be followed, among what everybody may read.
 * @throws NOT_FOUND alike for what does not exist and what is not public
 */
export async function findTarget(target: FollowTarget): Promise<{ thing: FollowedThing; columns: TargetColumns }> {
  if ("proposal" in target) {
    const number = parseReceiptNumber(target.proposal);
    const row =
      number &&
      (await db().submission.findFirst({
        where: { AND: [publicSubmissions, { number }] },
        select: { id: true, number: true, title: true },
      }));
    if (!row) throw notFound();
    return {
      thing: { type: "proposal", number: row.number, title: row.title },
      columns: { ...none, submissionId: row.id },
    };
  }
  if ("theme" in target) {
    const row = await db().theme.findUnique({
      where: { slug: target.theme },
      select: { id: true, slug: true, title: true },
    });
    if (!row) throw notFound();
    return {
      thing: { type: "theme", slug: row.slug, title: row.title as LocalizedText },
      columns: { ...none, themeId: row.id },
    };
  }
  const search = followedSearch(readFollowedSearch(target.search));
  return { thing: { type: "search", search }, columns: { ...none, search } };
}

/** What a stored follow is of, as a selection of its columns. */
export const thingColumns = {
  search: true,
  submission: { select: { number: true, title: true, review: true, kind: true } },
  theme: { select: { slug: true, title: true } },
} as const;

/** The title of a proposal is said only while everybody may read it; its number was public when it was followed. */
export function thingOf(row: {
  search: string | null;
  submission: ({ number: string; title: string } & Parameters<typeof isPublic>[0]) | null;
  theme: { slug: string; title: unknown } | null;
}): FollowedThing {
  if (row.submission) {
    const { number, title } = row.submission;
    return { type: "proposal", number, title: isPublic(row.submission) ? title : null };
  }
  if (row.theme) return { type: "theme", slug: row.theme.slug, title: row.theme.title as LocalizedText };
  return { type: "search", search: row.search ?? "" };
}
