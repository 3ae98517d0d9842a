import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReadingTime } from "#app/domain/plan/theme-policy.ts";
import { normalizeEmail } from "#app/domain/shared/email-address.ts";
import { storedLine, storedText } from "#app/domain/shared/normalize-text.ts";
import { findPersonalData } from "#app/domain/shared/personal-data.ts";
import { normalizePhone } from "#app/domain/shared/phone-number.ts";
import { parseCorporateNumber } from "#app/domain/submission/corporate-number.ts";
import { Button } from "#app/ui/button.tsx";
import type { Choice } from "#app/ui/choice-group.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import type { FieldVisibility } from "#app/ui/field.tsx";
import { FormActions, Section } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { type FieldSpec, type FormSpec, fieldsOf } from "./form-spec.ts";
import { labelOf } from "./form-words.ts";
import { MarkedText } from "./marked-text.tsx";

/**
 * 確認画面: exactly what will be public and what only the city sees, as it will be stored, with a warning where the public part seems to hold
 * personal data. What was typed travels on in hidden fields, so that going back loses nothing.
 */
export function ConfirmView({
  spec,
  values,
  idempotencyKey,
  choices = {},
  publishedPhones,
  action,
  sendLabel,
  readingTime = "BEFORE",
}: {
  spec: FormSpec;
  values: Record<string, string>;
  idempotencyKey: string;
  choices?: Record<string, readonly Choice[]>;
  /** Telephones of the city's desks: naming one is no personal data. */
  publishedPhones: readonly string[];
  action?: string;
  sendLabel: string;
  /** When the public part is read. */
  readingTime?: ReadingTime;
}) {
  const { t } = useText();
  const rows = fieldsOf(spec).map((field) => {
    const text = shownText(field, values[field.name] ?? "");
    const chosen = (choices[field.name] ?? []).find((choice) => choice.value === text);
    const searched = field.visibility === "public" && field.control !== "choice";
    return {
      field,
      term: labelOf(t, spec, field),
      text: field.control === "corporateNumber" && text === "" ? t(`${spec.words}.fields.${field.name}.none`) : text,
      chosen: field.control === "choice" ? (chosen?.label ?? "") : null,
      isOffered: field.control !== "choice" || (choices[field.name] ?? []).length > 0,
      findings: searched ? findPersonalData(text, { allowedPhones: publishedPhones }) : [],
    };
  });
  const warned = rows.filter((row) => row.findings.length > 0);
  const part = (visibility: FieldVisibility) =>
    rows
      .filter((row) => row.field.visibility === visibility && row.isOffered)
      .map(({ field, term, text, chosen, findings }) => ({
        term,
        visibility,
        visibilityText: t(visibility === "public" ? "common:visibility.public" : "common:visibility.city"),
        description:
          (chosen ?? text) === "" ? (
            <span className="text-ink-faint">{emptyWords(t, field)}</span>
          ) : (
            (chosen ?? <MarkedText text={text} findings={findings} />)
          ),
      }));
  const publicPart = part("public");
  const cityPart = part("private");
  return (
    <>
      {warned.length > 0 && (
        <NotificationBanner
          tone="warning"
          toneText={t("submission:confirm.warning")}
          title={t("submission:confirm.foundTitle")}
        >
          <p>{t("submission:confirm.foundText")}</p>
          <ul className="list-disc pl-6">
            {warned.map(({ field, term, findings }) => (
              <li key={field.name}>
                {term}:{" "}
                {[...new Set(findings.map((finding) => finding.kind))]
                  .map((kind) => t(`submission:personalData.${kind}`))
                  .join(t("submission:listSeparator"))}
              </li>
            ))}
          </ul>
        </NotificationBanner>
      )}
      {publicPart.length > 0 && (
        <Section
          id="public-part"
          title={t("submission:confirm.publicTitle")}
          about={t(readingTime === "BEFORE" ? "submission:confirm.publicAbout" : `policy:confirm.${readingTime}`)}
        >
          <DescriptionList items={publicPart} />
        </Section>
      )}
      {cityPart.length > 0 && (
        <Section id="city-part" title={t("submission:confirm.cityTitle")} about={t("submission:confirm.cityAbout")}>
          <DescriptionList items={cityPart} />
        </Section>
      )}
      <PageForm action={action}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
        <FormActions>
          <Button size="lg" wide name="intent" value="send" icon="send">
            {readingTime === "AFTER" && warned.length === 0 ? t("policy:sendAtOnce") : sendLabel}
          </Button>
          <Button size="lg" wide variant="outline" name="intent" value="back">
            {t("submission:back")}
          </Button>
        </FormActions>
      </PageForm>
    </>
  );
}

function emptyWords(t: (key: string) => string, field: FieldSpec): string {
  return field.name === "displayName" ? t("submission:confirm.anonymous") : t("submission:confirm.empty");
}

/** A typed value as it will be stored. */
function shownText(field: FieldSpec, typed: string): string {
  switch (field.control) {
    case "text":
      return storedText(typed);
    case "line":
    case "choice":
      return storedLine(typed);
    case "email":
      return normalizeEmail(typed) ?? storedLine(typed);
    case "phone":
      return normalizePhone(typed) ?? storedLine(typed);
    case "corporateNumber": {
      const result = parseCorporateNumber(typed);
      return result.kind === "number" ? result.value : "";
    }
  }
}
