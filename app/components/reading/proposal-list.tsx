import { useText } from "#app/components/text.tsx";
import type { ProposalCard } from "#app/domain/reading/queries/proposal-cards.server.ts";
import { paths } from "#app/routes/paths.ts";
import { CardGrid, EntryCard, type HeadingLevel } from "#app/ui/card.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { ResourceList } from "#app/ui/resource-list.tsx";
import { Day } from "./day.tsx";
import { ProposalBadges } from "./proposal-badges.tsx";

/** Proposals as cards. On a theme's own page `withTheme` is false: every card would say the same. */
export function ProposalList({
  proposals,
  headingLevel,
  withTheme = true,
}: {
  proposals: readonly ProposalCard[];
  headingLevel?: HeadingLevel;
  withTheme?: boolean;
}) {
  const { t, path } = useText();
  return (
    <CardGrid>
      {proposals.map((proposal) => (
        <EntryCard
          key={proposal.number}
          title={proposal.title}
          href={path(paths.proposal(proposal.number))}
          headingLevel={headingLevel}
          badges={<ProposalBadges proposal={proposal} />}
          excerpt={proposal.excerpt}
          meta={[
            ...(withTheme ? [proposal.theme.title] : []),
            <OwnWords key="author">{proposal.author ?? t("common:anonymous")}</OwnWords>,
            <Day key="day" at={proposal.publishedAt} form="short" />,
            ...(proposal.commentCount > 0 ? [<CommentCount key="comments" proposal={proposal} />] : []),
          ]}
        />
      ))}
    </CardGrid>
  );
}

/** Proposals as short lines, where what they say matters less than how much is said about them. */
export function ProposalLines({ proposals }: { proposals: readonly ProposalCard[] }) {
  const { path } = useText();
  return (
    <ResourceList
      items={proposals.map((proposal) => ({
        href: path(paths.proposal(proposal.number)),
        title: <OwnWords>{proposal.title}</OwnWords>,
        badges: <ProposalBadges proposal={proposal} />,
        meta: [<CommentCount key="comments" proposal={proposal} />],
      }))}
    />
  );
}

function CommentCount({ proposal }: { proposal: ProposalCard }) {
  const { t } = useText();
  return (
    <span className="inline-flex items-center gap-1">
      <Icon name="bubble" />
      {t("public:comments", { n: proposal.commentCount })}
    </span>
  );
}
