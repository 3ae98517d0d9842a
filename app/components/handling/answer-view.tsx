import { Day } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { AnswerPage } from "#app/domain/handling/handling-page.ts";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Section, Stack } from "#app/ui/layout.tsx";
import { PhoneLink } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { ActProblems } from "./act-form.tsx";
import { type ActStep, versionOf } from "./act-step.ts";
import { AnswerVersionCard } from "./answer-versions.tsx";
import { ConfirmDraft } from "./confirm-draft.tsx";
import { DeskForms } from "./desk-forms.tsx";
import { Questions } from "./handling-section.tsx";

type Props = { page: AnswerPage; phone: string; step: ActStep | undefined; done: string | null };

/** The officer's page from a mail: the request in full and what can be done about it. */
export function AnswerView({ page, phone, step, done }: Props) {
  const { t } = useText();
  const version = versionOf(step, page.version);
  const { handling } = page;
  if (step?.step === "confirm") return <ConfirmDraft handling={handling} version={version} values={step.values} />;
  const draft = handling.answers.find(({ state }) => state === "DRAFT");
  const sentBack = draft === undefined && handling.answers[0]?.state === "SENT_BACK" ? handling.answers[0] : undefined;
  return (
    <Stack gap="lg">
      <ActProblems step={step} />
      <AnswerDone done={step ? null : done} />
      <DeskHeading
        title={t("desk:answer.title", { number: page.number })}
        about={t("desk:answer.about", { desk: page.deskName })}
      />
      <Notices page={page} />
      <Request page={page} />
      {draft && (
        <Section id="present" title={t("desk:answer.present")} about={t("desk:answer.presentAbout")}>
          <AnswerVersionCard answer={draft} />
        </Section>
      )}
      {sentBack && (
        <Section id="sent-back" title={t("desk:answer.sentBack")}>
          <AnswerVersionCard answer={sentBack} />
        </Section>
      )}
      <Questions handling={handling} />
      <Section id="actions" title={t("desk:answer.actions")}>
        {handling.acts.length === 0 ? (
          <p>{t("desk:answer.closed")}</p>
        ) : (
          <DeskForms handling={handling} version={version} step={step} openDraft={draft === undefined} />
        )}
        <p>
          {t("desk:answer.gonePhone")} <PhoneLink number={phone} />
        </p>
      </Section>
    </Stack>
  );
}

function Notices({ page }: { page: AnswerPage }) {
  const { t } = useText();
  if (page.review === "WITHDRAWN") {
    return <NotificationBanner tone="warning" headingLevel="p" title={t("desk:answer.withdrawn")} />;
  }
  return (
    <>
      {page.handling.waitsForAuthor && (
        <NotificationBanner tone="info" headingLevel="p" title={t("desk:handling.waits")} />
      )}
      {page.review !== "PUBLISHED" && (
        <NotificationBanner tone="info" headingLevel="p" title={t("desk:answer.privately")} />
      )}
    </>
  );
}

function Request({ page }: { page: AnswerPage }) {
  const { t, locale } = useText();
  const { text, partnership, handling } = page;
  const field = (name: keyof typeof text) => {
    const value = text[name];
    return value ? [{ term: t(`desk:review.fields.${name}`), description: <Prose text={value} /> }] : [];
  };
  const fact = (term: string, description: string | null) => (description ? [{ term: t(term), description }] : []);
  return (
    <Section id="request" title={t("desk:answer.request")}>
      <DescriptionList
        items={[
          ...(handling.assignment
            ? [
                {
                  term: t("desk:answer.due"),
                  description:
                    handling.assignment.pausedDays === null ? (
                      <>
                        <Day day={handling.assignment.dueOn} locale={locale} />
                        {handling.assignment.late && <strong className="block text-error">{t("clock:lateAsk")}</strong>}
                      </>
                    ) : (
                      t("clock:paused", { count: handling.assignment.pausedDays })
                    ),
                },
              ]
            : []),
          ...fact("desk:answer.instruction", handling.assignment?.instruction ?? null),
          ...fact("desk:queue.kind", t(`desk:queue.kinds.${page.kind}`)),
          ...fact("desk:review.theme", page.theme),
          ...fact("desk:review.question", page.question),
          ...field("title"),
          ...field("body"),
          ...field("expectedEffect"),
          ...field("area"),
          ...field("displayName"),
          ...field("organizationName"),
        ]}
      />
      {partnership && (
        <Card soft>
          <h3 className="heading-4">{t("desk:answer.confidentialTitle")}</h3>
          <p>{t("desk:answer.confidentialAbout")}</p>
          <DescriptionList
            items={[
              ...fact("desk:review.fields.corporateNumber", partnership.corporateNumber),
              ...fact("desk:answer.contactPerson", partnership.contactPerson),
              { term: t("desk:review.fields.cooperation"), description: <Prose text={partnership.cooperation} /> },
              { term: t("desk:review.fields.request"), description: <Prose text={partnership.request} /> },
              ...fact("desk:review.fields.costSharing", t(`desk:review.costSharings.${partnership.costSharing}`)),
              ...(partnership.confidentialNote
                ? [
                    {
                      term: t("desk:review.fields.confidentialNote"),
                      description: <Prose text={partnership.confidentialNote} />,
                    },
                  ]
                : []),
            ]}
          />
        </Card>
      )}
    </Section>
  );
}

/** Acts after which this page says more than that they were done. */
const explained = ["draft", "pass-on", "not-ours", "extend", "ask"];

function AnswerDone({ done }: { done: string | null }) {
  const { t } = useText();
  if (done === null || !explained.includes(done)) return null;
  return (
    <NotificationBanner tone="success" live headingLevel="p" title={t("desk:answer.doneTitle")}>
      {t(`desk:answer.after.${done}`)}
    </NotificationBanner>
  );
}

/** What everybody sees whose link does not work, whatever the reason; after the last act of a link also what that act did. */
export function AnswerGone({ phone, done }: { phone: string; done: string | null }) {
  const { t } = useText();
  return (
    <Stack>
      <AnswerDone done={done} />
      <DeskHeading title={t("desk:answer.goneTitle")} />
      <p>{t("desk:answer.goneAbout")}</p>
      <p>
        {t("desk:answer.gonePhone")} <PhoneLink number={phone} />
      </p>
    </Stack>
  );
}
