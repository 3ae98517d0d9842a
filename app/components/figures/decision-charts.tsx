import { useText } from "#app/components/text.tsx";
import type { Named } from "#app/domain/figures/queries/sum-cells.server.ts";
import { type Decided, fewestPublished } from "#app/domain/figures/work-figures.ts";
import { BarTable } from "#app/ui/charts/bar-table.tsx";
import { ChartFigure } from "#app/ui/charts/chart-figure.tsx";
import { useNumbers } from "./use-numbers.ts";
import { appealWord, decisionWord, reportWord } from "./work-words.ts";

/** What was decided on proposals and comments, and why; what readers reported and authors appealed against, and what became of it. */
export function DecisionCharts({
  decisions,
  reasons,
  reports,
  appeals,
  reasonNames,
}: {
  decisions: readonly Decided[];
  reasons: readonly Decided[];
  reports: readonly Decided[];
  appeals: readonly Decided[];
  reasonNames: readonly Named[];
}) {
  const { t } = useText();
  const reasonOf = (key: string) => reasonNames.find(({ id }) => id === key)?.name ?? key;
  return (
    <>
      <Decisions what="decisions" rows={decisions} nameOf={(key) => decisionWord(t, key)} />
      <Decisions what="reasons" rows={reasons} nameOf={reasonOf} />
      <Decisions what="reports" rows={reports} nameOf={(key) => reportWord(t, key)} />
      <Decisions what="appeals" rows={appeals} nameOf={(key) => appealWord(t, key)} />
    </>
  );
}

function Decisions({
  what,
  rows,
  nameOf,
}: {
  what: "decisions" | "reasons" | "reports" | "appeals";
  rows: readonly Decided[];
  nameOf: (key: string) => string;
}) {
  const { t } = useText();
  const { number } = useNumbers();
  const title = t(`figures:decided.${what}.title`);
  if (rows.length === 0)
    return (
      <ChartFigure id={what} title={title} finding={t(`figures:decided.${what}.none`)}>
        {null}
      </ChartFigure>
    );
  const count = (n: number | null) => (n === null ? t("figures:fewer", { n: fewestPublished }) : number(n));
  return (
    <ChartFigure id={what} title={title} finding={t(`figures:decided.${what}.finding`)}>
      <BarTable
        caption={title}
        nameHeader={t(`figures:decided.${what}.name`)}
        name={({ key }) => nameOf(key)}
        rows={rows}
        rowKey={({ key }) => key}
        bar={({ proposals, comments }) => ({ part: proposals ?? 0, whole: (proposals ?? 0) + (comments ?? 0) })}
        columns={[
          { key: "proposals", header: t("figures:proposals"), strong: true, cell: (row) => count(row.proposals) },
          { key: "comments", header: t("figures:comments"), cell: (row) => count(row.comments) },
        ]}
      />
    </ChartFigure>
  );
}
