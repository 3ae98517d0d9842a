import type { ReactNode } from "react";
import { useText } from "#app/components/text.tsx";
import type { Named } from "#app/domain/figures/queries/sum-cells.server.ts";
import { figureKinds, type Group, type Step, steps, type WorkFigures } from "#app/domain/figures/work-figures.ts";
import { FigureList, Section } from "#app/ui/layout.tsx";
import { DecisionCharts } from "./decision-charts.tsx";
import { GroupChart, type NamedGroup, StepsChart } from "./figure-groups.tsx";
import { MonthsChart } from "./months-chart.tsx";
import { useNumbers } from "./use-numbers.ts";
import { WaitingCharts } from "./waiting-charts.tsx";

type Props = {
  figures: WorkFigures;
  themes: readonly Named[];
  desks: readonly Named[];
  /** What reasons are called now. */
  reasons: readonly Named[];
  /** Without: nothing is said of review, which is not the reader's business. */
  withDecisions?: boolean;
  /** Comments alone: they are reviewed and not answered. */
  onlyComments?: boolean;
};

function stepsShown({ withDecisions = true, onlyComments = false }: Pick<Props, "withDecisions" | "onlyComments">) {
  if (onlyComments) return ["reviewed"] as const;
  return withDecisions ? steps : steps.filter((step) => step !== "reviewed");
}

/** The city's work: what came and went, how long it took, what waits, what was decided. The same on the desk and for everybody. */
export function WorkSections({ figures, themes, desks, reasons, withDecisions = true, onlyComments = false }: Props) {
  const { t } = useText();
  const shown: readonly Step[] = stepsShown({ withDecisions, onlyComments });
  const groupsAbout = t(onlyComments ? "figures:groupsAboutReview" : "figures:groupsAbout");
  return (
    <>
      <Section id="flow" title={t("figures:flowTitle")}>
        <KeyFigures figures={figures} />
        <Columns>
          <MonthsChart months={figures.months.map(({ key, ...counts }) => ({ month: key, ...counts }))} />
          <StepsChart of={figures.total.steps} shown={shown} />
        </Columns>
      </Section>
      <Section id="groups" title={t("figures:groupsTitle")} about={<p>{groupsAbout}</p>}>
        <Columns>
          <GroupChart
            by="theme"
            groups={inOrder(figures.themes, [...themes, { id: "", name: t("figures:noTheme") }])}
            shown={shown}
          />
          <div className="flex min-w-0 flex-col gap-12">
            <GroupChart
              by="kind"
              groups={inOrder(
                figures.kinds,
                figureKinds.map((kind) => ({ id: kind, name: t(`figures:kinds.${kind}`) })),
              )}
              shown={shown}
            />
            <GroupChart
              by="desk"
              groups={inOrder(figures.desks, [...desks, { id: "", name: t("figures:noDesk") }])}
              shown={shown}
            />
          </div>
        </Columns>
      </Section>
      <Section id="waiting" title={t("figures:waitingTitle")} about={<p>{t("figures:waitingAbout")}</p>}>
        <Columns>
          <WaitingCharts waiting={figures.waiting} total={figures.total.waiting} />
        </Columns>
      </Section>
      {withDecisions && (
        <Section id="decided" title={t("figures:decidedTitle")} about={<p>{t("figures:decidedAbout")}</p>}>
          <Columns>
            <DecisionCharts
              decisions={figures.decisions}
              reasons={figures.reasons}
              reports={figures.reports}
              appeals={figures.appeals}
              reasonNames={reasons}
            />
          </Columns>
        </Section>
      )}
    </>
  );
}

function Columns({ children }: { children: ReactNode }) {
  return (
    <div className="grid grid-cols-1 items-start gap-12 wide:grid-cols-2 wide:gap-x-14 paper:grid-cols-1 [&>*]:min-w-0">
      {children}
    </div>
  );
}

function KeyFigures({ figures: { total } }: Pick<Props, "figures">) {
  const { t } = useText();
  const { number } = useNumbers();
  const unit = t("home:figures.items");
  const { median, ninetieth } = total.steps.answered;
  return (
    <FigureList
      items={[
        { label: t("figures:key.received"), value: number(total.received), unit },
        { label: t("figures:key.answered"), value: number(total.answered), unit },
        { label: t("figures:key.waiting"), value: number(total.waiting), unit },
        ...(median !== null && ninetieth !== null
          ? [
              {
                label: t("figures:key.median"),
                value: number(median),
                unit: t("figures:days"),
                note: t("figures:key.ninetieth", { n: number(ninetieth) }),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Groups with their names, in the order of the names; what has no name any more is left out. */
function inOrder(groups: readonly Group[], names: readonly Named[]): NamedGroup[] {
  return names.flatMap(({ id, name }) => groups.filter(({ key }) => key === id).map((group) => ({ ...group, name })));
}
