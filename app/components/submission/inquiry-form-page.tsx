import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import type { InquiryFormPage as InquiryFormData } from "#app/domain/submission/submission-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { PhoneLink } from "#app/ui/link.tsx";
import { FormPage, type FormPageStep } from "./form-page.tsx";
import { inquiryForm } from "./form-spec.ts";

/** One desk, how to reach it, and the form to it. */
export function InquiryFormPage({ desk, step }: { desk: InquiryFormData["desk"]; step: FormPageStep }) {
  const { t } = useText();
  return (
    <FormPage
      spec={inquiryForm}
      step={step}
      breadcrumb={<Crumbs items={[{ label: t("common:nav.contact"), to: paths.contact() }, { label: desk.name }]} />}
      eyebrow={[desk.department, desk.section].join(" › ")}
      title={t("submission:inquiry.title", { desk: desk.name })}
      lead={t("submission:inquiry.lead")}
      intro={
        <div className="flex flex-col gap-6">
          <DescriptionList
            items={[
              { term: t("submission:inquiry.duty"), description: desk.duty },
              { term: t("submission:inquiry.phone"), description: <PhoneLink number={desk.phone} /> },
              { term: t("submission:inquiry.hours"), description: desk.hours },
            ]}
          />
          <p>{t("submission:inquiry.notThis")}</p>
        </div>
      }
      publishedPhones={[desk.phone]}
      sendLabel={t("submission:inquiry.send")}
    />
  );
}
