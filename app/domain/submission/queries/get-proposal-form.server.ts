import { whyClosed } from "#app/domain/plan/participation.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { ProposalFormPage } from "../submission-pages.ts";

/**
 * What the page of a proposal form needs of its theme. The same for everybody, so that it can be cached.
 *
 * @throws not found for an unknown theme
 */
export async function getProposalForm(slug: string, locale: Locale): Promise<ProposalFormPage> {
  const theme = await db().theme.findUnique({
    where: { slug },
    select: {
      slug: true,
      numeral: true,
      title: true,
      acceptsProposals: true,
      plan: { select: { participation: true } },
      desk: { select: { name: true, phone: true } },
      questions: { where: { isOpen: true }, orderBy: { position: "asc" }, select: { id: true, text: true } },
    },
  });
  if (theme === null) throw notFound();
  return {
    theme: { slug: theme.slug, numeral: theme.numeral, title: pick(theme.title as LocalizedText, locale) },
    closed: whyClosed(theme, "proposals"),
    questions: theme.questions.map(({ id, text }) => ({ id, text: pick(text as LocalizedText, locale) })),
    desk: { name: pick(theme.desk.name as LocalizedText, locale), phone: theme.desk.phone },
  };
}
