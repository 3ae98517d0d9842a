import type { Actor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";

export type PlanView = {
  key: string;
  title: string;
  summary: string;
  startsOn: IsoDate;
  endsOn: IsoDate | null;
  /** Takes ideas; is over and kept as a record; or runs, but has no themes here to take ideas on. */
  state: "open" | "ended" | "notHere";
  successor: { key: string; title: string } | null;
  versions: {
    key: string;
    label: string;
    note: string;
    publishedOn: IsoDate | null;
    documents: { id: string; title: string; note: string; url: string | null }[];
  }[];
  themes: { slug: string; numeral: string; title: string; lead: string }[];
};

/** Every plan with its editions, documents, successor and themes, the newest plan first. */
export async function getPlanPage(_viewer: Actor, locale: Locale, now: Date): Promise<PlanView[]> {
  const plans = await db().plan.findMany({
    orderBy: { startsOn: "desc" },
    select: {
      key: true,
      title: true,
      summary: true,
      startsOn: true,
      endsOn: true,
      participation: true,
      successor: { select: { key: true, title: true } },
      versions: {
        orderBy: { position: "desc" },
        select: {
          key: true,
          label: true,
          note: true,
          publishedOn: true,
          documents: {
            orderBy: { position: "asc" },
            select: { id: true, title: true, note: true, url: true },
          },
        },
      },
      themes: {
        orderBy: { position: "asc" },
        select: { slug: true, numeral: true, title: true, lead: true },
      },
    },
  });
  const today = isoDate(now);
  const isOver = (endsOn: IsoDate | null) => endsOn !== null && endsOn < today;
  const say = (text: Prisma.JsonValue) => pick(text as LocalizedText, locale);
  return plans.map((plan) => ({
    key: plan.key,
    title: say(plan.title),
    summary: say(plan.summary),
    startsOn: dayOf(plan.startsOn),
    endsOn: dayOf(plan.endsOn),
    state: plan.participation === "OPEN" ? "open" : isOver(dayOf(plan.endsOn)) ? "ended" : "notHere",
    successor: plan.successor && { key: plan.successor.key, title: say(plan.successor.title) },
    versions: plan.versions.map((version) => ({
      key: version.key,
      label: say(version.label),
      note: say(version.note),
      publishedOn: dayOf(version.publishedOn),
      documents: version.documents.map((document) => ({
        ...document,
        title: say(document.title),
        note: say(document.note),
      })),
    })),
    themes: plan.themes.map((theme) => ({ ...theme, title: say(theme.title), lead: say(theme.lead) })),
  }));
}
