import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { StaffRole } from "#app/domain/shared/actor.ts";
import { formatDateTime } from "#app/domain/shared/japanese-date.ts";
import { passwordLength } from "#app/domain/staff/password.ts";
import type { AccountPage, AccountSession } from "#app/domain/staff/queries/get-account-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { ConfirmDialog } from "#app/ui/desk-dialog.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

type Props = {
  account: AccountPage;
  name: string;
  role: StaffRole;
  language: "ja" | "en";
  answer?: FormAnswer;
};

/** One's own account: language, password, second factor, and where one is signed in. */
export function AccountView({ account, name, role, language, answer }: Props) {
  const { t } = useText();
  return (
    <>
      <DoneBanner />
      <DeskHeading title={t("desk:account.title")} />
      <DescriptionList
        items={[
          { term: t("desk:staff.name"), description: name },
          { term: t("desk:signIn.email"), description: account.email },
          { term: t("desk:staff.role"), description: t(`desk:roles.${role}`) },
        ]}
      />
      <LanguageForm language={language} answer={answerOf(answer, "language")} />
      {account.hasPassword && (
        <>
          <PasswordForm answer={answerOf(answer, "password")} email={account.email} />
          <SecondFactorPart account={account} answer={answerOf(answer, "codes")} />
        </>
      )}
      <Sessions sessions={account.sessions} answer={answerOf(answer, "endSession")} />
    </>
  );
}

function LanguageForm({ language, answer }: { language: "ja" | "en"; answer?: FormAnswer }) {
  const { t } = useText();
  const form = useDeskForm({ initial: { locale: language }, answer }, { locale: t("desk:account.language") });
  return (
    <Card id="language">
      <h2 className="heading-3">{t("desk:account.languageTitle")}</h2>
      {form.messages}
      <PageForm className="flex flex-col gap-4">
        <input type="hidden" name="act" value="language" />
        <RadioGroup
          {...form.field("locale")}
          inline
          choices={(["ja", "en"] as const).map((value) => ({ value, label: t(`common:languages.${value}`) }))}
        />
        <FormActions>
          <Button variant="outline">{t("desk:account.languageGo")}</Button>
        </FormActions>
      </PageForm>
    </Card>
  );
}

function PasswordForm({ answer, email }: { answer?: FormAnswer; email: string }) {
  const { t } = useText();
  const labels = { present: t("desk:account.present"), password: t("desk:account.newPassword") };
  const form = useDeskForm({ initial: {}, answer }, labels);
  return (
    <Card id="password-form">
      <h2 className="heading-3">{t("desk:account.passwordTitle")}</h2>
      {form.messages}
      <PageForm className="flex flex-col gap-4">
        <input type="hidden" name="act" value="password" />
        <input type="hidden" name="username" autoComplete="username" value={email} />
        <TextInput
          {...form.field("present", { secret: true })}
          type="password"
          width="medium"
          autoComplete="current-password"
        />
        <TextInput
          {...form.field("password", { secret: true, support: t("desk:invitation.passwordSupport", passwordLength) })}
          type="password"
          width="medium"
          autoComplete="new-password"
        />
        <p className="text-small text-ink-soft">{t("desk:account.passwordAbout")}</p>
        <FormActions>
          <Button variant="outline">{t("desk:account.passwordGo")}</Button>
        </FormActions>
      </PageForm>
    </Card>
  );
}

function SecondFactorPart({ account, answer }: { account: AccountPage; answer?: FormAnswer }) {
  const { t, locale } = useText();
  const form = useDeskForm({ initial: {}, answer }, { password: t("desk:account.present") }, "codes-");
  const since = account.secondFactorSince;
  return (
    <Card id="second-factor">
      <h2 className="heading-3">{t("desk:account.factorTitle")}</h2>
      {form.messages}
      {since === null ? (
        <p>{t("desk:account.factorNone")}</p>
      ) : (
        <p>
          {t("desk:account.factorSince", {
            at: formatDateTime(new Date(since), locale),
            left: account.recoveryCodesLeft,
          })}
        </p>
      )}
      <p>
        <ButtonLink href={paths.deskSecondFactor()} variant="outline">
          {t(since === null ? "desk:account.factorSetUp" : "desk:account.factorReplace")}
        </ButtonLink>
      </p>
      {since !== null && (
        <PageForm className="flex flex-col gap-4 border-t border-line pt-4">
          <h3 className="heading-4">{t("desk:account.codesTitle")}</h3>
          <p>{t("desk:account.codesAbout")}</p>
          <input type="hidden" name="act" value="codes" />
          <TextInput
            {...form.field("password", { secret: true })}
            type="password"
            width="medium"
            autoComplete="current-password"
          />
          <FormActions>
            <Button variant="outline">{t("desk:account.codesGo")}</Button>
          </FormActions>
        </PageForm>
      )}
    </Card>
  );
}

function Sessions({ sessions, answer }: { sessions: AccountSession[]; answer?: FormAnswer }) {
  const { t, locale } = useText();
  const form = useDeskForm({ initial: {}, answer }, {});
  const time = (at: string) => <time dateTime={at}>{formatDateTime(new Date(at), locale)}</time>;
  return (
    <Card id="sessions">
      <h2 className="heading-3">{t("desk:account.sessionsTitle")}</h2>
      {form.messages}
      <Table
        id="sessions-table"
        caption={t("desk:account.sessionsTitle")}
        captionHidden
        rows={sessions}
        rowKey={(session) => session.id}
        columns={[
          {
            key: "agent",
            header: t("desk:account.agent"),
            rowHeader: true,
            roomy: true,
            cell: (session) => session.userAgent ?? t("desk:account.agentUnknown"),
          },
          {
            key: "created",
            header: t("desk:account.signedInAt"),
            nowrap: true,
            cell: (session) => time(session.createdAt),
          },
          {
            key: "seen",
            header: t("desk:account.lastSeen"),
            nowrap: true,
            cell: (session) => time(session.lastSeenAt),
          },
          {
            key: "end",
            header: t("desk:account.end"),
            nowrap: true,
            cell: (session) =>
              session.isThis ? (
                t("desk:account.thisSession")
              ) : (
                <PageForm>
                  <input type="hidden" name="act" value="endSession" />
                  <Button size="sm" variant="outline" name="id" value={session.id}>
                    {t("desk:account.endGo")}
                  </Button>
                </PageForm>
              ),
          },
        ]}
      />
      <p className="text-small text-ink-soft">{t("desk:account.everywhereAbout")}</p>
      <ConfirmDialog
        id="everywhere"
        openText={t("desk:account.everywhereGo")}
        title={t("confirm:everywhere.title")}
        about={t("confirm:everywhere.about")}
      >
        <PageForm>
          <input type="hidden" name="act" value="everywhere" />
          <Button variant="danger" wide>
            {t("desk:account.everywhereGo")}
          </Button>
        </PageForm>
      </ConfirmDialog>
    </Card>
  );
}
