import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import type { HandlingState } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type FollowedThing, readFollowedSearch } from "../follow.ts";

/** What is followed, in the words of one language. Filters that no longer mean anything are left out. */
export type ShownThing =
  | { type: "proposal"; number: string; title: string | null }
  | { type: "theme"; slug: string; title: string }
  | {
      type: "search";
      search: string;
      words: string | null;
      kind: "idea" | "partnership" | null;
      theme: string | null;
      handling: HandlingState | null;
      outcome: string | null;
    };

/** Says what is followed. Themes and outcomes are loaded once for all of them, and only where a search names one. */
export async function showThings(things: readonly FollowedThing[], locale: Locale): Promise<ShownThing[]> {
  const hasSearch = things.some((thing) => thing.type === "search" && thing.search !== "");
  const [themes, outcomes] = hasSearch
    ? await Promise.all([db().theme.findMany({ select: { slug: true, title: true } }), listOutcomes()])
    : [[], []];
  const themeTitles = new Map(themes.map(({ slug, title }) => [slug, pick(title as LocalizedText, locale)]));
  const outcomeLabels = new Map(outcomes.map(({ key, label }) => [key, pick(label, locale)]));
  return things.map(shown);

  function shown(thing: FollowedThing): ShownThing {
    switch (thing.type) {
      case "proposal":
        return thing;
      case "theme":
        return { ...thing, title: pick(thing.title, locale) };
      case "search": {
        const { q, kind, theme, handling, outcome } = readFollowedSearch(thing.search);
        return {
          type: "search",
          search: thing.search,
          words: q ?? null,
          kind: kind ?? null,
          theme: themeTitles.get(theme ?? "") ?? null,
          handling: handling ?? null,
          outcome: outcomeLabels.get(outcome ?? "") ?? null,
        };
      }
    }
  }
}
