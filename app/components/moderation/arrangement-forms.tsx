import { ActForm, cameBack, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { useText } from "#app/components/text.tsx";
import type { Arrangement } from "#app/domain/moderation/arrangement-page.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions, Section, Stack } from "#app/ui/layout.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Props = { page: ReviewPage; version: number; step: ActStep | undefined };
type FormProps = Props & { arrangement: Arrangement };

/** ほかの扱い: what is seldom done with an item, folded away, each shown once more before it is done. */
export function ArrangementForms(props: Props) {
  const { t } = useText();
  const { arrangement } = props.page;
  if (arrangement === null || arrangement.acts.length === 0) return null;
  const isOpen = props.step?.step === "input" && arrangement.acts.some((act) => act === actOf(props.step));
  return (
    <Section id="arrange" title={t("arrangement:title")}>
      <Disclosure boxed open={isOpen} summary={t("arrangement:open")}>
        <Stack gap="sm">{arrangement.acts.includes("move") && <MoveForm {...props} arrangement={arrangement} />}</Stack>
      </Disclosure>
    </Section>
  );
}

const actOf = (step: ActStep | undefined) => (step?.step === "input" ? step.act : null);

function MoveForm({ arrangement, version, step }: FormProps) {
  const { t } = useText();
  const field = useActField("move", step);
  return (
    <Disclosure boxed id="move" open={cameBack("move", step)} summary={t("arrangement:move.title")}>
      <ActForm act="move" version={version}>
        <p>{t("arrangement:move.about")}</p>
        <Select {...field("themeId")} options={arrangement.themes} emptyLabel={t("desk:handling.choose")} />
        <Textarea {...field("explanation")} support={t("arrangement:explanationSupport")} rows={3} />
        <Next />
      </ActForm>
    </Disclosure>
  );
}

function Next() {
  const { t } = useText();
  return (
    <FormActions>
      <Button name="intent" value="confirm" wide>
        {t("arrangement:next")}
      </Button>
    </FormActions>
  );
}
