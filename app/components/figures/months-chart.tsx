import { useText } from "#app/components/text.tsx";
import { formatMonth } from "#app/domain/shared/japanese-date.ts";
import { ChartFigure } from "#app/ui/charts/chart-figure.tsx";
import { ColumnPairs } from "#app/ui/charts/column-pairs.tsx";
import { Table } from "#app/ui/table.tsx";
import { useNumbers } from "./use-numbers.ts";

/** What arrived and what was answered, month by month. `months` are 'YYYY-MM', oldest first; nothing is drawn for none. */
export function MonthsChart({ months }: { months: readonly { month: string; received: number; answered: number }[] }) {
  const { t, locale } = useText();
  const { number } = useNumbers();
  const total = (of: "received" | "answered") => number(months.reduce((sum, month) => sum + month[of], 0));
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return null;
  const names = [t("home:figures.received"), t("home:figures.answered")] as const;
  const title = t("home:figures.monthsTitle");
  const finding = t(months.length > 1 ? "home:figures.monthsFinding" : "home:figures.monthFinding", {
    from: formatMonth(first.month, locale),
    to: formatMonth(last.month, locale),
    received: total("received"),
    answered: total("answered"),
  });
  return (
    <ChartFigure
      id="months"
      title={title}
      finding={finding}
      table={{
        summary: t("home:figures.asTable"),
        content: (
          <Table
            id="months-table"
            caption={title}
            captionHidden
            rows={months}
            rowKey={({ month }) => month}
            columns={[
              {
                key: "month",
                header: t("home:figures.month"),
                rowHeader: true,
                cell: ({ month }) => formatMonth(month, locale),
              },
              { key: "received", header: names[0], numeric: true, cell: ({ received }) => number(received) },
              { key: "answered", header: names[1], numeric: true, cell: ({ answered }) => number(answered) },
            ]}
          />
        ),
      }}
    >
      <ColumnPairs
        id="months"
        title={title}
        description={finding}
        names={names}
        format={number}
        pairs={months.map(({ month, received, answered }, index) => ({
          key: month,
          label: formatMonth(month, locale, "name"),
          subLabel: index === 0 || month.endsWith("-01") ? t("home:figures.year", { n: month.slice(0, 4) }) : undefined,
          values: [received, answered],
        }))}
      />
    </ChartFigure>
  );
}
