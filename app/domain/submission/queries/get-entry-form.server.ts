import { listOpenDesks } from "#app/domain/directory/queries/list-open-desks.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { EntryKind } from "../entry.ts";
import type { EntryForm, EntryTargets } from "../submission-pages.ts";
import { getInquiryForm } from "./get-inquiry-form.server.ts";
import { getProposalForm } from "./get-proposal-form.server.ts";

/**
 * What staff can type something in for: themes, and desks that take inquiries. A theme that takes nothing today may have when the letter came;
 * whether it had is seen when it is sent.
 */
export async function listEntryTargets(viewer: Actor, locale: Locale): Promise<EntryTargets> {
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  const [themes, desks] = await Promise.all([
    db().theme.findMany({
      orderBy: { position: "asc" },
      where: { plan: { participation: "OPEN" }, OR: [{ acceptsIdeas: true }, { acceptsPartnerships: true }] },
      select: { slug: true, numeral: true, title: true },
    }),
    listOpenDesks(viewer, locale),
  ]);
  return {
    themes: themes.map(({ slug, numeral, title }) => ({ value: slug, label: `${numeral} ${words(title)}` })),
    desks: desks.map(({ slug, name, section }) => ({ value: slug, label: `${section} ${name}` })),
  };
}

/**
 * What the form for one kind needs.
 *
 * @param to slug of the theme, or of the desk of an inquiry
 * @throws not found for an unknown theme, and for a desk that takes nothing
 */
export async function getEntryForm(
  kind: EntryKind,
  to: string,
  { locale, now }: { locale: Locale; now: Date },
): Promise<EntryForm> {
  if (kind === "inquiry") {
    const { desk } = await getInquiryForm(to, locale);
    return {
      kind,
      to,
      toName: `${desk.section} ${desk.name}`,
      closed: null,
      questions: [],
      publishedPhones: [desk.phone],
    };
  }
  const { theme, closed, questions, desk } = await getProposalForm(to, kind, { locale, now });
  return {
    kind,
    to,
    toName: `${theme.numeral} ${theme.title}`,
    // a day that is over is no reason: what came on paper came before
    closed: closed?.date ? null : closed,
    questions,
    publishedPhones: [desk.phone],
  };
}
