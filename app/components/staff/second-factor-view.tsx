import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { type QrCode, QrPicture } from "#app/ui/qr-picture.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

export type SecondFactorSetUp = { secret: string; sealed: string; qr: QrCode };

/** The secret in groups of four, as people copy it by hand. */
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

/**
 * Reading a new secret into an authenticator app and proving it with a code.
 *
 * @param asksPassword false only where the sign-in itself asked for the set-up
 * @param mayPutOff true only where the site is served to its own machine
 */
export function SecondFactorView({
  setUp,
  answer,
  asksPassword,
  mayPutOff,
}: {
  setUp: SecondFactorSetUp;
  answer?: FormAnswer;
  asksPassword: boolean;
  mayPutOff: boolean;
}) {
  const { t } = useText();
  const labels = { code: t("desk:setUp.code"), password: t("desk:setUp.password") };
  const form = useDeskForm({ initial: {}, answer: answerOf(answer, "enable") }, labels);
  const title = t("desk:setUp.title");
  return (
    <>
      {form.messages}
      <DeskHeading title={title} about={t("desk:setUp.about")} />
      <Card>
        <h2 className="heading-4">{t("desk:setUp.step1")}</h2>
        <p>{t("desk:setUp.apps")}</p>
        <h2 className="heading-4">{t("desk:setUp.step2")}</h2>
        <QrPicture qr={setUp.qr} label={t("desk:setUp.qr")} size="large" />
        <Disclosure summary={t("desk:setUp.byHand")}>
          <p>{t("desk:setUp.byHandAbout")}</p>
          <p>
            <code translate="no" className="font-mono break-all">
              {grouped(setUp.secret)}
            </code>
          </p>
        </Disclosure>
        <h2 className="heading-4">{t("desk:setUp.step3")}</h2>
        <PageForm className="flex flex-col gap-6">
          <input type="hidden" name="act" value="enable" />
          <input type="hidden" name="enrolment" value={setUp.sealed} />
          <TextInput
            {...form.field("code", { secret: true, support: t("desk:setUp.codeSupport") })}
            width="short"
            inputMode="numeric"
            autoComplete="one-time-code"
          />
          {asksPassword && (
            <TextInput
              {...form.field("password", { secret: true, support: t("desk:setUp.passwordSupport") })}
              type="password"
              width="medium"
              autoComplete="current-password"
            />
          )}
          <FormActions>
            <Button size="lg" wide>
              {t("desk:setUp.go")}
            </Button>
          </FormActions>
        </PageForm>
      </Card>
      {mayPutOff && (
        <Card soft>
          <h2 className="heading-4">{t("desk:setUp.putOffTitle")}</h2>
          <p>{t("desk:setUp.putOffAbout")}</p>
          <PageForm>
            <input type="hidden" name="act" value="putOff" />
            <Button variant="outline">{t("desk:setUp.putOff")}</Button>
          </PageForm>
        </Card>
      )}
    </>
  );
}

/** The new recovery codes, the only time they are shown. */
export function RecoveryCodesView({ codes, next, nextText }: { codes: string[]; next: string; nextText: string }) {
  const { t } = useText();
  return (
    <>
      <NotificationBanner tone="success" live toneText={t("desk:form.done")} title={t("desk:setUp.doneTitle")}>
        <p>{t("desk:setUp.doneAbout")}</p>
      </NotificationBanner>
      <DeskHeading title={t("desk:setUp.codesTitle")} about={t("desk:setUp.codesAbout")} />
      <Card>
        <ol className="grid list-decimal grid-cols-1 gap-x-10 gap-y-2 pl-8 font-mono text-[1.0625rem]/[1.6] desktop:grid-cols-2">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </Card>
      <p>
        <ButtonLink href={next} size="lg">
          {nextText}
        </ButtonLink>
      </p>
    </>
  );
}
