import type { Actor } from "#app/domain/shared/actor.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { publicSubmissions, visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { db } from "#app/platform/database/client.server.ts";

export type SitePages = { themes: { slug: string }[]; proposals: { number: string; changedOn: IsoDate }[] };

/**
 * What a site map lists besides the fixed pages: every theme, and the newest proposals that everybody may read.
 *
 * @param most proposals to list
 */
export async function listSitePages(viewer: Actor, most: number): Promise<SitePages> {
  const [themes, proposals] = await Promise.all([
    db().theme.findMany({ orderBy: { position: "asc" }, select: { slug: true } }),
    db().submission.findMany({
      where: { AND: [visibleSubmissions(viewer), publicSubmissions] },
      orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
      take: most,
      select: { number: true, changedAt: true },
    }),
  ]);
  return {
    themes,
    proposals: proposals.map(({ number, changedAt }) => ({ number, changedOn: isoDate(changedAt) })),
  };
}
