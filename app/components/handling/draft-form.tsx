import { useText } from "#app/components/text.tsx";
import type { AnswerVersion, Handling } from "#app/domain/handling/handling-page.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { ActForm, useActField } from "./act-form.tsx";
import type { ActStep } from "./act-step.ts";

/** Drafting an answer. It starts from the version before, because most further versions change a part of it. */
export function DraftForm({
  handling,
  version,
  step,
}: {
  handling: Handling;
  version: number;
  step: ActStep | undefined;
}) {
  const { t } = useText();
  const field = useActField("draft", step);
  const before: AnswerVersion | undefined = handling.answers[0];
  return (
    <ActForm act="draft" version={version}>
      <p>{t("desk:handling.draftAbout")}</p>
      <RadioGroup
        {...field("outcomeKey", before?.outcomeKey)}
        choices={handling.outcomes.map(({ key, label, meaning }) => ({ value: key, label, support: meaning }))}
      />
      <TextInput
        {...field("referral", before?.referral ?? undefined)}
        support={t("desk:handling.referralSupport")}
        autoComplete="off"
      />
      <Textarea {...field("body", before?.body)} support={t("desk:handling.bodySupport")} rows={10} />
      <FormActions>
        <Button name="intent" value="confirm" wide>
          {t("desk:handling.draftNext")}
        </Button>
      </FormActions>
    </ActForm>
  );
}
