import { type Translate, useText } from "#app/components/text.tsx";
import type { ThemeCard } from "#app/domain/reading/queries/list-themes.server.ts";
import { paths } from "#app/routes/paths.ts";
import { CardGrid, type HeadingLevel, TopicCard } from "#app/ui/card.tsx";
import { Illustration } from "#app/ui/illustration.tsx";

/** What a theme's counters say, for the foot of its card. */
export function themeMeta(t: Translate, theme: Pick<ThemeCard, "proposalCount" | "answeredCount">) {
  return (
    <>
      <span>{t("public:themes.proposals", { n: theme.proposalCount })}</span>
      <span>{t("public:themes.answered", { n: theme.answeredCount })}</span>
    </>
  );
}

/** Themes as entrances beside each other. */
export function ThemeGrid({ themes, headingLevel }: { themes: readonly ThemeCard[]; headingLevel?: HeadingLevel }) {
  const { t, path } = useText();
  const labelOf = ({ numeral, isFeatured }: ThemeCard) => {
    const number = t("public:themeNumber", { numeral });
    return isFeatured ? (
      <>
        {number} <span className="ml-2 inline-block">{t("public:themes.featured")}</span>
      </>
    ) : (
      number
    );
  };
  return (
    <CardGrid>
      {themes.map((theme) => (
        <TopicCard
          key={theme.slug}
          picture={<Illustration name={theme.illustration} className="h-auto w-full" />}
          label={labelOf(theme)}
          title={theme.title}
          href={path(paths.theme(theme.slug))}
          headingLevel={headingLevel}
          meta={themeMeta(t, theme)}
        >
          {theme.lead}
        </TopicCard>
      ))}
    </CardGrid>
  );
}
