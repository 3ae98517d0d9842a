import { FollowLink } from "#app/components/follow/follow-link.tsx";
import { Pager } from "#app/components/reading/pager.tsx";
import { ProposalList as ProposalCards } from "#app/components/reading/proposal-list.tsx";
import { useText } from "#app/components/text.tsx";
import type { ProposalListQuery } from "#app/domain/reading/proposal-list.ts";
import type { ProposalList } from "#app/domain/reading/queries/list-proposals.server.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { keptFilters, ProposalFilters } from "./proposal-filters.tsx";

/** Filters, one page of proposals, and the way to the next; of all themes or of one (`theme`). */
export function ProposalsView({
  list,
  query,
  theme,
}: {
  list: ProposalList;
  query: ProposalListQuery;
  theme?: { slug: string };
}) {
  const { t, path } = useText();
  const address = theme ? paths.themeProposals(theme.slug) : paths.proposals();
  const kept = keptFilters(query, theme === undefined);
  const isFiltered = Object.values(kept).some((value) => value !== undefined);
  return (
    <>
      <ProposalFilters action={path(address)} query={query} list={list} withTheme={theme === undefined} />
      <section id="list" aria-labelledby="list-heading" className="flex flex-col gap-6">
        <h2 id="list-heading" className="sr-only">
          {t("public:proposals.listTitle")}
        </h2>
        {list.items.length > 0 ? (
          <ProposalCards proposals={list.items} withTheme={theme === undefined} />
        ) : (
          <EmptyState
            picture={isFiltered ? "search" : "talk"}
            title={t(isFiltered ? "public:proposals.emptyTitle" : "public:proposals.noneTitle")}
            actions={
              <>
                <ButtonLink href={path(theme ? paths.theme(theme.slug) : paths.themes())}>
                  {t("public:proposals.propose")}
                </ButtonLink>
                {isFiltered && (
                  <ButtonLink href={path(address)} variant="outline">
                    {t("public:proposals.reset")}
                  </ButtonLink>
                )}
              </>
            }
          >
            {t(isFiltered ? "public:proposals.emptyText" : "public:proposals.noneText")}
          </EmptyState>
        )}
        <FollowLink
          of="search"
          to={paths.followSearch({ ...kept, theme: theme?.slug ?? query.theme, sort: undefined })}
        />
        <Pager page={list} address={address} kept={kept} hash="#list" />
        {theme === undefined && <OpenData />}
      </section>
    </>
  );
}

/** The whole of it for everybody's own use. */
function OpenData() {
  const { t, path } = useText();
  return (
    <p className="text-small">
      <Link href={path(paths.proposalsCsv())} download>
        {t("public:openData.link")}
      </Link>
      <br />
      <span className="text-ink-soft">{t("public:openData.about")}</span>
    </p>
  );
}
