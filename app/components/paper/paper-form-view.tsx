import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { ClosedBanner } from "#app/components/submission/closed-banner.tsx";
import { useText } from "#app/components/text.tsx";
import type { PaperFormPage } from "#app/domain/submission/submission-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { Link, PhoneLink } from "#app/ui/link.tsx";
import { PaperSheet } from "./paper-sheet.tsx";
import type { PrintedAddressData } from "./printed-address.tsx";

/** 紙に書いて出す: how, and the sheet to print. */
export function PaperFormView({ form, web }: { form: PaperFormPage; web: PrintedAddressData }) {
  const { t, path } = useText();
  const { theme, desk } = form;
  return (
    <PageBody
      width="reading"
      breadcrumb={
        <Crumbs
          items={[
            { label: t("common:nav.themes"), to: paths.themes() },
            { label: theme.title, to: paths.theme(theme.slug) },
            { label: t("paper:form.title") },
          ]}
        />
      }
    >
      <PageHeading
        eyebrow={`${theme.numeral} ${theme.title}`}
        title={t("paper:form.title")}
        lead={t("paper:form.lead")}
      />
      {form.closed === null ? (
        <>
          <Section id="how" title={t("paper:form.howTitle")}>
            <ol className="flex list-decimal flex-col gap-2 pl-6">
              {(["print", "write", "hand"] as const).map((step) => (
                <li key={step}>{t(`paper:form.how.${step}`)}</li>
              ))}
            </ol>
            <div className="flex flex-wrap items-center gap-x-6">
              <span>{[desk.department, desk.section, desk.name].join(" ")}</span>
              <PhoneLink number={desk.phone} />
              <span className="text-ink-soft">{desk.hours}</span>
            </div>
            <p>
              <Link href={path(paths.newProposal(theme.slug, "idea"))} icon="pencil" alone>
                {t("paper:form.web")}
              </Link>
            </p>
          </Section>
          <Section id="sheet" title={t("paper:form.preview")} about={t("paper:form.previewAbout")}>
            <PaperSheet form={form} web={web} />
          </Section>
        </>
      ) : (
        <ClosedBanner closed={form.closed} />
      )}
    </PageBody>
  );
}
