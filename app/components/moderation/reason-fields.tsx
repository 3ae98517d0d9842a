import { formThatCameBack, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { DecisionAids, ReasonChoice, ReplyChoice } from "#app/domain/moderation/reasons.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { GuidelinesByChoice, guidelineId } from "./guidelines.tsx";

/** The forms whose decision is explained to the author, with or without a reason from the list. */
type ExplainedForm = "refuse" | "hide" | "restore";

type Props = { step: ActStep | undefined; aids: DecisionAids };

/**
 * What the decisions of one form need: a reason, the words to the author with canned replies to put into them, and the guidelines. The buttons
 * of the form stand right below.
 *
 * @param decisions those that the form's buttons take
 */
export function ReasonFields({
  form,
  decisions,
  step,
  aids,
}: Props & { form: "refuse" | "hide"; decisions: readonly Decision[] }) {
  const { t } = useText();
  const field = useActField(form, step);
  const reasons = aids.reasons.filter((reason) => decisions.some((decision) => reason.decisions.includes(decision)));
  return (
    <>
      <p>{t("desk:review.refuseAbout")}</p>
      <RadioGroup
        {...field("reasonCode")}
        choices={reasons.map((reason) => ({
          value: reason.key,
          label: reason.label,
          support: onlyFor(reason, decisions, t),
          describedBy: guidelineId(form, reason.key),
        }))}
      />
      <ExplanationFields form={form} decisions={decisions} step={step} aids={aids} />
      <GuidelinesByChoice form={form} reasons={reasons} />
    </>
  );
}

/** The words to the author, and the canned replies that can be put into them. */
export function ExplanationFields({
  form,
  decisions,
  step,
  aids,
}: Props & { form: ExplainedForm; decisions: readonly Decision[] }) {
  const { t } = useText();
  const field = useActField(form, step);
  const replies = aids.replies.filter(({ decision }) => decisions.includes(decision));
  const support = form === "restore" ? undefined : t("desk:review.explanationSupport");
  return (
    <>
      {replies.length > 0 && <ReplyPicker {...{ form, decisions, step, replies, reasons: aids.reasons }} />}
      <Textarea {...field("explanation")} support={support} rows={5} />
    </>
  );
}

/** Chooses a canned reply; the button beside it puts it into the explanation, which comes back with it. */
function ReplyPicker({
  form,
  decisions,
  step,
  replies,
  reasons,
}: {
  form: ExplainedForm;
  decisions: readonly Decision[];
  step: ActStep | undefined;
  replies: readonly ReplyChoice[];
  reasons: readonly ReasonChoice[];
}) {
  const { t } = useText();
  const field = useActField(form, step);
  const address = useOwnAddress();
  const groupOf = ({ decision, reasonKey }: ReplyChoice) =>
    [
      decisions.length > 1 && t(`desk:review.decisionNames.${decision}`),
      reasons.find(({ key }) => key === reasonKey)?.label,
    ]
      .filter(Boolean)
      .join(" / ");
  const { limit: _limit, note: _note, ...texts } = field("reply");
  return (
    <div data-replies className="flex flex-col items-start gap-2">
      <input type="hidden" name="replies" value={formThatCameBack(form, step)?.values.replies ?? ""} />
      <div className="w-full">
        <Select
          {...texts}
          support={t("reasons:pick.support")}
          emptyLabel={t("reasons:pick.choose")}
          options={replies.map((reply) => ({
            value: reply.id,
            label: reply.title,
            // for staff, who write them in Japanese
            lang: "ja",
            group: groupOf(reply) || undefined,
            data: { text: reply.text, used: `${reply.id}.${reply.version}` },
          }))}
        />
      </div>
      <Button
        name="act"
        value={`insert-${form}`}
        variant="outline"
        size="sm"
        // back to where one writes, not to the top of the page
        formAction={`${address}#${form}-explanation`}
      >
        {t("reasons:pick.insert")}
      </Button>
    </div>
  );
}

function onlyFor(
  reason: ReasonChoice,
  decisions: readonly Decision[],
  t: ReturnType<typeof useText>["t"],
): string | undefined {
  const offered = decisions.filter((decision) => reason.decisions.includes(decision));
  const [only] = offered;
  if (only === undefined || offered.length === decisions.length) return undefined;
  return t("reasons:onlyFor", { decision: t(`desk:review.decisionNames.${only}`) });
}
