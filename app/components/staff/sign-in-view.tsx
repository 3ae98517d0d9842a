import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/** Address and password: the first step into the desk. */
export function SignInView({ answer, ended }: { answer?: FormAnswer; ended: boolean }) {
  const { t } = useText();
  const labels = { email: t("desk:signIn.email"), password: t("desk:signIn.password") };
  const form = useDeskForm({ initial: {}, answer: answerOf(answer, "sign-in") }, labels);
  return (
    <>
      {ended && answer === undefined && (
        <NotificationBanner tone="success" live headingLevel="p" title={t("desk:signIn.ended")} />
      )}
      {form.messages}
      <DeskHeading title={t("desk:signIn.title")} about={t("desk:signIn.about")} />
      <Card>
        <PageForm className="flex flex-col gap-6">
          <input type="hidden" name="act" value="sign-in" />
          <TextInput {...form.field("email")} type="email" autoComplete="username" inputMode="email" />
          <TextInput {...form.field("password", { secret: true })} type="password" autoComplete="current-password" />
          <FormActions>
            <Button size="lg" wide>
              {t("desk:signIn.go")}
            </Button>
          </FormActions>
        </PageForm>
      </Card>
      <p className="text-small text-ink-soft">{t("desk:signIn.forgotten")}</p>
    </>
  );
}

/** A code of the authenticator app, or a recovery code: the second step. */
export function SecondStepView({ answer }: { answer?: FormAnswer }) {
  const { t } = useText();
  const form = useDeskForm({ initial: {}, answer }, { code: t("desk:signIn.code") });
  return (
    <>
      {form.messages}
      <DeskHeading title={t("desk:signIn.secondTitle")} about={t("desk:signIn.secondAbout")} />
      <Card>
        <PageForm className="flex flex-col gap-6">
          <TextInput
            {...form.field("code", { secret: true, support: t("desk:signIn.codeSupport") })}
            width="medium"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
          />
          <FormActions>
            <Button size="lg" wide>
              {t("desk:signIn.secondGo")}
            </Button>
          </FormActions>
        </PageForm>
      </Card>
      <p className="text-small text-ink-soft">{t("desk:signIn.lost")}</p>
    </>
  );
}

/** The button behind a sample account's link: opening the link changes nothing, pressing does. */
export function SignInLinkView({ name, role }: { name: string; role: string }) {
  const { t } = useText();
  return (
    <>
      <DeskHeading title={t("desk:signIn.linkTitle")} about={t("desk:signIn.linkAbout")} />
      <Card>
        <p>
          {name} ({t(`desk:roles.${role}`)})
        </p>
        <PageForm>
          <Button size="lg" wide>
            {t("desk:signIn.linkGo")}
          </Button>
        </PageForm>
      </Card>
    </>
  );
}
