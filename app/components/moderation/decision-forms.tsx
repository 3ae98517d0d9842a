import { ActForm, cameBack } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { useText, useTextTree } from "#app/components/text.tsx";
import type { DecisionAids } from "#app/domain/moderation/reasons.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions, Section, Stack } from "#app/ui/layout.tsx";
import { ExplanationFields, ReasonFields } from "./reason-fields.tsx";

type Props = { version: number; step: ActStep | undefined; aids: DecisionAids };

/** Deciding what is published. Every decision is shown once more, with the mail the author gets, before it is taken. */
export function DecisionForms({
  page,
  version,
  step,
}: {
  page: ReviewPage;
  version: number;
  step: ActStep | undefined;
}) {
  const { t } = useText();
  const { mayDecide: may, aids } = page;
  return (
    <Section id="decide" title={t("desk:review.decideTitle")}>
      {may.length === 0 && <p>{t(whyNothing(page))}</p>}
      <Stack>
        {may.includes("APPROVE") && <ApproveForm version={version} />}
        {may.includes("RETURN") && <RefuseForm {...{ version, step, aids }} />}
        {may.includes("HIDE") && <HideForm {...{ version, step, aids }} />}
        {may.includes("RESTORE") && <RestoreForm {...{ version, step, aids }} />}
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

function RefuseForm({ version, step, aids }: Props) {
  const { t } = useText();
  return (
    <Disclosure boxed open={cameBack("refuse", step)} id="refuse" shortcut="r" summary={t("desk:review.refuseTitle")}>
      <ActForm version={version}>
        <EnterMeans act="return" />
        <ReasonFields form="refuse" decisions={["RETURN", "DECLINE"]} step={step} aids={aids} />
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

function HideForm({ version, step, aids }: Props) {
  const { t } = useText();
  return (
    <Disclosure boxed open={cameBack("hide", step)} id="hide" shortcut="h" summary={t("desk:review.hide")}>
      <ActForm version={version}>
        <EnterMeans act="hide" />
        <ReasonFields form="hide" decisions={["HIDE"]} step={step} aids={aids} />
        <FormActions>
          <Button name="act" value="hide" variant="danger" wide>
            {t("desk:review.hideNext")}
          </Button>
        </FormActions>
      </ActForm>
    </Disclosure>
  );
}

function RestoreForm({ version, step, aids }: Props) {
  const { t } = useText();
  return (
    <ActForm version={version}>
      <EnterMeans act="restore" />
      <ExplanationFields form="restore" decisions={["RESTORE"]} step={step} aids={aids} />
      <FormActions>
        <Button name="act" value="restore" wide>
          {t("desk:review.restoreNext")}
        </Button>
      </FormActions>
    </ActForm>
  );
}

/** Enter in a form presses its first button, which would be the one that puts a canned reply in. */
function EnterMeans({ act }: { act: "return" | "hide" | "restore" }) {
  const { t } = useText();
  return (
    <button type="submit" name="act" value={act} hidden tabIndex={-1}>
      {t(`desk:review.${act}Next`)}
    </button>
  );
}
