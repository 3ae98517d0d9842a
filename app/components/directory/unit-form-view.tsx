import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { directoryLimits } from "#app/domain/directory/directory.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/** Adding or changing a department, or a section inside one (`departments`). */
export function UnitFormView({
  unit,
  version,
  initial,
  departments,
  answer,
}: {
  unit: "department" | "section";
  /** Null: a new one. */
  version: number | null;
  initial: Record<string, string>;
  departments?: { value: string; label: string }[];
  answer?: FormAnswer;
}) {
  const { t } = useText();
  const labels = {
    ...(departments ? { departmentId: t("desk:directory.department") } : {}),
    ...localizedLabels(t, "name", t("desk:directory.name")),
    position: t("desk:directory.position"),
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "save") }, labels);
  const removal = useDeskForm({ initial: {}, answer: answerOf(answer, "remove") }, {});
  return (
    <>
      {form.messages}
      {removal.messages}
      <DeskHeading
        title={t(`desk:directory.${unit}${version === null ? "New" : "Change"}`)}
        actions={
          <ButtonLink href={paths.deskDirectory()} variant="outline">
            {t("desk:form.back")}
          </ButtonLink>
        }
      />
      <Card>
        <PageForm className="flex flex-col gap-6">
          <input type="hidden" name="act" value="save" />
          {version !== null && <input type="hidden" name="version" value={version} />}
          {departments && (
            <Select {...form.field("departmentId")} options={departments} emptyLabel={t("desk:form.choose")} />
          )}
          <LocalizedControls form={form} name="name" legend={t("desk:directory.name")} limit={directoryLimits.name} />
          <TextInput
            {...form.field("position", { support: t("desk:directory.positionSupport") })}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
          <FormActions>
            <Button>{t("desk:form.save")}</Button>
          </FormActions>
        </PageForm>
      </Card>
      {version !== null && (
        <Card soft>
          <PageForm className="flex flex-col items-start gap-2">
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="version" value={version} />
            <p>{t(`desk:directory.${unit}RemoveAbout`)}</p>
            <Button variant="danger">{t("desk:form.remove")}</Button>
          </PageForm>
        </Card>
      )}
    </>
  );
}
