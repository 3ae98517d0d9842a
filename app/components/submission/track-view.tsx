import { PageForm } from "#app/components/page-form.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { problemWords } from "./form-words.ts";

/**
 * Asks for receipt number and tracking key. The key is not shown again after a mistake.
 *
 * @param missing fields left empty: "number", "key"
 * @param problem what is wrong with both together, as a code of `errors.json`
 */
export function TrackView({
  number = "",
  missing = [],
  problem,
  params,
}: {
  number?: string;
  missing?: readonly string[];
  problem?: string;
  params?: Record<string, string | number>;
}) {
  const { t } = useText();
  const labels = { number: t("submission:receipt.number"), key: t("submission:receipt.key") };
  const errorOf = (field: keyof typeof labels) => (missing.includes(field) ? t("errors:required") : undefined);
  return (
    <PageBody width="reading" breadcrumb={<Crumbs items={[{ label: t("common:nav.track") }]} />}>
      <ErrorSummary
        title={t("common:errorSummary.title")}
        errors={[
          ...(problem === undefined ? [] : [{ fieldId: "number", message: problemWords(t, problem, params) }]),
          ...(["number", "key"] as const).flatMap((fieldId) => {
            const message = errorOf(fieldId);
            if (message === undefined) return [];
            return [{ fieldId, message: t("submission:errorOfField", { label: labels[fieldId], message }) }];
          }),
        ]}
      />
      <PageHeading title={t("track:ask.title")} lead={t("track:ask.lead")} />
      <PageForm className="flex flex-col gap-7">
        <TextInput
          id="number"
          name="number"
          label={labels.number}
          error={errorOf("number")}
          required
          requirementText={t("common:required")}
          support={t("track:ask.numberSupport")}
          defaultValue={number}
          autoComplete="off"
          width="short"
        />
        <TextInput
          id="key"
          name="key"
          label={labels.key}
          error={errorOf("key")}
          required
          requirementText={t("common:required")}
          support={t("track:ask.keySupport")}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
        />
        <FormActions>
          <Button size="lg" wide iconAfter="arrow-right">
            {t("track:ask.open")}
          </Button>
        </FormActions>
      </PageForm>
      <p>{t("track:ask.lost")}</p>
    </PageBody>
  );
}
