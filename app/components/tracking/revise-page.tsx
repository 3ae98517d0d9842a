import { commentChoices } from "#app/components/comment/comment-choices.ts";
import { commentRevisionForm } from "#app/components/comment/comment-form-spec.ts";
import { FormPage, type FormPageStep } from "#app/components/submission/form-page.tsx";
import { type FormSpec, ideaRevisionForm, partnershipRevisionForm } from "#app/components/submission/form-spec.ts";
import { useText } from "#app/components/text.tsx";
import { costSharings } from "#app/domain/submission/submission.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import type { Tracked } from "./state-words.ts";

/** Changes what was returned: the same form and confirm page as the first time, filled with what was sent. */
export function RevisePage({ item, step, backHref }: { item: Tracked; step: FormPageStep; backHref: string }) {
  const { t } = useText();
  const explanation = item.decision?.explanation ?? null;
  return (
    <FormPage
      spec={specOf(item)}
      step={step}
      eyebrow={item.number}
      title={t("track:revise.title")}
      lead={item.may.revise ? t("track:revise.lead") : undefined}
      intro={explanation === null ? undefined : <QuotedText text={explanation} lang="ja" source={t("track:reason")} />}
      closed={
        item.may.revise ? undefined : (
          <>
            <NotificationBanner tone="info" title={t("errors:notReturned")} />
            <FormActions>
              <ButtonLink href={backHref}>{t("track:withdraw.back")}</ButtonLink>
            </FormActions>
          </>
        )
      }
      choices={{
        stance: commentChoices(t, []).stance,
        costSharing: costSharings.map((value) => ({ value, label: t(`submission:costSharing.${value}`) })),
      }}
      initial={initialOf(item)}
      hidden={{ version: step?.values.version ?? String(item.version) }}
      publishedPhones={item.holder?.desk ? [item.holder.desk.phone] : []}
      sendLabel={t("track:revise.send")}
      withConsent={false}
    />
  );
}

function specOf(item: Tracked): FormSpec {
  if (item.type === "comment") return commentRevisionForm({ takesStance: item.takesStance });
  return item.kind === "PARTNERSHIP" ? partnershipRevisionForm : ideaRevisionForm;
}

function initialOf(item: Tracked): Record<string, string> {
  const fields: Record<string, string | null> =
    item.type === "comment" ? item.text : { ...item.text, ...(item.cityOnly ?? {}) };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? ""]));
}
