import { useText } from "#app/components/text.tsx";
import { type Heap, heaps } from "#app/domain/figures/figures.ts";
import type { WorkFigures } from "#app/domain/figures/work-figures.ts";
import { type BarRow, BarRows } from "#app/ui/charts/bar-rows.tsx";
import { ChartFigure } from "#app/ui/charts/chart-figure.tsx";
import { Table } from "#app/ui/table.tsx";
import { useNumbers } from "./use-numbers.ts";
import { weekName } from "./week-name.ts";

/** What waits now: for what, and since how long. */
export function WaitingCharts({ waiting, total }: { waiting: WorkFigures["waiting"]; total: number }) {
  const { t } = useText();
  const { number } = useNumbers();
  const items = (n: number) => t("figures:items", { n: number(n) });
  const row = (key: string, label: string, value: number): BarRow => ({ key, label, value, text: items(value) });
  const most = heaps.reduce<Heap>((one, other) => (waiting.heaps[other] > waiting.heaps[one] ? other : one), "review");
  if (total === 0)
    return (
      <ChartFigure id="heaps" title={t("figures:waiting.heapsTitle")} finding={t("figures:waiting.none")}>
        {null}
      </ChartFigure>
    );
  return (
    <>
      <Rows
        id="heaps"
        title={t("figures:waiting.heapsTitle")}
        finding={t("figures:waiting.heapsFinding", {
          n: number(total),
          heap: t(`figures:heaps.${most}`),
          most: number(waiting.heaps[most]),
        })}
        name={t("figures:waiting.heap")}
        rows={heaps.map((heap) => row(heap, t(`figures:heaps.${heap}`), waiting.heaps[heap]))}
      />
      <Rows
        id="ages"
        title={t("figures:waiting.agesTitle")}
        finding={
          waiting.late > 0
            ? t("figures:waiting.agesLate", { n: number(waiting.late) })
            : t("figures:waiting.agesFinding")
        }
        name={t("figures:waiting.age")}
        rows={waiting.weeks.map((count, week) => row(String(week), weekName(t, week), count))}
      />
    </>
  );
}

function Rows({
  id,
  title,
  finding,
  name,
  rows,
}: {
  id: string;
  title: string;
  finding: string;
  name: string;
  rows: readonly BarRow[];
}) {
  const { t } = useText();
  return (
    <ChartFigure
      id={id}
      title={title}
      finding={finding}
      table={{
        summary: t("home:figures.asTable"),
        content: (
          <Table
            id={`${id}-table`}
            caption={title}
            captionHidden
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "name", header: name, rowHeader: true, cell: ({ label }) => label },
              { key: "count", header: t("figures:count"), numeric: true, cell: ({ text }) => text },
            ]}
          />
        ),
      }}
    >
      <BarRows id={id} title={title} description={finding} rows={rows} />
    </ChartFigure>
  );
}
