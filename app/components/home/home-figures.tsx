import { MonthsChart } from "#app/components/figures/months-chart.tsx";
import { useNumbers } from "#app/components/figures/use-numbers.ts";
import { weekName } from "#app/components/figures/week-name.ts";
import { useText, useTextTree } from "#app/components/text.tsx";
import type { ShownFigures } from "#app/domain/figures/queries/get-public-figures.server.ts";
import type { ThemeCard } from "#app/domain/reading/queries/list-themes.server.ts";
import { formatDateTime } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { BarRows } from "#app/ui/charts/bar-rows.tsx";
import { BarTable } from "#app/ui/charts/bar-table.tsx";
import { ChartFigure } from "#app/ui/charts/chart-figure.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FigureList, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Table } from "#app/ui/table.tsx";

/** What the city did, in numbers: how much arrived, how much was answered, how fast, and how that was counted. */
export function HomeFigures({ figures, themes }: { figures: ShownFigures; themes: readonly ThemeCard[] }) {
  const { t, locale, path } = useText();
  const { number } = useNumbers();
  const { samples } = figures;
  const about = t("home:figures.about", { time: formatDateTime(new Date(figures.computedAt), locale) });
  return (
    <Section
      id="figures"
      title={t("home:figures.title")}
      about={
        <>
          <p>{about}</p>
          {samples > 0 && <p>{t("home:figures.samples", { n: number(samples) })}</p>}
        </>
      }
    >
      <KeyFigures figures={figures} />
      <p>
        <Link href={path(paths.transparency())}>{t("figures:more")}</Link>
      </p>
      <div className="mt-6 grid grid-cols-1 gap-12 wide:grid-cols-2 wide:gap-x-14">
        <div className="flex min-w-0 flex-col gap-12">
          <MonthsChart months={figures.months} />
          <Speed figures={figures} />
        </div>
        <div className="flex min-w-0 flex-col gap-12">
          <Themes figures={figures} themes={themes} />
          <Rules figures={figures} />
        </div>
      </div>
    </Section>
  );
}

function KeyFigures({ figures }: { figures: ShownFigures }) {
  const { t } = useText();
  const { number, percent } = useNumbers();
  const { kept, late } = figures.speed;
  const counts = (["received", "answered", "waiting"] as const).map((name) => ({
    label: t(`home:figures.key.${name}`),
    value: number(figures[name]),
    unit: t("home:figures.items"),
  }));
  const share = {
    label: t("home:figures.key.kept"),
    value: percent(kept / (kept + late)),
    note: t("home:figures.keptNote", { n: number(kept), all: number(kept + late) }),
  };
  return <FigureList items={kept + late > 0 ? [...counts, share] : counts} />;
}

function Speed({ figures: { speed } }: { figures: ShownFigures }) {
  const { t } = useText();
  const { number, percent } = useNumbers();
  const title = t("home:figures.speedTitle");
  if (speed.median === null || speed.ninetieth === null)
    return (
      <ChartFigure id="speed" title={title} finding={t("home:figures.speedNone")}>
        {null}
      </ChartFigure>
    );
  const all = speed.weeks.reduce((sum, count) => sum + count, 0);
  const finding = t("home:figures.speedFinding", { median: number(speed.median), ninetieth: number(speed.ninetieth) });
  const rows = speed.weeks.map((value, week) => ({
    key: String(week),
    label: weekName(t, week),
    value,
    text: t("home:figures.answersWithShare", { n: number(value), share: percent(value / all) }),
  }));
  return (
    <ChartFigure
      id="speed"
      title={title}
      finding={finding}
      table={{
        summary: t("home:figures.asTable"),
        content: (
          <Table
            id="speed-table"
            caption={title}
            captionHidden
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              { key: "days", header: t("home:figures.days"), rowHeader: true, cell: ({ label }) => label },
              { key: "answers", header: t("home:figures.answers"), numeric: true, cell: ({ text }) => text },
            ]}
          />
        ),
      }}
    >
      <BarRows id="speed" title={title} description={finding} rows={rows} />
    </ChartFigure>
  );
}

function Themes({ figures, themes }: { figures: ShownFigures; themes: readonly ThemeCard[] }) {
  const { t, path } = useText();
  const { number } = useNumbers();
  const rows = themes.flatMap((theme) => {
    const counts = figures.themes.find(({ slug }) => slug === theme.slug);
    return counts ? [{ ...counts, title: theme.title }] : [];
  });
  const [most] = rows.toSorted((one, other) => other.received - one.received);
  if (most === undefined) return null;
  const title = t("home:figures.themesTitle");
  const { received, answered } = figures.inquiries;
  return (
    <ChartFigure
      id="by-theme"
      title={title}
      finding={t("home:figures.themesFinding", { theme: most.title, n: number(most.received) })}
    >
      <BarTable
        caption={title}
        nameHeader={t("home:figures.theme")}
        name={({ name }) => name}
        rowKey={({ key }) => key}
        bar={({ whole, part }) => ({ whole, part })}
        columns={[
          { key: "received", header: t("home:figures.received"), cell: ({ whole }) => number(whole) },
          { key: "answered", header: t("home:figures.answered"), strong: true, cell: ({ part }) => number(part) },
        ]}
        rows={[
          ...rows.map((row) => ({
            key: row.slug,
            name: <Link href={path(paths.theme(row.slug))}>{row.title}</Link>,
            whole: row.received,
            part: row.answered,
          })),
          ...(received > 0
            ? [{ key: "inquiries", name: t("home:figures.inquiries"), whole: received, part: answered }]
            : []),
        ]}
      />
    </ChartFigure>
  );
}

function Rules({ figures: { promise } }: { figures: ShownFigures }) {
  const { t } = useText();
  const rules = useTextTree<string[]>("home:figures.rules", {
    idea: promise.IDEA,
    partnership: promise.PARTNERSHIP,
    inquiry: promise.INQUIRY,
  });
  return (
    <Disclosure summary={t("home:figures.rulesTitle")} boxed>
      <ul className="flex list-disc flex-col gap-2 pl-5 text-small">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
