import { ActForm, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { Day, Moment, momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { AppealNote, OpenAppeal } from "#app/domain/moderation/appeal-pages.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { FormActions, Row, Section, Stack } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Props = { page: ReviewPage; appeal: OpenAppeal; version: number; step: ActStep | undefined };

/** What the author answers to a decision, until when somebody decides about it, and for whoever may: the form. */
export function AppealSection({ page, appeal, version, step }: Props) {
  const { t, locale } = useText();
  return (
    <Section id="appeal" title={t("deskAppeals:title")} about={t("deskAppeals:about", { by: appeal.decidedBy })}>
      <Stack>
        <QuotedText
          text={appeal.words}
          source={
            <>
              {t("deskAppeals:filed")} <Moment at={appeal.filedAt} locale={locale} />
            </>
          }
        />
        <Row>
          <span>
            {t("deskAppeals:due")}: <Day day={appeal.dueOn} locale={locale} />
          </span>
          {appeal.late && <StatusBadge tone="error">{t("deskAppeals:late")}</StatusBadge>}
        </Row>
        {appeal.viewer === "decides" ? (
          <AppealForm page={page} appeal={appeal} version={version} step={step} />
        ) : (
          <NotificationBanner
            tone={appeal.viewer === "nobodyLeft" ? "warning" : "info"}
            headingLevel="p"
            title={t(`deskAppeals:viewer.${appeal.viewer}`)}
          />
        )}
      </Stack>
    </Section>
  );
}

function AppealForm({ page, appeal, version, step }: Props) {
  const { t } = useText();
  const field = useActField("appeal", step);
  return (
    <ActForm version={version}>
      <p>{t(`deskAppeals:reverses.${page.review}`)}</p>
      <input type="hidden" name="intent" value="confirm" />
      <input type="hidden" name="appealId" value={appeal.id} />
      <Textarea {...field("explanation")} support={t("deskAppeals:explanationSupport")} rows={5} />
      <FormActions>
        <Button name="act" value="overturn" wide>
          {t("deskAppeals:overturnNext")}
        </Button>
        <Button name="act" value="uphold" variant="outline" wide>
          {t("deskAppeals:upholdNext")}
        </Button>
      </FormActions>
    </ActForm>
  );
}

/** An appeal in the history of the decision it is about. */
export function AppealRecord({ appeal }: { appeal: AppealNote }) {
  const { t, locale } = useText();
  const by =
    appeal.by === null || appeal.closedAt === null ? null : `${appeal.by} · ${momentOf(appeal.closedAt, locale).text}`;
  return (
    <div className="pl-6">
      <p>
        <strong>{t(`deskAppeals:state.${appeal.state}`)}</strong>{" "}
        {by !== null && <span className="text-small text-ink-soft">{by}</span>}
      </p>
      <QuotedText
        text={appeal.words}
        source={
          <>
            {t("deskAppeals:filed")} <Moment at={appeal.filedAt} locale={locale} />
          </>
        }
      />
      {appeal.explanation !== null && <QuotedText text={appeal.explanation} source={t("deskAppeals:answer")} />}
    </div>
  );
}
