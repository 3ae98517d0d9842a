import { type Actor, isStaff } from "#app/domain/shared/actor.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { submissionKinds } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import {
  type CellCounts,
  type FigureKind,
  makeWorkFigures,
  monthsIn,
  type Period,
  periodsUntil,
  sumCells,
  type WorkFigures,
} from "../work-figures.ts";
import { getPublicFigures, type ShownFigures } from "./get-public-figures.server.ts";

/** Ids; null: all of them. `kind`: null is every kind but comments, which nobody promised an answer. */
export type CellFilter = { theme: string | null; kind: FigureKind | null; desk: string | null };

/**
 * The desks whose figures somebody may see, null for all: officers see those of what lies with their own desks, as they see nothing else of
 * the desk; everybody else sees all of them, the public without what is too seldom (`withoutFew`).
 */
export function figureDesks(viewer: Actor): string[] | null {
  return isStaff(viewer, "OFFICER") ? viewer.deskIds : null;
}

/** Figures as they were last counted, of what this viewer may see. The grand total leaves comments out unless they are asked for. */
export async function sumFigures(
  viewer: Actor,
  period: Period,
  { theme, kind, desk }: CellFilter,
  promise: ShownFigures["promise"],
): Promise<WorkFigures> {
  const desks = figureDesks(viewer);
  const cells = await db().figureCell.findMany({
    where: {
      OR: [{ month: "" }, { month: { gte: period.from, lte: period.to } }],
      ...(theme !== null && { themeId: theme }),
      ...(kind !== null && { kind }),
      AND: [desk === null ? {} : { deskId: desk }, desks === null ? {} : { deskId: { in: desks } }],
    },
    select: { month: true, themeId: true, deskId: true, kind: true, counts: true },
  });
  const sums = sumCells(
    cells.map(({ counts, ...cell }) => ({ ...cell, counts: counts as CellCounts })),
    kind === null ? submissionKinds : [kind],
  );
  return makeWorkFigures(sums, monthsIn(period), promise);
}

/** What is asked for before any figure: whether there are some, and of which time. Null before the first count. */
export async function getFigureTimes(
  now: Date,
): Promise<(Pick<ShownFigures, "computedAt" | "samples" | "promise"> & { periods: [Period, ...Period[]] }) | null> {
  const [figures, first] = await Promise.all([
    getPublicFigures(),
    db().figureCell.findFirst({
      where: { month: { gt: "" } },
      orderBy: { month: "asc" },
      select: { month: true },
    }),
  ]);
  if (figures === null) return null;
  const { computedAt, samples, promise } = figures;
  const today: IsoDate = isoDate(now);
  return { computedAt, samples, promise, periods: periodsUntil(today, first?.month ?? null) };
}

/** Something figures are told apart by, in the city's own order. */
export type Named = { id: string; name: string };

export type Names = { themes: (Named & { slug: string })[]; desks: Named[]; reasons: Named[] };

/** Names of all themes, desks and reasons, also of those that are closed: what lay with them is still counted. */
export async function listNames(locale: Locale): Promise<Names> {
  const [themes, desks, reasons] = await Promise.all([
    referenceData().theme.findMany({
      orderBy: [{ plan: { position: "asc" } }, { position: "asc" }],
      select: { id: true, slug: true, title: true },
    }),
    referenceData().desk.findMany({
      orderBy: [
        { section: { department: { position: "asc" } } },
        { section: { position: "asc" } },
        { position: "asc" },
        { id: "asc" },
      ],
      select: { id: true, name: true, section: { select: { name: true } } },
    }),
    referenceData().reason.findMany({
      orderBy: [{ position: "asc" }, { key: "asc" }],
      select: { key: true, label: true },
    }),
  ]);
  const say = (words: unknown) => pick(words as LocalizedText, locale);
  return {
    themes: themes.map(({ id, slug, title }) => ({ id, slug, name: say(title) })),
    desks: desks.map(({ id, name, section }) => ({ id, name: `${say(section.name)} ${say(name)}` })),
    reasons: reasons.map(({ key, label }) => ({ id: key, name: say(label) })),
  };
}
