import { ActForm, cameBack, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { useText, useTextTree } from "#app/components/text.tsx";
import { reasonCodes } from "#app/domain/moderation/moderation.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions, Section, Stack } from "#app/ui/layout.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Props = { version: number; step: ActStep | undefined };

/** Deciding what is published. Every decision is shown once more, with the mail the author gets, before it is taken. */
export function DecisionForms({ page, version, step }: { page: ReviewPage } & Props) {
  const { t } = useText();
  const may = page.mayDecide;
  return (
    <Section id="decide" title={t("desk:review.decideTitle")}>
      {may.length === 0 && <p>{t(whyNothing(page))}</p>}
      <Stack>
        {may.includes("APPROVE") && <ApproveForm version={version} />}
        {may.includes("RETURN") && <RefuseForm version={version} step={step} />}
        {may.includes("HIDE") && <HideForm version={version} step={step} />}
        {may.includes("RESTORE") && <RestoreForm version={version} step={step} />}
      </Stack>
    </Section>
  );
}

/** Why there is nothing to decide, as a key. */
function whyNothing({ kind, escalations }: ReviewPage): string {
  if (escalations.some(({ end }) => end === null)) return "arrangement:escalate.alone";
  return kind === "INQUIRY" ? "desk:review.decideInquiry" : "desk:review.decideNone";
}

function ApproveForm({ version }: { version: number }) {
  const { t } = useText();
  const checks = useTextTree<string[]>("desk:review.checks");
  return (
    <ActForm act="approve" version={version}>
      <div>
        <h3 className="heading-4">{t("desk:review.checklist")}</h3>
        <ul className="list-disc pl-6">
          {checks.map((check) => (
            <li key={check}>{check}</li>
          ))}
        </ul>
      </div>
      <FormActions>
        <Button name="intent" value="confirm" wide aria-keyshortcuts="a">
          {t("desk:review.approveNext")}
        </Button>
      </FormActions>
    </ActForm>
  );
}

function RefuseForm({ version, step }: Props) {
  const { t } = useText();
  return (
    <Disclosure boxed open={cameBack("refuse", step)} id="refuse" shortcut="r" summary={t("desk:review.refuseTitle")}>
      <ActForm version={version}>
        <input type="hidden" name="intent" value="confirm" />
        <ReasonFields form="refuse" step={step} />
        <FormActions>
          <Button name="act" value="return" variant="outline" wide>
            {t("desk:review.returnNext")}
          </Button>
          <Button name="act" value="decline" variant="danger" wide>
            {t("desk:review.declineNext")}
          </Button>
        </FormActions>
      </ActForm>
    </Disclosure>
  );
}

function HideForm({ version, step }: Props) {
  const { t } = useText();
  return (
    <Disclosure boxed open={cameBack("hide", step)} id="hide" shortcut="h" summary={t("desk:review.hide")}>
      <ActForm act="hide" version={version}>
        <ReasonFields form="hide" step={step} />
        <FormActions>
          <Button name="intent" value="confirm" variant="danger" wide>
            {t("desk:review.hideNext")}
          </Button>
        </FormActions>
      </ActForm>
    </Disclosure>
  );
}

function RestoreForm({ version, step }: Props) {
  const { t } = useText();
  const field = useActField("restore", step);
  return (
    <ActForm act="restore" version={version}>
      <Textarea {...field("explanation")} rows={4} />
      <FormActions>
        <Button name="intent" value="confirm" wide>
          {t("desk:review.restoreNext")}
        </Button>
      </FormActions>
    </ActForm>
  );
}

function ReasonFields({ form, step }: { form: "refuse" | "hide"; step: ActStep | undefined }) {
  const { t } = useText();
  const field = useActField(form, step);
  return (
    <>
      <p>{t("desk:review.refuseAbout")}</p>
      <RadioGroup
        {...field("reasonCode")}
        choices={reasonCodes.map((code) => ({ value: code, label: t(`moderation:reason.${code}`) }))}
      />
      <Textarea {...field("explanation")} support={t("desk:review.explanationSupport")} rows={5} />
    </>
  );
}
