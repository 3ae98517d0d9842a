import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { useText } from "#app/components/text.tsx";
import type { EditablePlan, EditableTheme } from "#app/domain/plan/queries/list-plan-editing.server.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";

/** Every plan with its themes: where changing what their pages say starts. */
export function PlanEditingView({ plans }: { plans: EditablePlan[] }) {
  const { t } = useText();
  return (
    <>
      <DoneBanner />
      <DeskHeading title={t("desk:themes.title")} about={t("desk:themes.about")} />
      {plans.map((plan) => (
        <Section
          key={plan.key}
          id={`plan-${plan.key}`}
          title={plan.title}
          about={t(`desk:themes.participation.${plan.participation}`)}
          action={<Link href={paths.deskPlan(plan.key)}>{t("desk:themes.changePlan")}</Link>}
        >
          {plan.themes.length > 0 && (
            <Themes id={plan.key} caption={t("desk:themes.tableOf", { plan: plan.title })} themes={plan.themes} />
          )}
        </Section>
      ))}
    </>
  );
}

function Themes({ id, caption, themes }: { id: string; caption: string; themes: EditableTheme[] }) {
  const { t } = useText();
  return (
    <Table
      id={`themes-${id}`}
      caption={caption}
      captionHidden
      rows={themes}
      rowKey={(theme) => theme.id}
      columns={[
        {
          key: "title",
          header: t("desk:themes.theme"),
          rowHeader: true,
          cell: (theme) => (
            <>
              {theme.numeral} <Link href={paths.deskTheme(theme.slug)}>{theme.title}</Link>
            </>
          ),
        },
        { key: "desk", header: t("desk:themes.desk"), cell: (theme) => theme.desk },
        {
          key: "questions",
          header: t("desk:themes.openQuestions"),
          numeric: true,
          cell: (theme) => theme.openQuestions,
        },
        { key: "proposals", header: t("desk:themes.proposals"), numeric: true, cell: (theme) => theme.proposalCount },
        {
          key: "state",
          header: t("desk:staff.state"),
          nowrap: true,
          cell: (theme) => (
            <span className="flex flex-wrap gap-1">
              <StatusBadge tone={theme.takesSomething ? "success" : "neutral"}>
                {t(theme.takesSomething ? "desk:themes.accepts" : "desk:themes.acceptsNot")}
              </StatusBadge>
              {theme.isFeatured && <StatusBadge tone="info">{t("desk:themes.featured")}</StatusBadge>}
            </span>
          ),
        },
      ]}
    />
  );
}
