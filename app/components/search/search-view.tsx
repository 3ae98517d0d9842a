import type { ReactNode } from "react";
import { FollowLink } from "#app/components/follow/follow-link.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import type { SearchResults } from "#app/domain/search/queries/search-published.server.ts";
import { longestSearch } from "#app/domain/shared/search-query.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { EmptyState, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { CitingSentence } from "#app/ui/own-words.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import { SearchResultsView } from "./search-results.tsx";

/** The search: its field, and below it what was found, or what to do when nothing was. */
export function SearchView({
  typed,
  found,
}: {
  typed: string;
  found: { text: string; isCut: boolean; results: SearchResults } | null;
}) {
  const { t, path } = useText();
  const title = found ? (
    <CitingSentence sentence={t("public:search.titleFor", { query: found.text })} words={found.text} />
  ) : (
    t("public:search.title")
  );
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: t("public:search.title") }]} />} width="reading">
      <div className="flex flex-col gap-6">
        <PageHeading title={title} lead={found ? undefined : t("public:search.lead")} />
        <div className="flex flex-col gap-2">
          <SearchBox
            id="q"
            name="q"
            action={path(paths.search())}
            label={t("public:search.label")}
            buttonText={t("public:search.button")}
            defaultValue={found?.text ?? typed}
          />
          <p className="text-small text-ink-soft">{t("public:search.hint")}</p>
          {found?.isCut && <p className="text-small font-bold">{t("public:search.cut", { max: longestSearch })}</p>}
        </div>
      </div>
      {found !== null && <FollowLink of="search" to={paths.followSearch({ q: found.text })} />}
      {found === null ? (
        <SearchEmpty title={t("empty:search.title")}>{t("empty:search.text")}</SearchEmpty>
      ) : hasAny(found.results) ? (
        <SearchResultsView results={found.results} />
      ) : (
        <SearchEmpty
          title={<CitingSentence sentence={t("public:search.emptyTitle", { query: found.text })} words={found.text} />}
        >
          {t("public:search.emptyText")}
        </SearchEmpty>
      )}
    </PageBody>
  );
}

function hasAny({ themes, desks, proposals, comments }: SearchResults): boolean {
  return [themes, desks, proposals, comments].some((group) => group.length > 0);
}

/** Before anything was asked, and when nothing was found: where one can read on. */
function SearchEmpty({ title, children }: { title: ReactNode; children: string }) {
  const { t, path } = useText();
  return (
    <EmptyState
      title={title}
      picture="search"
      actions={
        <>
          <ButtonLink href={path(paths.themes())}>{t("public:search.toThemes")}</ButtonLink>
          <ButtonLink href={path(paths.proposals())} variant="outline">
            {t("public:search.toProposals")}
          </ButtonLink>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
