import type { FormAnswer } from "#app/components/desk/form-answer.ts";
import type { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { DeskChoice } from "#app/domain/directory/queries/list-desk-choices.server.ts";
import { staffRoles } from "#app/domain/staff/staff.ts";
import { CheckboxGroup, RadioGroup } from "#app/ui/choice-group.tsx";

/** Role, and the desks an officer is bound to. */
export function RoleFields({
  form,
  desks,
  deskIds,
  answer,
}: {
  form: ReturnType<typeof useDeskForm>;
  desks: DeskChoice[];
  /** Chosen now. */
  deskIds: string[];
  answer?: FormAnswer;
}) {
  const { t } = useText();
  const { defaultValue: _value, ...deskField } = form.field("deskIds", {
    required: false,
    support: t("desk:staff.desksSupport"),
  });
  return (
    <>
      <RadioGroup
        {...form.field("role")}
        choices={staffRoles.map((role) => ({
          value: role,
          label: t(`desk:roles.${role}`),
          support: t(`desk:staff.roleAbout.${role}`),
        }))}
      />
      <CheckboxGroup
        {...deskField}
        requirementText={t("desk:staff.desksRequired")}
        choices={desks.map((desk) => ({ value: desk.id, label: desk.label }))}
        defaultValues={answer ? (answer.lists.deskIds ?? []) : deskIds}
      />
    </>
  );
}
