import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { passwordLength } from "#app/domain/staff/password.ts";
import type { OpenInvitation } from "#app/domain/staff/queries/find-invitation.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/** Making one's account behind an invitation's link. */
export function InvitationView({ invitation, answer }: { invitation: OpenInvitation; answer?: FormAnswer }) {
  const { t, locale } = useText();
  const labels = {
    email: t("desk:signIn.email"),
    name: t("desk:invitation.name"),
    password: t("desk:invitation.password"),
    locale: t("desk:account.language"),
  };
  const initial = { name: invitation.name, locale };
  const form = useDeskForm({ initial, answer: answerOf(answer, "accept") }, labels);
  return (
    <>
      {form.messages}
      <DeskHeading
        title={t(invitation.isBootstrap ? "desk:invitation.firstTitle" : "desk:invitation.title")}
        about={t(invitation.isBootstrap ? "desk:invitation.firstAbout" : "desk:invitation.about")}
      />
      <Card>
        <DescriptionList
          items={[
            { term: t("desk:staff.role"), description: t(`desk:roles.${invitation.role}`) },
            ...(invitation.email === null ? [] : [{ term: t("desk:signIn.email"), description: invitation.email }]),
          ]}
        />
        <PageForm className="flex flex-col gap-6">
          <input type="hidden" name="act" value="accept" />
          {invitation.email === null ? (
            <TextInput
              {...form.field("email", { support: t("desk:invitation.emailSupport") })}
              type="email"
              autoComplete="username"
              inputMode="email"
            />
          ) : (
            // Password managers file the password under it.
            <input type="hidden" name="username" autoComplete="username" value={invitation.email} />
          )}
          <TextInput {...form.field("name", { support: t("desk:invitation.nameSupport") })} autoComplete="name" />
          <TextInput
            {...form.field("password", {
              secret: true,
              support: t("desk:invitation.passwordSupport", passwordLength),
            })}
            type="password"
            autoComplete="new-password"
          />
          <RadioGroup
            {...form.field("locale")}
            inline
            choices={(["ja", "en"] as const).map((value) => ({ value, label: t(`common:languages.${value}`) }))}
          />
          <FormActions>
            <Button size="lg" wide>
              {t("desk:invitation.go")}
            </Button>
          </FormActions>
        </PageForm>
      </Card>
    </>
  );
}
