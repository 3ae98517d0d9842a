import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { mayReadPlanEditing } from "../plan-editing.ts";

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
  acceptsProposals: boolean;
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
      acceptsProposals: true,
      deskId: true,
      questions: {
        orderBy: [{ position: "asc" }, { id: "asc" }],
        select: { id: true, version: true, text: true, isOpen: true },
      },
    },
  });
  if (!theme) throw notFound();
  return theme as ThemeEditor;
}
