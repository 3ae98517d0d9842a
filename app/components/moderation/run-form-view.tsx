import { useText } from "#app/components/text.tsx";
import { runLimit, type SeenItem, seenValue } from "#app/domain/moderation/decision-run.ts";
import { explanationLimit } from "#app/domain/moderation/moderation.schema.ts";
import { decisions } from "#app/domain/moderation/moderation.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { EmptyState, FormActions, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { GuidelinesByChoice, guidelineId } from "./guidelines.tsx";
import type { RunStep } from "./run-step.ts";

/** What is decided on the texts that were chosen, and why. */
export function RunFormView({ step }: { step: Extract<RunStep, { step: "input" }> | undefined }) {
  const { t } = useText();
  if (step === undefined || step.selection.items.length === 0) return <NothingChosen step={step} />;
  const { selection, values, problems, reasons } = step;
  const { possible } = selection;
  const labels: Record<string, string> = {
    decision: t("runs:form.decision"),
    reasonCode: t("desk:review.reason"),
    explanation: t("desk:review.explanation"),
  };
  const problemOf = (name: string) => {
    const key = problems[name]?.[0];
    return key === undefined ? undefined : t(`errors:${key}`, { maximum: explanationLimit });
  };
  const field = (name: string) => ({
    id: name,
    name,
    label: labels[name],
    error: problemOf(name),
    defaultValue: values[name],
  });
  const offered = decisions.filter((decision) => possible[decision] !== undefined);
  return (
    <Stack gap="lg">
      <ErrorSummary
        title={t("common:errorSummary.title")}
        errors={Object.keys(problems).map((name) => ({
          fieldId: name,
          message: t("desk:handling.fieldProblem", { label: labels[name], problem: problemOf(name) }),
        }))}
      />
      <DeskHeading
        title={t("runs:form.title")}
        about={t("runs:form.about", { n: selection.items.length })}
        actions={<BackToList back={values.back} />}
      />
      {selection.more && (
        <NotificationBanner tone="warning" headingLevel="p" title={t("runs:form.more", { n: runLimit })} />
      )}
      {offered.length === 0 ? (
        <NotificationBanner tone="warning" headingLevel="p" title={t("errors:nothingToDecide")} />
      ) : (
        <form method="post" action={paths.deskNewRun()} noValidate>
          <Stack gap="lg">
            <CarriedItems items={selection.items} back={values.back} />
            <RadioGroup
              {...field("decision")}
              required
              requirementText={t("common:required")}
              choices={offered.map((decision) => ({
                value: decision,
                label: t(`desk:review.preview.${decision}`),
                support: t("runs:form.possible", { n: possible[decision], all: selection.items.length }),
              }))}
            />
            <RadioGroup
              {...field("reasonCode")}
              support={t("runs:form.reasonSupport")}
              choices={reasons.map(({ key, label }) => ({
                value: key,
                label,
                describedBy: guidelineId("run", key),
              }))}
            />
            <Textarea
              {...field("explanation")}
              support={t("runs:form.explanationSupport")}
              note={t("desk:handling.upTo", { n: explanationLimit })}
              limit={explanationLimit}
              rows={5}
            />
            {reasons.length > 0 && <GuidelinesByChoice form="run" reasons={reasons} />}
            <FormActions>
              <Button name="intent" value="confirm" wide>
                {t("runs:form.next")}
              </Button>
            </FormActions>
          </Stack>
        </form>
      )}
    </Stack>
  );
}

function NothingChosen({ step }: { step: Extract<RunStep, { step: "input" }> | undefined }) {
  const { t } = useText();
  return (
    <Stack>
      <ErrorSummary
        title={t("common:errorSummary.title")}
        errors={step === undefined ? [] : [{ message: t("errors:chooseItems") }]}
      />
      <DeskHeading title={t("runs:form.title")} />
      <EmptyState
        picture="search"
        title={t("runs:form.nothing")}
        actions={
          <ButtonLink href={listOf(step?.values.back)} variant="outline">
            {t("runs:form.back")}
          </ButtonLink>
        }
      >
        {t("runs:form.nothingAbout")}
      </EmptyState>
    </Stack>
  );
}

/** The list that the texts were chosen from. */
export function BackToList({ back }: { back: string | undefined }) {
  const { t } = useText();
  return (
    <Link href={listOf(back)} icon="arrow-left" alone>
      {t("runs:form.back")}
    </Link>
  );
}

const listOf = (back = "") => (back === "" ? paths.desk() : `${paths.desk()}?${back}`);

/** The texts, each as it was seen, on to the next step. */
export function CarriedItems({ items, back }: { items: SeenItem[]; back: string | undefined }) {
  return (
    <>
      <input type="hidden" name="items" value={items.map(seenValue).join(" ")} />
      <input type="hidden" name="back" value={back ?? ""} />
    </>
  );
}
