import type { Translate } from "#app/components/text.tsx";
import type { ShownThing } from "#app/domain/follow/queries/show-things.server.ts";
import { paths } from "#app/routes/paths.ts";

/** What is followed, in one line. */
export function thingWords(t: Translate, thing: ShownThing): string {
  switch (thing.type) {
    case "proposal": {
      const named = t("follows:thing.proposal", { number: thing.number });
      return thing.title === null ? named : `${named} ${thing.title}`;
    }
    case "theme":
      return t("follows:thing.theme", { theme: thing.title });
    case "search": {
      const { words, kind, theme, handling, outcome } = thing;
      const parts = [
        words && t("follows:thing.words", { words }),
        kind && t(`public:proposals.kinds.${kind}`),
        theme && t("follows:thing.inTheme", { theme }),
        handling && t(`public:handling.${handling}`),
        outcome && t("follows:thing.outcome", { outcome }),
      ].filter(Boolean);
      return parts.length === 0 ? t("follows:thing.everything") : parts.join(t("follows:thing.and"));
    }
  }
}

/** Where it can be read, without language prefix. */
export function thingPath(thing: ShownThing): string {
  switch (thing.type) {
    case "proposal":
      return paths.proposal(thing.number);
    case "theme":
      return paths.theme(thing.slug);
    case "search": {
      const query = new URLSearchParams(thing.search);
      const address = query.has("q") ? "/search" : paths.proposals();
      return query.size === 0 ? address : `${address}?${query}`;
    }
  }
}
