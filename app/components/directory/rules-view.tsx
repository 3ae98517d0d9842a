import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { EditingForm } from "#app/components/desk/editing-form.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { directoryLimits } from "#app/domain/directory/directory.ts";
import type { RoutingRuleRow } from "#app/domain/directory/queries/list-routing-rules.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-group.tsx";
import { ConfirmDialog } from "#app/ui/desk-dialog.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Select } from "#app/ui/select.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/** The rules that propose a desk, in the order in which they are tried. */
export function RulesView({ rules, mayChange }: { rules: RoutingRuleRow[]; mayChange: boolean }) {
  const { t } = useText();
  return (
    <>
      <DoneBanner />
      <DeskHeading
        title={t("desk:directory.rulesTitle")}
        about={t("desk:directory.rulesAbout")}
        actions={
          <>
            <ButtonLink href={paths.deskDirectory()} variant="outline">
              {t("desk:directory.title")}
            </ButtonLink>
            {mayChange && (
              <ButtonLink href={paths.deskRule("new")} icon="plus">
                {t("desk:directory.addRule")}
              </ButtonLink>
            )}
          </>
        }
      />
      <Table
        id="rules"
        caption={t("desk:directory.rulesTitle")}
        captionHidden
        density="dense"
        rows={rules}
        rowKey={(rule) => rule.id}
        empty={t("desk:directory.noRules")}
        columns={[
          { key: "position", header: t("desk:directory.position"), numeric: true, cell: (rule) => rule.position },
          {
            key: "theme",
            header: t("desk:directory.ruleTheme"),
            rowHeader: true,
            cell: (rule) => (
              <Link href={paths.deskRule(rule.id)}>{rule.themeTitle ?? t("desk:directory.anyTheme")}</Link>
            ),
          },
          {
            key: "kind",
            header: t("desk:directory.ruleKind"),
            nowrap: true,
            cell: (rule) => t(`desk:directory.kinds.${rule.kind ?? "ANY"}`),
          },
          { key: "desk", header: t("desk:directory.desk"), cell: (rule) => rule.deskName },
          {
            key: "note",
            header: t("desk:directory.ruleNote"),
            roomy: true,
            cell: (rule) => <OwnWords>{rule.note || "–"}</OwnWords>,
          },
          {
            key: "state",
            header: t("desk:staff.state"),
            nowrap: true,
            cell: (rule) =>
              !rule.isActive ? (
                <StatusBadge>{t("desk:directory.ruleOff")}</StatusBadge>
              ) : rule.deskIsActive ? (
                <StatusBadge tone="success">{t("desk:directory.ruleOn")}</StatusBadge>
              ) : (
                <StatusBadge tone="warning">{t("desk:directory.ruleDeskClosed")}</StatusBadge>
              ),
          },
        ]}
      />
    </>
  );
}

type FormProps = {
  /** Null: a new rule. */
  version: number | null;
  initial: Record<string, string>;
  themes: { value: string; label: string }[];
  desks: { value: string; label: string }[];
  mayChange: boolean;
  answer?: FormAnswer;
};

/** One rule. */
export function RuleFormView({ version, initial, themes, desks, mayChange, answer }: FormProps) {
  const { t } = useText();
  const labels = {
    themeId: t("desk:directory.ruleTheme"),
    kind: t("desk:directory.ruleKind"),
    deskId: t("desk:directory.desk"),
    position: t("desk:directory.position"),
    note: t("desk:directory.ruleNote"),
    isActive: t("desk:directory.ruleActive"),
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "save") }, labels);
  const removal = useDeskForm({ initial: {}, answer: answerOf(answer, "remove") }, {});
  const kinds = (["IDEA", "PARTNERSHIP", "INQUIRY"] as const).map((kind) => ({
    value: kind,
    label: t(`desk:directory.kinds.${kind}`),
  }));
  return (
    <>
      {form.messages}
      {removal.messages}
      <DeskHeading
        title={t(version === null ? "desk:directory.ruleNew" : "desk:directory.ruleChange")}
        about={t("desk:directory.ruleAbout")}
        actions={
          <ButtonLink href={paths.deskRules()} variant="outline">
            {t("desk:form.back")}
          </ButtonLink>
        }
      />
      <Card>
        <EditingForm mayChange={mayChange}>
          <input type="hidden" name="act" value="save" />
          {version !== null && <input type="hidden" name="version" value={version} />}
          <Select
            {...form.field("themeId", { required: false })}
            options={themes}
            emptyLabel={t("desk:directory.anyTheme")}
          />
          <Select
            {...form.field("kind", { required: false })}
            options={kinds}
            emptyLabel={t("desk:directory.kinds.ANY")}
          />
          <Select {...form.field("deskId")} options={desks} emptyLabel={t("desk:form.choose")} />
          <TextInput
            {...form.field("position", { support: t("desk:directory.rulePosition") })}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
          <TextInput
            {...form.field("note", {
              required: false,
              support: t("desk:directory.ruleNoteSupport"),
              limit: directoryLimits.note,
            })}
            autoComplete="off"
          />
          <Checkbox {...form.box("isActive")} />
          {mayChange && (
            <FormActions>
              <Button>{t("desk:form.save")}</Button>
            </FormActions>
          )}
        </EditingForm>
      </Card>
      {version !== null && mayChange && (
        <Card soft>
          <p>{t("desk:directory.ruleRemoveAbout")}</p>
          <ConfirmDialog
            id="remove"
            openText={t("desk:form.remove")}
            title={t("confirm:rule.title")}
            about={t("confirm:rule.about")}
          >
            <PageForm>
              <input type="hidden" name="act" value="remove" />
              <input type="hidden" name="version" value={version} />
              <Button variant="danger" wide>
                {t("desk:form.remove")}
              </Button>
            </PageForm>
          </ConfirmDialog>
        </Card>
      )}
    </>
  );
}
