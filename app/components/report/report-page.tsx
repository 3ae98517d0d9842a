import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { FormPage, type FormPageStep } from "#app/components/submission/form-page.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReportForm } from "#app/domain/moderation/queries/get-report-form.server.ts";
import { otherReason } from "#app/domain/report/report.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { reportForm } from "./report-form-spec.ts";

/** 通報: a reader says what the office should look at in a published text. After that, what comes next. */
export function ReportPage({ form, isSent, step }: { form: ReportForm; isSent: boolean; step: FormPageStep }) {
  const { t, path } = useText();
  const title = t("report:form.title");
  const breadcrumb = (
    <Crumbs items={[{ label: t("report:of", { number: form.number }), to: form.page }, { label: title }]} />
  );
  if (isSent && step === undefined) {
    return (
      <PageBody breadcrumb={breadcrumb} width="reading">
        <PageHeading title={t("report:sent.title")} lead={t("report:sent.lead")} />
        <p>{t("report:sent.stays")}</p>
        <p>{t("report:sent.address")}</p>
        <FormActions>
          <ButtonLink href={path(form.page)} variant="outline">
            {t("report:sent.back")}
          </ButtonLink>
        </FormActions>
      </PageBody>
    );
  }
  return (
    <FormPage
      spec={reportForm}
      step={step}
      breadcrumb={breadcrumb}
      title={title}
      lead={t("report:form.lead")}
      intro={
        <p>
          {t("report:form.stays")} <Link href={path(paths.guidelines())}>{t("report:form.guidelines")}</Link>
        </p>
      }
      about={<ReportedText form={form} />}
      choices={{
        reasonCode: [
          ...form.reasons.map(({ key, label, guideline }) => ({ value: key, label, support: guideline })),
          { value: otherReason, label: t("report:form.other") },
        ],
      }}
      publishedPhones={[]}
      sendLabel={t("report:form.send")}
      withConsent={false}
    />
  );
}

function ReportedText({ form }: { form: ReportForm }) {
  const { t } = useText();
  return (
    <section aria-labelledby="reported" className="flex flex-col gap-3">
      <h2 id="reported" className="heading-3">
        {t("report:form.about")}
      </h2>
      {form.title !== null && (
        <p className="font-bold">
          <OwnWords>{form.title}</OwnWords>
        </p>
      )}
      <QuotedText
        text={form.body}
        lang={form.locale === "en" ? "en" : "ja"}
        source={
          <>
            {form.number} · <OwnWords>{form.author ?? t("common:anonymous")}</OwnWords>
          </>
        }
      />
    </section>
  );
}
