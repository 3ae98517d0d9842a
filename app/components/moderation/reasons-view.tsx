import { BackButton } from "#app/components/desk/back-button.tsx";
import { answerOf, type RowForm } from "#app/components/desk/form-answer.ts";
import { ListHeading } from "#app/components/desk/list-heading.tsx";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReasonRow } from "#app/domain/moderation/queries/list-reasons.server.ts";
import { reasonedDecisions, reasonLimits } from "#app/domain/moderation/reasons.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { Checkbox, CheckboxGroup } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Link } from "#app/ui/link.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/** The reasons for returning, declining and hiding, with their guidelines. */
export function ReasonsView({ rows, mayChange }: { rows: ReasonRow[]; mayChange: boolean }) {
  const { t, locale } = useText();
  return (
    <>
      <ListHeading
        title={t("reasons:title")}
        about={t("reasons:about")}
        beside={{ href: paths.deskReplies(), text: t("reasons:toReplies") }}
        add={mayChange && { href: paths.deskReason("new"), text: t("reasons:add") }}
      />
      <Table
        id="reasons"
        caption={t("reasons:list", { count: rows.length })}
        rows={rows}
        rowKey={(row) => row.key}
        empty={t("reasons:none")}
        columns={[
          {
            key: "label",
            header: t("reasons:label"),
            rowHeader: true,
            cell: (row) => <Link href={paths.deskReason(row.key)}>{pick(row.label, locale)}</Link>,
          },
          {
            key: "guideline",
            header: t("reasons:guideline"),
            roomy: true,
            cell: (row) => pick(row.guideline, locale),
          },
          {
            key: "decisions",
            header: t("reasons:decisions"),
            cell: (row) =>
              row.decisions.map((decision) => t(`desk:review.decisionNames.${decision}`)).join(t("reasons:separator")),
          },
          {
            key: "state",
            header: t("reasons:state"),
            nowrap: true,
            cell: (row) => <UseBadge isActive={row.isActive} />,
          },
        ]}
      />
    </>
  );
}

/** Whether something can be chosen now. */
export function UseBadge({ isActive }: { isActive: boolean }) {
  const { t } = useText();
  return (
    <StatusBadge tone={isActive ? "success" : "neutral"}>
      {t(isActive ? "reasons:inUse" : "reasons:notInUse")}
    </StatusBadge>
  );
}

/** One reason: what authors are told, and the guideline for moderators and citizens. */
export function ReasonFormView({ version, initial, mayChange, answer }: RowForm) {
  const { t } = useText();
  const labels = {
    ...localizedLabels(t, "label", t("reasons:label")),
    ...localizedLabels(t, "guideline", t("reasons:guideline")),
    decisions: t("reasons:decisions"),
    position: t("reasons:position"),
    isActive: t("reasons:active"),
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "save") }, labels);
  const { defaultValue: _value, ...decisions } = form.field("decisions");
  return (
    <>
      {form.messages}
      <DeskHeading
        title={version === null ? t("reasons:add") : t("reasons:change")}
        about={t("reasons:formAbout")}
        actions={<BackButton href={paths.deskReasons()} />}
      />
      <Card>
        <SaveForm version={version} mayChange={mayChange}>
          <LocalizedControls
            form={form}
            name="label"
            legend={t("reasons:label")}
            support={t("reasons:labelSupport")}
            rows={2}
            limit={reasonLimits.label}
          />
          <LocalizedControls
            form={form}
            name="guideline"
            legend={t("reasons:guideline")}
            support={t("reasons:guidelineSupport")}
            rows={6}
            limit={reasonLimits.guideline}
          />
          <CheckboxGroup
            {...decisions}
            note={undefined}
            choices={reasonedDecisions.map((decision) => ({
              name: `decisions.${decision}`,
              value: decision,
              label: t(`desk:review.decisionNames.${decision}`),
            }))}
            defaultValues={reasonedDecisions.filter((decision) => form.valueFor(`decisions.${decision}`) === decision)}
          />
          <TextInput
            {...form.field("position", { support: t("reasons:positionSupport") })}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
          <Checkbox {...form.box("isActive", { support: t("reasons:activeSupport") })} />
        </SaveForm>
      </Card>
    </>
  );
}
