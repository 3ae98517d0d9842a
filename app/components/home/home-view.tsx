import { ProposalList } from "#app/components/reading/proposal-list.tsx";
import { useText } from "#app/components/text.tsx";
import { ThemeGrid, themeMeta } from "#app/components/theme/theme-grid.tsx";
import type { HomePage } from "#app/domain/reading/queries/get-home-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CardGrid, TopicCard } from "#app/ui/card.tsx";
import { Hero } from "#app/ui/hero.tsx";
import { Illustration } from "#app/ui/illustration.tsx";
import { Band, EmptyState, FigureList, NumberedSteps, Section } from "#app/ui/layout.tsx";
import { Link, PhoneLink } from "#app/ui/link.tsx";
import { Phrases } from "#app/ui/phrases.tsx";

const steps = ["write", "review", "desk", "publish"] as const;

/** The home page: what this is, what becomes of an idea, the themes, and what is new. */
export function HomeView({ home, phone }: { home: HomePage; phone: string }) {
  const { t, path } = useText();
  return (
    <>
      <Hero
        title={t("public:home.title")
          .split("\n")
          .map((phrase) => (
            <span key={phrase} className="inline-block">
              <Phrases>{phrase}</Phrases>
            </span>
          ))}
        lead={t("public:home.lead")}
        actions={
          <>
            <ButtonLink href={path(paths.themes())} size="lg" wide icon="pencil">
              {t("public:home.propose")}
            </ButtonLink>
            <ButtonLink href={path(paths.proposals())} size="lg" wide variant="outline">
              {t("public:home.read")}
            </ButtonLink>
          </>
        }
        note={t("public:home.note")}
      />
      <Band>
        <Section id="featured" title={t("public:home.featuredTitle")} about={t("public:home.featuredAbout")}>
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
          title={t("public:home.otherThemesTitle")}
          action={
            <Link href={path(paths.themes())} alone iconAfter="arrow-right">
              {t("public:home.allThemes")}
            </Link>
          }
        >
          <ThemeGrid themes={home.themes.filter((theme) => !theme.isFeatured)} />
        </Section>
      </Band>
      <Band soft>
        <Section
          id="steps"
          title={t("public:home.stepsTitle")}
          action={
            <Link href={path(paths.help())} alone iconAfter="arrow-right">
              {t("public:home.helpLink")}
            </Link>
          }
        >
          <NumberedSteps
            steps={steps.map((step) => ({
              title: t(`public:home.steps.${step}.title`),
              text: t(`public:home.steps.${step}.text`),
            }))}
          />
        </Section>
      </Band>
      <Band>
        <Newest home={home} />
        {home.answered.length > 0 && (
          <Section
            id="answered"
            title={t("public:home.answeredTitle")}
            action={
              <Link href={`${path(paths.proposals())}?sort=answered`} alone iconAfter="arrow-right">
                {t("public:home.allAnswered")}
              </Link>
            }
          >
            <ProposalList proposals={home.answered} />
          </Section>
        )}
        {home.figures.proposals > 0 && <Figures figures={home.figures} />}
      </Band>
      <Band soft>
        <Section id="phone" title={t("public:home.phoneTitle")}>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <p>{t("public:home.phoneText")}</p>
            <span className="text-[1.375rem]/[1.4]">
              <PhoneLink number={phone} />
            </span>
          </div>
        </Section>
      </Band>
    </>
  );
}

function Newest({ home }: { home: HomePage }) {
  const { t, path } = useText();
  return (
    <Section
      id="newest"
      title={t("public:home.newestTitle")}
      action={
        home.newest.length > 0 && (
          <Link href={path(paths.proposals())} alone iconAfter="arrow-right">
            {t("public:home.allProposals")}
          </Link>
        )
      }
    >
      {home.newest.length > 0 ? (
        <ProposalList proposals={home.newest} />
      ) : (
        <EmptyState
          title={t("public:home.emptyTitle")}
          actions={<ButtonLink href={path(paths.themes())}>{t("public:home.propose")}</ButtonLink>}
        >
          {t("public:home.emptyText")}
        </EmptyState>
      )}
    </Section>
  );
}

function Figures({ figures }: { figures: HomePage["figures"] }) {
  const { t, locale } = useText();
  const number = new Intl.NumberFormat(locale === "en" ? "en" : "ja");
  const names = ["proposals", "answered", "waiting", "comments"] as const;
  return (
    <Section id="figures" title={t("public:home.figuresTitle")}>
      <FigureList
        items={names.map((name) => ({
          label: t(`public:home.figures.${name}`),
          value: number.format(figures[name]),
          unit: t("public:home.figures.unit"),
        }))}
      />
    </Section>
  );
}
