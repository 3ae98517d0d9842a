import { BackButton } from "#app/components/desk/back-button.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { RemoveForm } from "#app/components/desk/remove-form.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import { directoryLimits } from "#app/domain/directory/directory.ts";
import { paths } from "#app/routes/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
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
        actions={<BackButton href={paths.deskDirectory()} />}
      />
      <Card>
        <SaveForm version={version} mayChange>
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
        </SaveForm>
      </Card>
      {version !== null && <RemoveForm about={t(`desk:directory.${unit}RemoveAbout`)} version={version} />}
    </>
  );
}
