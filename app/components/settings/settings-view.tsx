import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { EditingForm } from "#app/components/desk/editing-form.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Settings } from "#app/domain/settings/settings.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Checkbox } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, FormSection } from "#app/ui/layout.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { useEmergencyForm } from "./emergency-form.tsx";

const reviewed = ["IDEA", "PARTNERSHIP", "INQUIRY", "COMMENT"] as const;
const answered = ["IDEA", "PARTNERSHIP", "INQUIRY"] as const;
const clockFields = [
  "remindFirst",
  "remindLast",
  "remindLate",
  "tellOffice",
  "longestPause",
  "holdRequest",
  "morningHour",
] as const;

type Props = { version: number; settings: Settings; mayChange: boolean; answer?: FormAnswer };

/** The city's own rules. */
export function SettingsView({ version, settings, mayChange, answer }: Props) {
  const { t } = useText();
  const kind = (key: string) => t(`desk:queue.kinds.${key}`);
  const labels = {
    approvalByAnotherPerson: t("desk:settings.approval"),
    ...Object.fromEntries(
      reviewed.map((key) => [`reviewDays.${key}`, t("desk:settings.reviewOf", { kind: kind(key) })]),
    ),
    ...Object.fromEntries(
      answered.map((key) => [`answerDays.${key}`, t("desk:settings.answerOf", { kind: kind(key) })]),
    ),
    undoSeconds: t("runs:setting.label"),
    appealDays: t("deskAppeals:settings.days"),
    ...Object.fromEntries(clockFields.map((key) => [`promiseClock.${key}`, t(`clock:settings.${key}`)])),
    receivedMailDays: t("inbox:setting.days"),
    moderatorExtension: t("clock:settings.extension"),
    moderatorPhone: t("desk:settings.phone"),
  };
  const initial = {
    approvalByAnotherPerson: settings.approvalByAnotherPerson ? "on" : "",
    ...Object.fromEntries(reviewed.map((key) => [`reviewDays.${key}`, String(settings.reviewDays[key])])),
    ...Object.fromEntries(answered.map((key) => [`answerDays.${key}`, String(settings.answerDays[key])])),
    undoSeconds: String(settings.undoSeconds),
    appealDays: String(settings.appealDays),
    ...Object.fromEntries(clockFields.map((key) => [`promiseClock.${key}`, String(settings.promiseClock[key])])),
    receivedMailDays: String(settings.receivedMailDays),
    moderatorExtension: settings.moderatorExtension ?? "",
    moderatorPhone: settings.moderatorPhone,
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "settings") }, labels);
  const emergency = useEmergencyForm({ version, notice: settings.emergencyNotice, mayChange, answer });
  const days = (name: string) => (
    <TextInput key={name} {...form.field(name)} width="short" inputMode="numeric" autoComplete="off" />
  );
  return (
    <>
      <DoneBanner />
      {form.messages}
      {emergency.messages}
      <DeskHeading
        title={t("desk:settings.title")}
        about={t(mayChange ? "desk:settings.about" : "desk:settings.readOnly")}
        actions={
          <ButtonLink href={paths.deskDesign()} variant="text">
            {t("design:title")}
          </ButtonLink>
        }
      />
      {emergency.section}
      <EditingForm mayChange={mayChange} gap="gap-8">
        <input type="hidden" name="act" value="settings" />
        <input type="hidden" name="version" value={version} />
        <FormSection title={t("desk:settings.approvalTitle")} about={t("desk:settings.approvalAbout")}>
          <Checkbox {...form.box("approvalByAnotherPerson")} />
        </FormSection>
        <FormSection title={t("desk:settings.reviewTitle")} about={t("desk:settings.daysAbout")}>
          {reviewed.map((key) => days(`reviewDays.${key}`))}
        </FormSection>
        <FormSection title={t("desk:settings.answerTitle")} about={t("desk:settings.daysAbout")}>
          {answered.map((key) => days(`answerDays.${key}`))}
        </FormSection>
        <FormSection title={t("runs:setting.title")} about={t("runs:setting.about")}>
          <TextInput {...form.field("undoSeconds")} width="short" inputMode="numeric" autoComplete="off" />
        </FormSection>
        <FormSection title={t("deskAppeals:settings.title")} about={t("desk:settings.daysAbout")}>
          {days("appealDays")}
        </FormSection>
        <FormSection title={t("clock:settings.title")} about={t("clock:settings.about")}>
          {clockFields.map((key) => days(`promiseClock.${key}`))}
        </FormSection>
        <FormSection title={t("inbox:setting.title")} about={t("inbox:setting.about")}>
          {days("receivedMailDays")}
        </FormSection>
        <FormSection title={t("desk:settings.phoneTitle")}>
          <TextInput
            {...form.field("moderatorPhone", { support: t("desk:settings.phoneSupport") })}
            type="tel"
            width="medium"
            autoComplete="off"
          />
          <TextInput
            {...form.field("moderatorExtension", { required: false, support: t("clock:settings.extensionSupport") })}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
        </FormSection>
        {mayChange && (
          <FormActions>
            <Button>{t("desk:form.save")}</Button>
          </FormActions>
        )}
      </EditingForm>
    </>
  );
}
