import { useText } from "#app/components/text.tsx";
import { type ProposalListQuery, proposalSorts } from "#app/domain/reading/proposal-list.ts";
import type { ProposalList } from "#app/domain/reading/queries/list-proposals.server.ts";
import { handlingStates } from "#app/domain/submission/submission.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FilterBar } from "#app/ui/layout.tsx";
import { Select } from "#app/ui/select.tsx";

/** The filters of a proposal list as they stand in the address, without the cursor. */
export function keptFilters(query: ProposalListQuery, withTheme: boolean): Record<string, string | undefined> {
  return {
    kind: query.kind,
    ...(withTheme && { theme: query.theme }),
    handling: query.handling?.toLowerCase(),
    outcome: query.outcome,
    sort: query.sort === "newest" ? undefined : query.sort,
  };
}

/** What to show of a list of proposals, as a GET form: the choice is in the address and can be sent to somebody. */
export function ProposalFilters({
  action,
  query,
  list,
  withTheme,
}: {
  /** With the language's prefix. */
  action: string;
  query: ProposalListQuery;
  list: Pick<ProposalList, "themes" | "outcomes">;
  withTheme: boolean;
}) {
  const { t } = useText();
  const all = t("public:proposals.all");
  const isFiltered = Object.values(keptFilters(query, withTheme)).some((value) => value !== undefined);
  return (
    <FilterBar
      action={action}
      label={t("public:proposals.filters")}
      actions={
        <>
          <Button icon="search">{t("public:proposals.apply")}</Button>
          {isFiltered && (
            <ButtonLink href={action} variant="text">
              {t("public:proposals.reset")}
            </ButtonLink>
          )}
        </>
      }
    >
      <Select
        id="kind"
        name="kind"
        label={t("public:proposals.kind")}
        emptyLabel={all}
        defaultValue={query.kind ?? ""}
        options={(["idea", "partnership"] as const).map((kind) => ({
          value: kind,
          label: t(`public:proposals.kinds.${kind}`),
        }))}
      />
      {withTheme && (
        <Select
          id="theme"
          name="theme"
          label={t("public:proposals.theme")}
          emptyLabel={all}
          defaultValue={query.theme ?? ""}
          options={list.themes.map(({ slug, title }) => ({ value: slug, label: title }))}
        />
      )}
      <Select
        id="handling"
        name="handling"
        label={t("public:proposals.handling")}
        emptyLabel={all}
        defaultValue={query.handling?.toLowerCase() ?? ""}
        options={handlingStates.map((state) => ({ value: state.toLowerCase(), label: t(`public:handling.${state}`) }))}
      />
      <Select
        id="outcome"
        name="outcome"
        label={t("public:proposals.outcome")}
        emptyLabel={all}
        defaultValue={query.outcome ?? ""}
        options={list.outcomes.map(({ key, label }) => ({ value: key, label }))}
      />
      <Select
        id="sort"
        name="sort"
        label={t("public:proposals.sort")}
        defaultValue={query.sort}
        options={proposalSorts.map((sort) => ({ value: sort, label: t(`public:proposals.sorts.${sort}`) }))}
      />
    </FilterBar>
  );
}
