import { PageForm } from "#app/components/page-form.tsx";
import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { problemWords } from "./form-words.ts";

/** Asks for receipt number and tracking key. The key is not shown again after a mistake. */
export function TrackView({
  number = "",
  problem,
  params,
}: {
  number?: string;
  problem?: string;
  params?: Record<string, string | number>;
}) {
  const { t } = useText();
  return (
    <PageBody width="reading" breadcrumb={<Crumbs items={[{ label: t("common:nav.track") }]} />}>
      <ErrorSummary
        title={t("common:errorSummary.title")}
        errors={problem === undefined ? [] : [{ fieldId: "number", message: problemWords(t, problem, params) }]}
      />
      <PageHeading title={t("track:ask.title")} lead={t("track:ask.lead")} />
      <PageForm className="flex flex-col gap-7">
        <TextInput
          id="number"
          name="number"
          label={t("submission:receipt.number")}
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
          label={t("submission:receipt.key")}
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
