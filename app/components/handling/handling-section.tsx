import { Day, momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { Handling } from "#app/domain/handling/handling-page.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { typedDate } from "#app/domain/shared/japanese-date.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions, Section, Stack } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { Select } from "#app/ui/select.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { ActForm, cameBack, useActField } from "./act-form.tsx";
import type { ActStep } from "./act-step.ts";
import { AnswerVersionCard } from "./answer-versions.tsx";
import { DeskForms, useDeskOptions } from "./desk-forms.tsx";

type Props = { page: ReviewPage; handling: Handling; version: number; step: ActStep | undefined };

/** Desk and answer of one submission on the review page: who has it, what waits for approval, and everything that can be done about it. */
export function HandlingSection({ page, handling, version, step }: Props) {
  const { t } = useText();
  const waiting = handling.answers.find(({ state }) => state === "DRAFT");
  const others = handling.answers.filter(({ id }) => id !== waiting?.id);
  return (
    <Section id="handling" title={t("desk:handling.title")}>
      <Stack>
        <AssignmentFacts handling={handling} />
        {waiting && (
          <Stack gap="sm">
            <h3 className="heading-4">{t("desk:handling.waiting")}</h3>
            <AnswerVersionCard answer={waiting} />
            <ApprovalForms page={page} handling={handling} version={version} step={step} answerId={waiting.id} />
          </Stack>
        )}
        {handling.acts.includes("assign") && (
          <AssignForm page={page} handling={handling} version={version} step={step} />
        )}
        <DeskForms handling={handling} version={version} step={step} />
        <Questions handling={handling} />
        {others.length > 0 && (
          <Disclosure boxed open={waiting === undefined} summary={t("desk:handling.answers")}>
            <Stack gap="sm">
              {others.map((answer) => (
                <AnswerVersionCard key={answer.id} answer={answer} />
              ))}
            </Stack>
          </Disclosure>
        )}
        <Notes handling={handling} version={version} step={step} />
        <Turns handling={handling} />
        {handling.mayRevoke && (
          <ActForm act="revoke" version={version}>
            <p>{t("desk:handling.linksAbout", { n: handling.liveLinks })}</p>
            <FormActions>
              <Button name="intent" value="send" variant="danger" size="sm">
                {t("desk:handling.revoke")}
              </Button>
            </FormActions>
          </ActForm>
        )}
      </Stack>
    </Section>
  );
}

function AssignmentFacts({ handling }: { handling: Handling }) {
  const { t, locale } = useText();
  const { assignment } = handling;
  const facts = [
    { term: t("desk:handling.state"), description: t(`desk:queue.handlings.${handling.handling}`) },
    // What is answered is with no desk any more; the answer below names the one that gave it.
    ...(assignment || handling.handling !== "ANSWERED"
      ? [{ term: t("desk:handling.desk"), description: assignment?.desk ?? t("desk:handling.noDesk") }]
      : []),
    ...(assignment
      ? [
          {
            term: t("desk:handling.due"),
            description: (
              <>
                {assignment.pausedDays === null ? (
                  <Day day={assignment.dueOn} locale={locale} />
                ) : (
                  t("clock:paused", { count: assignment.pausedDays })
                )}{" "}
                {assignment.late && <StatusBadge tone="error">{t("desk:handling.late")}</StatusBadge>}
              </>
            ),
          },
        ]
      : []),
    ...(assignment?.instruction ? [{ term: t("desk:handling.instruction"), description: assignment.instruction }] : []),
    ...(handling.lateReason ? [{ term: t("desk:handling.lateReason"), description: handling.lateReason }] : []),
  ];
  return (
    <>
      <DescriptionList items={facts} />
      {assignment?.isHeld && (
        <NotificationBanner tone="warning" headingLevel="p" title={t("clock:held.title")}>
          <p>{t("clock:held.about")}</p>
        </NotificationBanner>
      )}
      {handling.waitsForAuthor && <NotificationBanner tone="info" headingLevel="p" title={t("desk:handling.waits")} />}
    </>
  );
}

function AssignForm({ page, handling, version, step }: Props) {
  const { t, locale } = useText();
  const field = useActField("assign", step);
  const options = useDeskOptions(handling);
  const { assignment } = handling;
  const suggested = assignment === null ? page.suggestion : null;
  const dueOn = assignment?.dueOn ?? page.suggestion?.dueOn;
  return (
    <Disclosure
      boxed
      id="assign"
      shortcut="s"
      open={cameBack("assign", step) || handling.handling === "NEW"}
      summary={t(assignment ? "desk:handling.reassign" : "desk:handling.assign")}
    >
      <ActForm act="assign" version={version}>
        <p>{t("desk:handling.assignAbout")}</p>
        <Select
          {...field("deskId", assignment?.deskId ?? page.suggestion?.deskId ?? undefined)}
          support={suggested?.by ? <SuggestionReason by={suggested.by} note={suggested.note} /> : undefined}
          options={options}
          emptyLabel={t("desk:handling.choose")}
        />
        <DateInput {...field("dueOn", dueOn && typedDate(dueOn, locale))} support={t("desk:handling.dueSupport")} />
        <Textarea {...field("instruction")} rows={3} />
        <FormActions>
          <Button name="intent" value="send" wide>
            {t("desk:handling.assignSend")}
          </Button>
        </FormActions>
      </ActForm>
    </Disclosure>
  );
}

/** Why a desk is proposed; the note of a rule in the words of whoever wrote it. */
function SuggestionReason({ by, note }: { by: "rule" | "theme" | "fallback" | "inquiry"; note: string }) {
  const { t } = useText();
  return (
    <>
      {t(`desk:handling.suggested.${by}`)} {note !== "" && <OwnWords>{note}</OwnWords>}
    </>
  );
}

function ApprovalForms({ page, handling, version, step, answerId }: Props & { answerId: string }) {
  const { t } = useText();
  const field = useActField("send-back", step);
  return (
    <>
      {handling.isOwnDraft && <NotificationBanner tone="info" headingLevel="p" title={t("desk:handling.ownDraft")} />}
      {handling.acts.includes("publish") && (
        <ActForm act="publish" version={version}>
          <input type="hidden" name="answerId" value={answerId} />
          <p>{t(page.isPublic ? "desk:handling.publishAbout" : "desk:handling.publishPrivateAbout")}</p>
          <FormActions>
            <Button name="intent" value="confirm" icon="check" wide>
              {t(page.isPublic ? "desk:handling.publishCheck" : "desk:handling.publishPrivateCheck")}
            </Button>
          </FormActions>
        </ActForm>
      )}
      {handling.acts.includes("sendBack") && (
        <Disclosure boxed id="send-back" open={cameBack("send-back", step)} summary={t("desk:handling.sendBack")}>
          <ActForm act="send-back" version={version}>
            <input type="hidden" name="answerId" value={answerId} />
            <Textarea {...field("note")} rows={4} />
            <FormActions>
              <Button name="intent" value="send" variant="outline" wide>
                {t("desk:handling.sendBackSend")}
              </Button>
            </FormActions>
          </ActForm>
        </Disclosure>
      )}
    </>
  );
}

/** What the desk asked the author, with the replies. */
export function Questions({ handling }: { handling: Handling }) {
  const { t, locale } = useText();
  if (handling.questions.length === 0) return null;
  return (
    <Stack gap="sm">
      <h3 className="heading-4">{t("desk:handling.questions")}</h3>
      {handling.questions.map((question) => (
        <Stack key={question.id} gap="sm">
          <QuotedText
            text={question.body}
            source={t("desk:handling.asked", { by: question.askedBy, at: momentOf(question.askedAt, locale).text })}
          />
          {question.reply === null ? (
            <p>{t("desk:handling.noReply")}</p>
          ) : (
            <QuotedText text={question.reply} source={t("desk:handling.reply")} />
          )}
        </Stack>
      ))}
    </Stack>
  );
}

function Notes({ handling, version, step }: Omit<Props, "page">) {
  const { t, locale } = useText();
  const field = useActField("note", step);
  return (
    <Disclosure
      boxed
      id="notes"
      open={handling.notes.length > 0 || cameBack("note", step)}
      summary={`${t("desk:handling.notes")} (${handling.notes.length})`}
    >
      <Stack>
        <p>{t("desk:handling.notesAbout")}</p>
        {handling.notes.length === 0 && <p>{t("desk:handling.noNotes")}</p>}
        {handling.notes.map((note) => (
          <QuotedText
            key={note.id}
            text={note.body}
            source={t("desk:handling.asked", { by: note.author, at: momentOf(note.at, locale).text })}
          />
        ))}
        {handling.mayNote && (
          <ActForm act="note" version={version}>
            <Textarea {...field("note")} rows={3} />
            <FormActions>
              <Button name="intent" value="send" variant="outline" wide>
                {t("desk:handling.noteSend")}
              </Button>
            </FormActions>
          </ActForm>
        )}
      </Stack>
    </Disclosure>
  );
}

function Turns({ handling }: { handling: Handling }) {
  const { t, locale } = useText();
  if (handling.turns.length === 0) return null;
  return (
    <Disclosure boxed summary={t("desk:handling.turns")}>
      <ul className="flex list-disc flex-col gap-1 pl-6">
        {handling.turns.map((turn) => (
          <li key={turn.id}>
            {turn.desk}: {momentOf(turn.from, locale).text} –{" "}
            {turn.to === null ? t("desk:handling.turnNow") : momentOf(turn.to, locale).text}
            {turn.endReason !== null && ` (${t(`desk:handling.endReasons.${turn.endReason}`)})`}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
