import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { DeskChoice } from "#app/domain/directory/queries/list-desk-choices.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { RoleFields } from "./role-fields.tsx";

/** Inviting a colleague by mail. */
export function InviteView({ desks, answer }: { desks: DeskChoice[]; answer?: FormAnswer }) {
  const { t } = useText();
  const sent = answerOf(answer, "invite");
  const labels = {
    email: t("desk:signIn.email"),
    name: t("desk:staff.name"),
    role: t("desk:staff.role"),
    deskIds: t("desk:staff.desks"),
    locale: t("desk:account.language"),
  };
  const form = useDeskForm({ initial: { locale: "ja" }, answer: sent }, labels);
  return (
    <>
      {form.messages}
      <DeskHeading title={t("desk:staff.inviteTitle")} about={t("desk:staff.inviteAbout")} />
      <Card>
        <PageForm className="flex flex-col gap-6">
          <input type="hidden" name="act" value="invite" />
          <TextInput {...form.field("email")} type="email" width="medium" autoComplete="off" inputMode="email" />
          <TextInput
            {...form.field("name", { support: t("desk:invitation.nameSupport") })}
            width="medium"
            autoComplete="off"
          />
          <RoleFields form={form} desks={desks} deskIds={[]} answer={sent} />
          <RadioGroup
            {...form.field("locale", { support: t("desk:staff.inviteLanguage") })}
            inline
            choices={(["ja", "en"] as const).map((value) => ({ value, label: t(`common:languages.${value}`) }))}
          />
          <FormActions>
            <Button>{t("desk:staff.inviteGo")}</Button>
            <ButtonLink href={paths.deskStaff()} variant="text">
              {t("desk:form.back")}
            </ButtonLink>
          </FormActions>
        </PageForm>
      </Card>
    </>
  );
}
