import type { Translate } from "#app/components/text.tsx";
import type { SharedProposal, SharedTheme } from "#app/domain/reading/queries/get-shared-link.server.ts";
import type { Card } from "./card-node.server.ts";

const names = (t: Translate) => ({ siteName: t("common:siteName"), cityName: t("common:cityName") });

/** The card of every page that has none of its own. */
export function siteCard(t: Translate): Card {
  return {
    ...names(t),
    label: t("pictures:shared.plan"),
    outcome: null,
    title: t("home:title"),
    fallbackTitle: t("common:siteName"),
    about: t("common:siteDescription"),
    illustration: "square",
  };
}

export function themeCard(t: Translate, theme: SharedTheme): Card {
  const label = t("public:themeNumber", { numeral: theme.numeral });
  return {
    ...names(t),
    label,
    outcome: null,
    title: theme.title,
    fallbackTitle: label,
    about: theme.lead,
    illustration: theme.illustration,
  };
}

export function proposalCard(t: Translate, proposal: SharedProposal): Card {
  const { number, theme } = proposal;
  return {
    ...names(t),
    label: t(`public:kind.${proposal.kind}`),
    outcome: proposal.outcome && t("public:answeredAs", { outcome: proposal.outcome }),
    title: proposal.title,
    fallbackTitle: t("pictures:shared.untitled", { number }),
    about: `${t("public:themeNumber", { numeral: theme.numeral })} ${theme.title}  ${number}`,
    illustration: theme.illustration,
  };
}
