import { EditingForm } from "#app/components/desk/editing-form.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { type EmergencyNotice, emergencyLimit } from "#app/domain/settings/settings.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { Button } from "#app/ui/button.tsx";
import { FormActions, FormSection } from "#app/ui/layout.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

type Props = { version: number; notice: EmergencyNotice | null; mayChange: boolean; answer?: FormAnswer };

/** The urgent notice above every public page: set, changed, taken away. Its messages stand first on the page. */
export function useEmergencyForm({ version, notice, mayChange, answer }: Props) {
  const { t } = useText();
  const labels = {
    ...localizedLabels(t, "text", t("emergency:text")),
    href: t("emergency:link"),
  };
  const initial = { ...localizedValues("text", notice?.text ?? {}), href: notice?.href ?? "" };
  const form = useDeskForm({ initial, answer: answerOf(answer, "emergency") }, labels, "emergency-");
  const off = useDeskForm({ initial, answer: answerOf(answer, "emergencyOff") }, {});
  const section = (
    <FormSection title={t("emergency:title")} about={t("emergency:about")}>
      <p>
        <StatusBadge tone={notice === null ? "neutral" : "error"}>
          {t(notice === null ? "emergency:isOff" : "emergency:isOn")}
        </StatusBadge>
      </p>
      <EditingForm mayChange={mayChange}>
        <input type="hidden" name="act" value="emergency" />
        <input type="hidden" name="version" value={version} />
        <LocalizedControls form={form} name="text" legend={t("emergency:text")} rows={3} limit={emergencyLimit} />
        <TextInput
          {...form.field("href", { required: false, support: t("emergency:linkSupport") })}
          inputMode="url"
          autoComplete="off"
        />
        {mayChange && (
          <FormActions>
            <Button>{t(notice === null ? "emergency:show" : "emergency:change")}</Button>
          </FormActions>
        )}
      </EditingForm>
      {mayChange && notice !== null && (
        <PageForm>
          <input type="hidden" name="act" value="emergencyOff" />
          <input type="hidden" name="version" value={version} />
          <Button variant="danger">{t("emergency:takeAway")}</Button>
        </PageForm>
      )}
    </FormSection>
  );
  const messages = (
    <>
      {form.messages}
      {off.messages}
    </>
  );
  return { messages, section };
}
