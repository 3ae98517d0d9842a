import { type Translate, useText, useTextTree } from "#app/components/text.tsx";
import { weekEnds } from "#app/domain/figures/figures.ts";
import type { ShownFigures } from "#app/domain/figures/queries/get-public-figures.server.ts";
import type { ThemeCard } from "#app/domain/reading/queries/list-themes.server.ts";
import { formatDateTime, formatMonth } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { BarRows } from "#app/ui/charts/bar-rows.tsx";
import { BarTable } from "#app/ui/charts/bar-table.tsx";
import { ChartFigure } from "#app/ui/charts/chart-figure.tsx";
import { ColumnPairs } from "#app/ui/charts/column-pairs.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FigureList, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Table } from "#app/ui/table.tsx";

/** Numbers and shares as the page's language writes them. */
export function useNumbers() {
  const { locale } = useText();
  const language = locale === "en" ? "en" : "ja";
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return { number: (value: number) => number.format(value), percent: (share: number) => percent.format(share) };
}

/** What the city did, in numbers: how much arrived, how much was answered, how fast, and how that was counted. */
export function HomeFigures({ figures, themes }: { figures: ShownFigures; themes: readonly ThemeCard[] }) {
  const { t, locale } = useText();
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
      <div className="mt-6 grid grid-cols-1 gap-12 wide:grid-cols-2 wide:gap-x-14">
        <div className="flex min-w-0 flex-col gap-12">
          <Months figures={figures} />
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

function Months({ figures: { months } }: { figures: ShownFigures }) {
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
            density="dense"
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
            density="dense"
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

function weekName(t: Translate, week: number): string {
  const from = (weekEnds[week - 1] ?? 0) + 1;
  const to = weekEnds[week];
  if (to === undefined) return t("home:figures.weeks.last", { from });
  return week === 0 ? t("home:figures.weeks.first", { to }) : t("home:figures.weeks.middle", { from, to });
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
        headers={{
          name: t("home:figures.theme"),
          whole: t("home:figures.received"),
          part: t("home:figures.answered"),
        }}
        format={number}
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
