import { dayText } from "#app/components/reading/day.tsx";
import { OutcomeBadge } from "#app/components/reading/proposal-badges.tsx";
import { useText } from "#app/components/text.tsx";
import type { ProposalPage, PublicAnswer } from "#app/domain/reading/queries/get-proposal-page.server.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { Stack } from "#app/ui/layout.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { ReplyBox, ReplyPending } from "#app/ui/reply-box.tsx";

/** 市の考え方: the answer that stands with those before it, and, while the city owes one, who has it and until when. */
export function ProposalAnswer({ proposal }: { proposal: ProposalPage }) {
  const [latest, ...older] = proposal.answers;
  return (
    <>
      {latest && <Answer answer={latest} older={older} />}
      {proposal.promise && <Promised promise={proposal.promise} isAgain={latest !== undefined} />}
    </>
  );
}

function Answer({ answer, older }: { answer: PublicAnswer; older: readonly PublicAnswer[] }) {
  const { t } = useText();
  return (
    <ReplyBox
      id="answer"
      label={t("public:proposal.answerTitle")}
      outcome={<OutcomeBadge outcome={answer.outcome} inBox />}
      from={answer.desk}
      time={useAnsweredOn(answer)}
      footer={
        <Stack gap="sm">
          {answer.referral !== null && <Referral referral={answer.referral} />}
          <p className="text-small text-ink-soft">
            <strong>{t("public:proposal.meaning", { outcome: answer.outcome.label })}</strong>
            <br />
            {answer.outcome.meaning}
          </p>
          {older.length > 0 && (
            <Disclosure summary={t("public:proposal.olderAnswers", { n: older.length })}>
              <Stack>
                {older.map((before) => (
                  <OlderAnswer key={before.version} answer={before} />
                ))}
              </Stack>
            </Disclosure>
          )}
        </Stack>
      }
    >
      <Prose text={answer.body} />
    </ReplyBox>
  );
}

function useAnsweredOn(answer: PublicAnswer) {
  const { t, locale } = useText();
  const day = dayText(answer.publishedAt, locale);
  return { dateTime: day.dateTime, text: t("public:proposal.answeredOn", { date: day.text }) };
}

function Referral({ referral }: { referral: string }) {
  const { t } = useText();
  return (
    <p>
      <strong className="block">{t("public:proposal.referral")}</strong>
      <OwnWords>{referral}</OwnWords>
    </p>
  );
}

function OlderAnswer({ answer }: { answer: PublicAnswer }) {
  const time = useAnsweredOn(answer);
  return (
    <article className="flex flex-col gap-3 border-l-4 border-line pl-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2 text-small text-ink-soft">
        <OutcomeBadge outcome={answer.outcome} inBox />
        <span>{answer.desk}</span>
        <time dateTime={time.dateTime}>{time.text}</time>
      </p>
      <Prose text={answer.body} />
      {answer.referral !== null && <Referral referral={answer.referral} />}
    </article>
  );
}

function Promised({ promise, isAgain }: { promise: NonNullable<ProposalPage["promise"]>; isAgain: boolean }) {
  const { t, locale } = useText();
  const { desk, dueOn, isLate, isPaused, lateReason } = promise;
  const date = dueOn === null ? undefined : dayText(dueOn, locale).text;
  return (
    <ReplyPending title={t(isAgain ? "public:proposal.again" : "public:proposal.pendingTitle")}>
      <p>
        {desk
          ? t("public:proposal.heldBy", { desk: t("public:desk", { section: desk.section, name: desk.name }) })
          : t("public:proposal.heldByOffice")}
      </p>
      <p>
        {isPaused
          ? t("public:proposal.paused")
          : t(`public:proposal.${date === undefined ? "noDueDate" : isLate ? "late" : "dueOn"}`, { date })}
      </p>
      {isLate && <p>{t("public:proposal.noReasonYet")}</p>}
      {lateReason !== null && (
        <p className="mt-3 border-l-4 border-accent-line pl-3">
          <strong className="block">{t(isLate ? "public:proposal.reasonBefore" : "public:proposal.lateReason")}</strong>
          <span dir="auto" lang={languageOf(lateReason)} className="whitespace-pre-wrap">
            {lateReason}
          </span>
        </p>
      )}
    </ReplyPending>
  );
}
