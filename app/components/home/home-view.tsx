import { useNumbers } from "#app/components/figures/use-numbers.ts";
import { ProposalList } from "#app/components/reading/proposal-list.tsx";
import { useText } from "#app/components/text.tsx";
import { ThemeGrid, themeMeta } from "#app/components/theme/theme-grid.tsx";
import type { ShownFigures } from "#app/domain/figures/queries/get-public-figures.server.ts";
import type { HomePage } from "#app/domain/reading/queries/get-home-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardGrid, TopicCard } from "#app/ui/card.tsx";
import { Hero, HeroFacts } from "#app/ui/hero.tsx";
import { Illustration } from "#app/ui/illustration.tsx";
import { Band, EmptyState, NumberedSteps, Section } from "#app/ui/layout.tsx";
import { Link, PhoneLink } from "#app/ui/link.tsx";
import { Phrases } from "#app/ui/phrases.tsx";
import { HomeAnswers } from "./home-answers.tsx";
import { HomeFigures } from "./home-figures.tsx";

/**
 * The home page, for somebody who has ten seconds: what this is and what one can do, what becomes of an idea, and the proof that it does. Then
 * the themes, where writing begins, before the numbers in full and the newest proposals.
 */
export function HomeView({ home, phone }: { home: HomePage; phone: string }) {
  const { t, path } = useText();
  const figures = home.figures !== null && home.figures.received > 0 ? home.figures : null;
  return (
    <>
      <Hero
        title={t("home:title")
          .split("\n")
          .map((phrase) => (
            <span key={phrase} className="inline-block">
              <Phrases>{phrase}</Phrases>
            </span>
          ))}
        lead={t("home:lead")}
        actions={
          <>
            <ButtonLink href={path(paths.themes())} size="lg" wide icon="pencil">
              {t("home:propose")}
            </ButtonLink>
            <ButtonLink href={path(paths.proposals())} size="lg" wide variant="outline">
              {t("home:read")}
            </ButtonLink>
          </>
        }
        note={t("home:note")}
        facts={figures ? <Facts figures={figures} /> : undefined}
      />
      <Band>
        <Steps promise={home.promise} />
      </Band>
      {home.newest.length > 0 && (
        <Band soft>
          <HomeAnswers home={home} />
        </Band>
      )}
      <Band>
        <Themes home={home} />
      </Band>
      {figures && (
        <Band soft>
          <HomeFigures figures={figures} themes={home.themes} />
        </Band>
      )}
      <Band>
        <Newest home={home} />
        <Section id="phone" title={t("home:phoneTitle")}>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <p>{t("home:phoneText")}</p>
            <span className="text-[1.375rem]/[1.4]">
              <PhoneLink number={phone} />
            </span>
          </div>
        </Section>
      </Band>
    </>
  );
}

function Facts({ figures }: { figures: ShownFigures }) {
  const { t } = useText();
  const { number } = useNumbers();
  const { median } = figures.speed;
  return (
    <HeroFacts
      label={t("home:facts.label")}
      facts={[
        { name: t("home:facts.received"), value: number(figures.received), unit: t("home:facts.items") },
        { name: t("home:facts.answered"), value: number(figures.answered), unit: t("home:facts.items") },
        {
          name: t("home:facts.median"),
          value: median === null ? t("home:facts.none") : t("home:facts.within", { count: median }),
        },
      ]}
      more={
        <Link href="#figures" alone iconAfter="chevron-down">
          {t("home:facts.more")}
        </Link>
      }
    />
  );
}

function Steps({ promise }: { promise: HomePage["promise"] }) {
  const { t, path } = useText();
  const steps = [
    ["write", undefined],
    ["review", promise.review],
    ["desk", undefined],
    ["publish", promise.answer],
  ] as const;
  return (
    <Section
      id="steps"
      title={t("home:stepsTitle")}
      action={
        <Link href={path(paths.help())} alone iconAfter="arrow-right">
          {t("home:helpLink")}
        </Link>
      }
    >
      <NumberedSteps
        steps={steps.map(([step, count]) => ({
          title: t(`home:steps.${step}.title`),
          when: t(`home:steps.${step}.when`, { count }),
          text: t(`home:steps.${step}.text`),
        }))}
      />
      <p className="max-w-reading text-small text-ink-soft">{t("home:daysNote")}</p>
    </Section>
  );
}

function Themes({ home }: { home: HomePage }) {
  const { t, path } = useText();
  return (
    <>
      <Section id="featured" title={t("home:featuredTitle")} about={t("home:featuredAbout")}>
        <CardGrid>
          {home.featured.map((theme) => (
            <TopicCard
              key={theme.slug}
              featured
              picture={<Illustration name={theme.illustration} className="size-16 desktop:size-20" />}
              label={t("public:themeNumber", { numeral: theme.numeral })}
              title={theme.title}
              href={path(paths.theme(theme.slug))}
              meta={themeMeta(t, theme)}
            >
              {theme.lead}
            </TopicCard>
          ))}
        </CardGrid>
      </Section>
      <Section
        id="themes"
        title={t("home:otherThemesTitle")}
        action={
          <Link href={path(paths.themes())} alone iconAfter="arrow-right">
            {t("home:allThemes")}
          </Link>
        }
      >
        <ThemeGrid themes={home.themes.filter((theme) => !theme.isFeatured)} />
      </Section>
    </>
  );
}

function Newest({ home }: { home: HomePage }) {
  const { t, path } = useText();
  return (
    <Section
      id="newest"
      title={t("home:newestTitle")}
      action={
        home.newest.length > 0 && (
          <Link href={path(paths.proposals())} alone iconAfter="arrow-right">
            {t("home:allProposals")}
          </Link>
        )
      }
    >
      {home.newest.length > 0 ? (
        <ProposalList proposals={home.newest} />
      ) : (
        <EmptyState
          title={t("home:emptyTitle")}
          actions={<ButtonLink href={path(paths.themes())}>{t("home:propose")}</ButtonLink>}
        >
          {t("home:emptyText")}
        </EmptyState>
      )}
    </Section>
  );
}
