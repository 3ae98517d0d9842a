import { ActForm, cameBack, formThatCameBack, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import { hideValue } from "#app/domain/moderation/moderation.schema.ts";
import { labelOf, type RedactionLabel, redactionLabels, redactionWords } from "#app/domain/moderation/redaction.ts";
import { reportIds } from "#app/domain/moderation/report.schema.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import type { HiddenNote } from "#app/domain/moderation/sealed-original.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxGroup } from "#app/ui/choice-group.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions, Section, Stack } from "#app/ui/layout.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { FindingWords } from "./finding-words.tsx";

type Props = { page: ReviewPage; version: number; step: ActStep | undefined };

/** Hiding personal data in the public text, and reading what it said before. Nothing for those who may do neither. */
export function RedactionForms(props: Props) {
  const { t } = useText();
  const { mayRedact, hidden } = props.page;
  if (!mayRedact && hidden.length === 0) return null;
  return (
    <Section id="redact" title={t("desk:review.redact.title")}>
      <Stack gap="sm">
        {mayRedact && <HideForm {...props} />}
        {hidden.length > 0 && <Originals {...props} />}
      </Stack>
    </Section>
  );
}

function HideForm({ page, version, step }: Props) {
  const { t, locale } = useText();
  const field = useActField("redact", step);
  const findings = page.fields.flatMap(({ name, findings }) =>
    findings.map((finding) => ({
      ...finding,
      field: name,
      value: hideValue({ ...finding, field: name, label: labelOf(finding.kind) }),
    })),
  );
  const typed = formThatCameBack("redact", step);
  const back = typed && Object.values(typed.values);
  const certain = findings.filter(({ confidence }) => confidence === "high").map(({ value }) => value);
  // one language a line: what stands in the text is Japanese for everybody, and the preview shows it
  const words = (label: RedactionLabel) =>
    locale === "en" ? t(`desk:review.redact.labels.${label}`) : redactionWords[label];
  return (
    <Disclosure boxed open={findings.length > 0 || back !== null} summary={t("desk:review.redact.hide")}>
      <ActForm act="redact" version={version}>
        <p>{t("desk:review.redact.about")}</p>
        {findings.length > 0 && (
          <CheckboxGroup
            {...field("hide")}
            defaultValues={back ?? certain}
            choices={findings.map((finding, index) => ({
              name: `hide.${index}`,
              value: finding.value,
              label: <FindingWords field={finding.field} finding={finding} />,
            }))}
          />
        )}
        <TextInput {...field("words")} support={t("desk:review.redact.wordsSupport")} />
        <Select
          {...field("label", "OTHER")}
          options={redactionLabels.map((label) => ({ value: label, label: words(label) }))}
        />
        {page.reports.open.length > 0 && (
          <CheckboxGroup
            {...field("closeReports")}
            defaultValues={back ?? []}
            choices={[
              { name: "closeReports", value: reportIds(page.reports.open), label: t("deskReports:redactCloses") },
            ]}
          />
        )}
        <FormActions>
          <Button name="intent" value="confirm" wide aria-keyshortcuts={findings.length > 0 ? "x" : undefined}>
            {t("desk:review.redact.next")}
          </Button>
        </FormActions>
      </ActForm>
    </Disclosure>
  );
}

function Originals({ page, version, step }: Props) {
  const { t } = useText();
  const field = useActField("original", step);
  const source = useSource();
  const originals = step?.step === "original" ? step.originals : null;
  return (
    <Disclosure
      boxed
      open={originals !== null || cameBack("original", step)}
      id="original"
      summary={`${t("desk:review.redact.originals")} (${page.hidden.length})`}
    >
      {originals ? (
        <Stack>
          {originals.map((original) => (
            <QuotedText key={original.id} text={original.text} source={source(original)} />
          ))}
        </Stack>
      ) : (
        <ActForm act="original" version={version}>
          <ul className="list-disc pl-6">
            {page.hidden.map((note) => (
              <li key={note.id}>{source(note)}</li>
            ))}
          </ul>
          <Textarea {...field("reason")} support={t("desk:review.redact.reasonSupport")} rows={3} />
          <FormActions>
            <Button name="intent" value="send" variant="outline" icon="eye">
              {t("desk:review.redact.view")}
            </Button>
          </FormActions>
        </ActForm>
      )}
    </Disclosure>
  );
}

/** Which text of which version, and who hid something in it when. */
function useSource() {
  const { t, locale } = useText();
  return ({ field, revision, by, at }: HiddenNote) =>
    t("desk:review.redact.source", {
      field: t(`desk:review.fields.${field}`),
      revision: t("desk:review.revision", { n: revision }),
      at: momentOf(at, locale).text,
      by,
    });
}
