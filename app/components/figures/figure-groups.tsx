import { useText } from "#app/components/text.tsx";
import { type Group, type Spread, type Step, steps } from "#app/domain/figures/work-figures.ts";
import { BarTable } from "#app/ui/charts/bar-table.tsx";
import { ChartFigure } from "#app/ui/charts/chart-figure.tsx";
import { Table } from "#app/ui/table.tsx";
import { useNumbers } from "./use-numbers.ts";

export type NamedGroup = Group & { name: string };

/** Within how many days half and nine tenths of something were done, as cells and as a bar. */
function useSpread() {
  const { t } = useText();
  const { number } = useNumbers();
  const days = (value: number | null) => (value === null ? "–" : number(value));
  return {
    days,
    bar: ({ median, ninetieth }: Spread) =>
      median === null || ninetieth === null ? null : { part: median, whole: ninetieth },
    note: ({ n }: Spread) => (n > 0 ? t("figures:few") : undefined),
    /** Both in one cell. */
    both: ({ n, median, ninetieth }: Spread) =>
      median === null || ninetieth === null
        ? n > 0
          ? t("figures:fewShort")
          : "–"
        : t("figures:both", { median: number(median), ninetieth: number(ninetieth) }),
  };
}

/** How long each step took. */
export function StepsChart({ of, shown }: { of: Record<Step, Spread>; shown: readonly Step[] }) {
  const { t } = useText();
  const { number } = useNumbers();
  const { days, bar, note } = useSpread();
  const title = t("figures:stepsTitle");
  return (
    <ChartFigure id="steps-chart" title={title} finding={t("figures:stepsFinding")}>
      <BarTable
        caption={title}
        nameHeader={t("figures:step")}
        name={(step) => t(`figures:steps.${step}`)}
        rows={shown}
        rowKey={(step) => step}
        bar={(step) => bar(of[step])}
        note={(step) => note(of[step])}
        columns={[
          { key: "n", header: t("figures:count"), cell: (step) => number(of[step].n) },
          { key: "median", header: t("figures:half"), strong: true, cell: (step) => days(of[step].median) },
          { key: "ninetieth", header: t("figures:nineTenths"), cell: (step) => days(of[step].ninetieth) },
        ]}
      />
    </ChartFigure>
  );
}

/** How long the last of the steps shown took by theme, kind or desk; every step in a table behind it. */
export function GroupChart({
  by,
  groups,
  shown,
}: {
  by: "theme" | "kind" | "desk";
  groups: readonly NamedGroup[];
  shown: readonly Step[];
}) {
  const { t } = useText();
  const { number } = useNumbers();
  const { days, bar, note, both } = useSpread();
  const title = t(`figures:groups.${by}.title`);
  const last = shown.at(-1);
  if (groups.length === 0 || last === undefined) return null;
  // comments are promised no answer: beside what is, they have no bar
  const drawn = last === "answered" ? groups.filter(({ key }) => key !== "COMMENT") : groups;
  return (
    <ChartFigure
      id={`by-${by}`}
      title={title}
      finding={t(`figures:groups.${by}.finding`)}
      table={{
        summary: t("figures:everyStep"),
        content: (
          <Table
            id={`by-${by}-table`}
            caption={t("figures:tableCaption", { title })}
            rows={groups}
            rowKey={({ key }) => key}
            columns={[
              { key: "name", header: t(`figures:groups.${by}.name`), rowHeader: true, cell: ({ name }) => name },
              {
                key: "received",
                header: t("home:figures.received"),
                numeric: true,
                cell: ({ received }) => number(received),
              },
              {
                key: "answered",
                header: t("home:figures.answered"),
                numeric: true,
                cell: ({ answered }) => number(answered),
              },
              { key: "waiting", header: t("figures:waits"), numeric: true, cell: ({ waiting }) => number(waiting) },
              ...steps
                .filter((step) => shown.includes(step))
                .map((step) => ({
                  key: step,
                  header: t(`figures:stepsShort.${step}`),
                  numeric: true,
                  nowrap: true,
                  cell: (group: NamedGroup) => both(group.steps[step]),
                })),
            ]}
          />
        ),
      }}
    >
      <BarTable
        caption={title}
        nameHeader={t(`figures:groups.${by}.name`)}
        name={({ name }) => name}
        rows={drawn}
        rowKey={({ key }) => key}
        bar={(group) => bar(group.steps[last])}
        note={(group) => note(group.steps[last])}
        columns={[
          { key: "n", header: t("figures:count"), cell: (group) => number(group.steps[last].n) },
          {
            key: "median",
            header: t("figures:half"),
            strong: true,
            cell: (group) => days(group.steps[last].median),
          },
          {
            key: "ninetieth",
            header: t("figures:nineTenths"),
            cell: (group) => days(group.steps[last].ninetieth),
          },
        ]}
      />
    </ChartFigure>
  );
}
