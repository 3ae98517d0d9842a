import { PageForm } from "#app/components/page-form.tsx";
import { type FormState, problemOf, problemWords } from "#app/components/submission/form-words.ts";
import { useText } from "#app/components/text.tsx";
import type { TrackedAppeal } from "#app/domain/moderation/appeal-pages.ts";
import { appealLimit } from "#app/domain/moderation/moderation.schema.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import type { Tracked } from "./state-words.ts";

/** The form with which an author answers back to a decision: the city's reason, and room for their words. */
export function AppealPage({
  item,
  appeal,
  state,
  backHref,
}: {
  item: Tracked;
  appeal: TrackedAppeal;
  state?: FormState;
  backHref: string;
}) {
  const { t } = useText();
  const kind = t(`submission:kind.${item.type === "submission" ? item.kind : "COMMENT"}`);
  const problem = state && problemOf(t, state, "words", appealLimit);
  const other = state?.problems.decision?.[0];
  return (
    <PageBody width="reading">
      {problem !== undefined && (
        <ErrorSummary title={t("common:errorSummary.title")} errors={[{ fieldId: "words", message: problem }]} />
      )}
      {other !== undefined && <NotificationBanner tone="error" live title={problemWords(t, other, state?.params)} />}
      <PageHeading
        eyebrow={t("track:eyebrow", { kind, number: item.number })}
        title={t("appeals:form.title")}
        lead={t("appeals:form.lead")}
      />
      {item.decision?.explanation && (
        <Section id="reason" title={t("track:reason")}>
          <QuotedText text={item.decision.explanation} lang="ja" />
        </Section>
      )}
      {appeal.possible === null ? (
        <>
          {other === undefined && <NotificationBanner tone="info" title={t("appeals:form.closed")} />}
          {state?.values.words && <QuotedText text={state.values.words} source={t("appeals:form.unsent")} />}
          <FormActions>
            <ButtonLink href={backHref}>{t("track:withdraw.back")}</ButtonLink>
          </FormActions>
        </>
      ) : (
        <PageForm className="flex flex-col gap-5">
          <input type="hidden" name="decision" value={state?.values.decision ?? appeal.possible.decisionId} />
          <Textarea
            id="words"
            name="words"
            label={t("appeals:form.words")}
            support={t("appeals:form.support")}
            required
            requirementText={t("common:required")}
            visibility="private"
            visibilityText={t("common:visibility.city")}
            defaultValue={state?.values.words}
            error={problem}
            note={t("submission:upTo", { limit: appealLimit })}
            limit={appealLimit}
            rows={8}
          />
          <FormActions>
            <Button size="lg" wide icon="send">
              {t("appeals:form.send")}
            </Button>
            <ButtonLink href={backHref} size="lg" wide variant="outline">
              {t("track:withdraw.back")}
            </ButtonLink>
          </FormActions>
        </PageForm>
      )}
    </PageBody>
  );
}
