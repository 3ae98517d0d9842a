import type { Actor } from "#app/domain/shared/actor.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadPlanEditing } from "../plan-editing.ts";
import type { AskedFields, ReadingPolicy } from "../theme-policy.ts";

export type QuestionEditor = { id: string; version: number; text: LocalizedText; isOpen: boolean };

export type ThemeEditor = {
  id: string;
  version: number;
  slug: string;
  numeral: string;
  title: LocalizedText;
  lead: LocalizedText;
  body: LocalizedText;
  isFeatured: boolean;
  illustration: string;
  policy: {
    acceptsIdeas: boolean;
    acceptsPartnerships: boolean;
    acceptsComments: boolean;
    opensOn: IsoDate | null;
    closesOn: IsoDate | null;
  } & ReadingPolicy &
    AskedFields;
  deskId: string;
  questions: QuestionEditor[];
};

/** A theme as the form that changes it opens, with its questions in order, closed ones too. */
export async function getThemeEditor(viewer: Actor, slug: string): Promise<ThemeEditor> {
  if (!mayReadPlanEditing(viewer)) throw forbidden();
  const theme = await db().theme.findUnique({
    where: { slug },
    select: {
      id: true,
      version: true,
      slug: true,
      numeral: true,
      title: true,
      lead: true,
      body: true,
      isFeatured: true,
      illustration: true,
      acceptsIdeas: true,
      acceptsPartnerships: true,
      acceptsComments: true,
      opensOn: true,
      closesOn: true,
      reviewMode: true,
      publishesTrusted: true,
      expectedEffect: true,
      area: true,
      deskId: true,
      questions: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, version: true, text: true, isOpen: true },
      },
    },
  });
  if (!theme) throw notFound();
  const { acceptsIdeas, acceptsPartnerships, acceptsComments, reviewMode, expectedEffect, area, ...page } = theme;
  const { opensOn, closesOn, publishesTrusted, ...rest } = page;
  const days = { opensOn: dayOf(opensOn), closesOn: dayOf(closesOn) };
  const taken = { acceptsIdeas, acceptsPartnerships, acceptsComments };
  const policy = { ...taken, ...days, reviewMode, publishesTrusted, expectedEffect, area };
  return { ...rest, policy } as ThemeEditor;
}
