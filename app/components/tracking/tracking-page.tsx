import { channelFact } from "#app/components/paper/channel-words.ts";
import { dayTimeOf, momentOf } from "#app/components/submission/date-words.tsx";
import type { FormState } from "#app/components/submission/form-words.ts";
import { problemOf } from "#app/components/submission/form-words.ts";
import { type Translate, useText } from "#app/components/text.tsx";
import type { TrackedComment } from "#app/domain/comment/comment-pages.ts";
import type { TrackedAppeal } from "#app/domain/moderation/appeal-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { FormActions, PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Prose, QuotedText } from "#app/ui/prose.tsx";
import { ReplyBox } from "#app/ui/reply-box.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { AddressPart } from "./address-part.tsx";
import { AppealPart } from "./appeal-part.tsx";
import { AuthorQuestions } from "./author-questions.tsx";
import { HolderPart } from "./holder-part.tsx";
import { MergedPart } from "./merged-part.tsx";
import { SentText } from "./sent-text.tsx";
import { SplitPart } from "./split-part.tsx";
import { asksAuthor, stateOf, stateTone, type Tracked } from "./state-words.ts";

/** The private page of one submission or comment, for whoever holds its number and key. */
export function TrackingPage({
  item,
  appeal,
  trackingKey,
  done,
  refused,
  reply,
}: {
  item: Tracked;
  appeal: TrackedAppeal;
  trackingKey: string;
  /** What was just done, a key of `track:done`. */
  done: string | null;
  /** Why a confirmation mail was not sent again, a key of `errors`. */
  refused?: string;
  /** A reply that could not be taken. */
  reply?: FormState;
}) {
  const { t, path, locale } = useText();
  const { number } = item;
  const state = stateOf(item);
  const kind = item.type === "submission" ? item.kind : "COMMENT";
  const fact = item.type === "submission" ? channelFact(t, item.channel) : null;
  const problem = reply && problemOf(t, reply, "reply", replyLimit);
  return (
    <PageBody width="reading">
      {problem !== undefined && (
        <ErrorSummary
          title={t("common:errorSummary.title")}
          errors={[{ fieldId: isAsked(item, reply) ? `reply-${reply?.values.questionId}` : "kept", message: problem }]}
        />
      )}
      {done !== null && <NotificationBanner tone="success" live title={t(`track:done.${done}`)} />}
      <PageHeading
        eyebrow={t("track:eyebrow", { kind: t(`submission:kind.${kind}`), number })}
        title={item.type === "submission" ? <OwnWords>{item.text.title}</OwnWords> : commentTitle(item, t)}
        badges={<StatusBadge tone={stateTone[state]}>{t(`track:state.${state}.title`)}</StatusBadge>}
        meta={fact}
        lead={t(`track:state.${state}.next`)}
      />
      {item.decision !== null && (
        <Section id="reason" title={t("track:reason")}>
          {item.decision.reason !== null && <p className="font-bold">{item.decision.reason}</p>}
          {item.decision.explanation !== null && <QuotedText text={item.decision.explanation} lang="ja" />}
        </Section>
      )}
      <AppealPart appeal={appeal} formHref={path(paths.trackedAppeal(number, trackingKey))} />
      {item.may.revise && (
        <FormActions>
          <ButtonLink href={path(paths.trackedRevise(number, trackingKey))} size="lg" icon="pencil" wide>
            {t("track:revise.open")}
          </ButtonLink>
        </FormActions>
      )}
      {item.address !== null && !(state === "withdrawn" && !item.address.confirmed) && (
        <AddressPart address={item.address} refused={refused} />
      )}
      {item.type === "submission" && item.questions.length > 0 && (
        <AuthorQuestions questions={item.questions} open={asksAuthor(item)} reply={reply} />
      )}
      {item.type === "submission" && item.mergedInto !== null && <MergedPart into={item.mergedInto} />}
      {item.holder !== null && <HolderPart item={item} />}
      {item.type === "submission" && item.answer !== null && (
        <ReplyBox
          id="answer"
          label={t("track:answer.title")}
          outcome={<StatusBadge tone="info">{item.answer.outcome}</StatusBadge>}
          from={item.answer.desk}
          time={momentOf(item.answer.publishedAt, locale)}
        >
          {item.answer.referral !== null && <p>{t("track:answer.referral", { referral: item.answer.referral })}</p>}
          <Prose text={item.answer.body} lang="ja" />
        </ReplyBox>
      )}
      {item.type === "submission" && <SplitPart split={item.split} />}
      {item.isPublic && <PublicLink item={item} />}
      <Section id="timeline" title={t("track:timeline.title")}>
        <Timeline
          entries={item.timeline.map((entry) => ({
            id: entry.id,
            title: t(`track:event.${entry.event}`, { desk: entry.desk ?? t("track:office") }),
            time: hourIsUnknown(item, entry) ? dayTimeOf(entry.at, locale) : momentOf(entry.at, locale),
            children: entry.note === null ? undefined : <Prose text={entry.note} />,
          }))}
        />
      </Section>
      <SentText item={item} />
      {item.may.withdraw && (
        <Section id="withdraw" title={t("track:withdraw.title")} about={t("track:withdraw.about")}>
          <FormActions>
            <ButtonLink href={path(paths.trackedWithdraw(number, trackingKey))} variant="danger">
              {t("track:withdraw.open")}
            </ButtonLink>
          </FormActions>
        </Section>
      )}
    </PageBody>
  );
}

/** Whether the question that a reply was typed for still waits for one. */
function isAsked(item: Tracked, reply: FormState | undefined): boolean {
  if (item.type !== "submission" || !asksAuthor(item)) return false;
  return item.questions.some((question) => question.id === reply?.values.questionId && question.reply === null);
}

/** Of what did not come through the site the day of its arrival alone is known. */
function hourIsUnknown(item: Tracked, { event }: Tracked["timeline"][number]): boolean {
  return event === "RECEIVED" && item.type === "submission" && item.channel !== "WEB";
}

const replyLimit = 4_000;

function commentTitle({ proposal, question, theme }: TrackedComment, t: Translate): string {
  if (proposal === "gone") return t("track:commentOnGone");
  return t("track:commentOn", { about: proposal?.title ?? question ?? theme.title });
}

function PublicLink({ item }: { item: Tracked }) {
  const { t, path } = useText();
  const address =
    item.type === "submission"
      ? paths.proposal(item.number)
      : item.proposal === null || item.proposal === "gone"
        ? paths.theme(item.theme.slug)
        : paths.proposal(item.proposal.number);
  return (
    <p>
      <Link href={path(address)} icon="globe" alone>
        {t("track:publicPage")}
      </Link>
    </p>
  );
}
