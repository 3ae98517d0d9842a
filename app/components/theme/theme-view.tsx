import { CommentForm } from "#app/components/comment/comment-form.tsx";
import { PrintedAddress, type PrintedAddressData } from "#app/components/paper/printed-address.tsx";
import { Conversation } from "#app/components/reading/conversation.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { ProposalLines, ProposalList } from "#app/components/reading/proposal-list.tsx";
import { ReadAloud } from "#app/components/reading/read-aloud.tsx";
import { useText } from "#app/components/text.tsx";
import type { ThemePage } from "#app/domain/reading/queries/get-theme-page.server.ts";
import { formatDate } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Illustration } from "#app/ui/illustration.tsx";
import { EmptyState, FormActions, PageBody, PageHeading, Section, WithAside } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { ThemeAside } from "./theme-aside.tsx";
import { ThemeQuestions } from "./theme-questions.tsx";

/** A theme: what it is about, what the city asks, who answers, and what people have said. */
export function ThemeView({ theme, printed }: { theme: ThemePage; printed: PrintedAddressData }) {
  const { t, locale } = useText();
  return (
    <PageBody
      breadcrumb={<Crumbs items={[{ label: t("common:nav.themes"), to: paths.themes() }, { label: theme.title }]} />}
    >
      <div className="flex flex-col gap-6">
        <PageHeading
          eyebrow={t("public:themeNumber", { numeral: theme.numeral })}
          title={theme.title}
          lead={theme.lead}
          picture={<Illustration name={theme.illustration} className="h-auto w-full" />}
        />
        <ReadAloud />
        {theme.closed === null ? (
          <ProposeButtons theme={theme} />
        ) : (
          <NotificationBanner
            tone="info"
            title={
              theme.closed.date === ""
                ? t("public:theme.closedTitle")
                : t(`errors:${theme.closed.key}`, { date: theme.closed.date })
            }
            headingLevel="p"
          >
            {t("public:theme.closedText")}
          </NotificationBanner>
        )}
        {theme.until !== null && <p>{t("policy:until", { date: formatDate(theme.until, locale) })}</p>}
      </div>
      <WithAside asideLabel={t("public:theme.deskTitle")} aside={<ThemeAside theme={theme} />}>
        <Section id="about" title={t("public:theme.aboutTitle")}>
          <Prose text={theme.body} />
        </Section>
        {theme.questions.length > 0 && <ThemeQuestions theme={theme} />}
      </WithAside>
      <Proposals theme={theme} />
      <Comments theme={theme} />
      <PrintedAddress printed={printed} />
    </PageBody>
  );
}

function ProposeButtons({ theme: { slug, takesIdeas, takesPartnerships } }: { theme: ThemePage }) {
  const { t, path } = useText();
  return (
    <FormActions>
      {takesIdeas && (
        <ButtonLink href={path(paths.newProposal(slug, "idea"))} size="lg" wide icon="pencil">
          {t("public:theme.propose")}
        </ButtonLink>
      )}
      {takesPartnerships && (
        <ButtonLink
          href={path(paths.newProposal(slug, "partnership"))}
          size="lg"
          wide
          variant="outline"
          icon="building"
        >
          {t("public:theme.proposePartnership")}
        </ButtonLink>
      )}
      {takesIdeas && (
        <Link href={path(paths.paperForm(slug))} icon="document" alone>
          {t("paper:open")}
        </Link>
      )}
    </FormActions>
  );
}

function Proposals({ theme }: { theme: ThemePage }) {
  const { t, path } = useText();
  if (theme.newest.length === 0) {
    return (
      <Section id="proposals" title={t("public:theme.newestTitle")}>
        <EmptyState
          title={t("public:theme.emptyTitle")}
          actions={
            theme.takesIdeas && (
              <ButtonLink href={path(paths.newProposal(theme.slug, "idea"))}>{t("public:theme.propose")}</ButtonLink>
            )
          }
        >
          {theme.takesIdeas && t("public:theme.emptyText")}
        </EmptyState>
      </Section>
    );
  }
  const all = (query: string) => (
    <Link href={`${path(paths.themeProposals(theme.slug))}${query}`} alone iconAfter="arrow-right">
      {t("public:theme.allProposals")}
    </Link>
  );
  return (
    <>
      <Section id="proposals" title={t("public:theme.newestTitle")} action={all("")}>
        <ProposalList proposals={theme.newest} withTheme={false} />
      </Section>
      {theme.discussed.length > 0 && (
        <Section id="discussed" title={t("public:theme.discussedTitle")}>
          <ProposalLines proposals={theme.discussed} />
        </Section>
      )}
    </>
  );
}

function Comments({ theme }: { theme: ThemePage }) {
  const { t, path } = useText();
  return (
    <Section id="comments" title={t("public:theme.commentsTitle")}>
      <div className="flex max-w-[52rem] flex-col gap-10">
        <Conversation
          page={theme.comments}
          address={paths.theme(theme.slug)}
          replyHref={theme.takesComments ? (parent) => path(paths.newThemeComment(theme.slug, { parent })) : undefined}
        />
        {theme.takesComments && (
          <section
            aria-labelledby="write-comment"
            className="flex flex-col gap-6 border-t border-line pt-8 paper:hidden"
          >
            <h3 id="write-comment" className="heading-3">
              {t("public:theme.comment")}
            </h3>
            <CommentForm
              action={path(paths.newThemeComment(theme.slug))}
              takesStance={false}
              readingTime={theme.readingTime}
            />
          </section>
        )}
      </div>
    </Section>
  );
}
