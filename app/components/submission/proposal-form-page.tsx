import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { formatDate } from "#app/domain/shared/japanese-date.ts";
import { costSharings } from "#app/domain/submission/submission.ts";
import type { ProposalFormPage as ProposalFormData } from "#app/domain/submission/submission-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { Link } from "#app/ui/link.tsx";
import { ClosedBanner } from "./closed-banner.tsx";
import { FormPage, type FormPageStep } from "./form-page.tsx";
import { askedIdeaForm, partnershipForm } from "./form-spec.ts";

/** The page of an idea's or a partnership proposal's form. */
export function ProposalFormPage({
  kind,
  form,
  step,
}: {
  kind: "idea" | "partnership";
  form: ProposalFormData;
  step: FormPageStep;
}) {
  const { t, path, locale } = useText();
  const { theme, questions, desk } = form;
  const other = kind === "idea" ? "partnership" : "idea";
  const words = `submission:${kind}`;
  return (
    <FormPage
      spec={kind === "idea" ? askedIdeaForm(form.asks, form.readingTime) : partnershipForm}
      step={step}
      breadcrumb={
        <Crumbs
          items={[
            { label: t("common:nav.themes"), to: paths.themes() },
            { label: theme.title, to: paths.theme(theme.slug) },
            { label: t(`${words}.title`) },
          ]}
        />
      }
      eyebrow={`${theme.numeral} ${theme.title}`}
      title={t(`${words}.title`)}
      lead={t(`${words}.lead`)}
      closed={form.closed === null ? undefined : <ClosedBanner closed={form.closed} />}
      closedForSending={
        form.closedForSending === null ? undefined : <ClosedBanner closed={form.closedForSending} live />
      }
      readingTime={form.readingTime}
      intro={
        <div className="flex flex-col gap-2">
          <p>{t(`${words}.notThis`)}</p>
          {form.until !== null && <p>{t("policy:until", { date: formatDate(form.until, locale) })}</p>}
          {form.takesOther && (
            <Link href={path(paths.newProposal(theme.slug, other))} icon="arrow-right" alone>
              {t(`${words}.other`)}
            </Link>
          )}
          {kind === "idea" && (
            <Link href={path(paths.paperForm(theme.slug))} icon="document" alone>
              {t("paper:open")}
            </Link>
          )}
        </div>
      }
      choices={{
        questionId:
          questions.length === 0
            ? []
            : [
                ...questions.map(({ id, text }) => ({ value: id, label: text })),
                { value: "", label: t("submission:noQuestion") },
              ],
        costSharing: costSharings.map((value) => ({ value, label: t(`submission:costSharing.${value}`) })),
      }}
      publishedPhones={[desk.phone]}
      sendLabel={t(`${words}.send`)}
    />
  );
}
