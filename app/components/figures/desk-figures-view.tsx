import { useText } from "#app/components/text.tsx";
import type { DeskFigures } from "#app/domain/figures/queries/get-desk-figures.server.ts";
import { type FigureFilter, figureKinds } from "#app/domain/figures/work-figures.ts";
import { formatDateTime, formatMonth } from "#app/domain/shared/japanese-date.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { EmptyState, FilterBar } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Select } from "#app/ui/select.tsx";
import { useNumbers } from "./use-numbers.ts";
import { WorkSections } from "./work-sections.tsx";
import { periodWord } from "./work-words.ts";

/** The figures of the city's work for staff, narrowed to a period, theme, kind or desk. */
export function DeskFiguresView({ shown, filter }: { shown: DeskFigures | null; filter: FigureFilter }) {
  const { t, locale } = useText();
  const { number } = useNumbers();
  if (shown === null)
    return (
      <>
        <DeskHeading title={t("deskFigures:title")} />
        <EmptyState picture="record" title={t("figures:emptyTitle")}>
          {t("figures:emptyText")}
        </EmptyState>
      </>
    );
  const { from, to } = shown.period;
  return (
    <>
      <DeskHeading
        title={t("deskFigures:title")}
        about={
          <>
            <p>{t(shown.withDecisions ? "deskFigures:about" : "deskFigures:aboutOfficer")}</p>
            <p>
              {t("figures:computed", { time: formatDateTime(new Date(shown.computedAt), locale) })}
              {shown.samples > 0 && ` ${t("home:figures.samples", { n: number(shown.samples) })}`}
            </p>
          </>
        }
      />
      <Filters shown={shown} filter={filter} />
      <p className="font-bold">
        {t("deskFigures:months", { from: formatMonth(from, locale), to: formatMonth(to, locale) })}
      </p>
      <div className="flex flex-col gap-14">
        <WorkSections
          reasons={shown.reasons}
          figures={shown.figures}
          themes={shown.themes}
          desks={shown.desks}
          withDecisions={shown.withDecisions}
          onlyComments={filter.kind === "COMMENT"}
        />
      </div>
      <p>
        <Link href={localizedPath(locale, paths.transparency())}>{t("deskFigures:public")}</Link>
      </p>
    </>
  );
}

function Filters({ shown: { periods, period, themes, desks }, filter }: { shown: DeskFigures; filter: FigureFilter }) {
  const { t, locale } = useText();
  const any = t("desk:queue.any");
  const named = (names: readonly { id: string; name: string }[]) =>
    names.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterBar
      action={paths.deskFigures()}
      label={t("desk:queue.filters")}
      actions={
        <>
          <Button variant="outline">{t("desk:queue.apply")}</Button>
          <ButtonLink href={paths.deskFigures()} variant="text">
            {t("desk:queue.reset")}
          </ButtonLink>
        </>
      }
    >
      <Select
        id="period"
        name="period"
        label={t("figures:period")}
        defaultValue={period.key}
        options={periods.map((one) => ({ value: one.key, label: periodWord(t, one, locale) }))}
      />
      <Select
        id="theme"
        name="theme"
        label={t("desk:queue.theme")}
        emptyLabel={any}
        defaultValue={filter.theme ?? ""}
        options={named(themes)}
      />
      <Select
        id="kind"
        name="kind"
        label={t("desk:queue.kind")}
        emptyLabel={t("deskFigures:withoutComments")}
        defaultValue={filter.kind ?? ""}
        options={figureKinds.map((kind) => ({ value: kind, label: t(`figures:kinds.${kind}`) }))}
      />
      <Select
        id="desk"
        name="desk"
        label={t("desk:queue.desk")}
        emptyLabel={any}
        defaultValue={filter.desk ?? ""}
        options={named(desks)}
      />
    </FilterBar>
  );
}
