import { CommentForm } from "#app/components/comment/comment-form.tsx";
import { channelFact } from "#app/components/paper/channel-words.ts";
import { PrintedAddress, type PrintedAddressData } from "#app/components/paper/printed-address.tsx";
import { Conversation } from "#app/components/reading/conversation.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { Day } from "#app/components/reading/day.tsx";
import { ProposalBadges } from "#app/components/reading/proposal-badges.tsx";
import { ReadAloud } from "#app/components/reading/read-aloud.tsx";
import { ReportLink } from "#app/components/report/report-link.tsx";
import { useText } from "#app/components/text.tsx";
import type { ProposalPage } from "#app/domain/reading/queries/get-proposal-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { MetaLine } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { PageBody, PageHeading, Section, WithAside } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Phrases } from "#app/ui/phrases.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { ProposalAnswer } from "./proposal-answer.tsx";
import { ProposalAside } from "./proposal-aside.tsx";

/** A published proposal: its text, the city's answer or who owes it until when, its course, and what people say to it. */
export function ProposalView({ proposal, printed }: { proposal: ProposalPage; printed: PrintedAddressData }) {
  const { t, path, locale } = useText();
  const fact = channelFact(t, proposal.channel);
  const lang = proposal.locale === "en" ? "en" : "ja";
  return (
    <PageBody
      breadcrumb={
        <Crumbs
          items={[
            { label: t("common:nav.themes"), to: paths.themes() },
            { label: proposal.theme.title, to: paths.theme(proposal.theme.slug) },
            { label: t("public:proposal.number", { number: proposal.number }) },
          ]}
        />
      }
    >
      {proposal.isSample && (
        <NotificationBanner tone="info" title={t("public:proposal.sampleTitle")} headingLevel="p">
          {t("public:proposal.sampleText")}
        </NotificationBanner>
      )}
      <PageHeading
        eyebrow={t("public:proposal.number", { number: proposal.number })}
        title={
          <span lang={languageOf(proposal.title) ?? lang}>
            <Phrases>{proposal.title}</Phrases>
          </span>
        }
        dir="auto"
        badges={<ProposalBadges proposal={{ ...proposal, outcome: proposal.answers[0]?.outcome ?? null }} />}
        meta={
          <MetaLine
            items={[
              <OwnWords key="author">{authorOf(proposal) ?? t("common:anonymous")}</OwnWords>,
              <span key="day">
                {t("public:publishedOn")} <Day at={proposal.publishedAt} />
              </span>,
              ...(fact === null ? [] : [<span key="channel">{fact}</span>]),
              ...(proposal.commentCount > 0
                ? [
                    <a key="comments" href="#comments">
                      {t("public:comments", { n: proposal.commentCount })}
                    </a>,
                  ]
                : []),
            ]}
          />
        }
      />
      <ReadAloud />
      <WithAside asideLabel={t("public:proposal.timelineTitle")} aside={<ProposalAside proposal={proposal} />}>
        <Section id="text" title={t("public:proposal.textTitle")}>
          <Prose text={proposal.body} lang={lang} />
          <DescriptionList items={facts()} />
          <p className="text-small paper:hidden [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center">
            <ReportLink to={path(paths.reportProposal(proposal.number))} number={proposal.number} />
          </p>
        </Section>
        <ProposalAnswer proposal={proposal} />
      </WithAside>
      <Comments proposal={proposal} />
      <PrintedAddress printed={printed} />
    </PageBody>
  );

  function numbers(which: "splitFrom" | "splitInto") {
    if (proposal[which].length === 0) return [];
    const links = proposal[which].map((number) => (
      <li key={number}>
        <Link href={path(paths.proposal(number))}>{number}</Link>
      </li>
    ));
    return [{ term: t(`merging:${which}`), description: <ul className="flex flex-wrap gap-x-4">{links}</ul> }];
  }

  function facts() {
    return [
      ...(proposal.expectedEffect === null
        ? []
        : [
            {
              term: t("public:proposal.expectedEffect"),
              description: <Prose text={proposal.expectedEffect} lang={lang} />,
            },
          ]),
      ...(proposal.area === null
        ? []
        : [{ term: t("public:proposal.area"), description: <OwnWords>{proposal.area}</OwnWords> }]),
      ...(proposal.merged.length === 0
        ? []
        : [{ term: t("merging:same"), description: proposal.merged.join(locale === "en" ? ", " : "、") }]),
      ...numbers("splitFrom"),
      ...numbers("splitInto"),
      ...(proposal.question === null ? [] : [{ term: t("public:proposal.question"), description: proposal.question }]),
      {
        term: t("public:proposal.theme"),
        description: (
          <Link href={path(paths.theme(proposal.theme.slug))}>
            {`${proposal.theme.numeral} ${proposal.theme.title}`}
          </Link>
        ),
      },
    ];
  }
}

/** An organization signs with its own name; a citizen with the name they chose to show, if any. */
function authorOf(proposal: ProposalPage): string | null {
  return proposal.organization ?? proposal.author;
}

function Comments({ proposal }: { proposal: ProposalPage }) {
  const { t, path } = useText();
  const isOpen = proposal.theme.takesComments;
  return (
    <Section id="comments" title={t("public:proposal.commentsTitle")}>
      <div className="flex max-w-[52rem] flex-col gap-10">
        <Conversation
          page={proposal.comments}
          address={paths.proposal(proposal.number)}
          replyHref={isOpen ? (parent) => path(paths.newProposalComment(proposal.number, parent)) : undefined}
        />
        {isOpen ? (
          <section
            aria-labelledby="write-comment"
            className="flex flex-col gap-6 border-t border-line pt-8 paper:hidden"
          >
            <div>
              <h3 id="write-comment" className="heading-3">
                {t("public:proposal.comment")}
              </h3>
              <p className="text-ink-soft">{t("public:proposal.commentHint")}</p>
            </div>
            <CommentForm
              action={path(paths.newProposalComment(proposal.number))}
              takesStance
              readingTime={proposal.theme.readingTime}
            />
          </section>
        ) : (
          <p className="text-ink-soft">{t("public:proposal.commentsClosed")}</p>
        )}
      </div>
    </Section>
  );
}
