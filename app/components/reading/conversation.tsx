import { ReportLink } from "#app/components/report/report-link.tsx";
import { useText } from "#app/components/text.tsx";
import type { Stance } from "#app/domain/comment/comment.ts";
import type { Reply, Thread, ThreadPage } from "#app/domain/reading/queries/threads.server.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { EmptyState, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { Remark } from "#app/ui/reply-box.tsx";
import { dayText } from "./day.tsx";
import { Pager } from "./pager.tsx";
import { SampleChip } from "./proposal-badges.tsx";

const stanceIcons: Record<Stance, IconName> = { FOR: "circle", AGAINST: "cross", UNSURE: "help" };

/** Where a comment stands on its page; search results link here. */
export const commentAnchor = (number: string) => `comment-${number}`;

/**
 * Comments with their replies, one level deep. `replyHref` gives the address of the form that answers a comment; without it nothing can be
 * said any more. Replies answer the comment above them, so only that has a link.
 */
export function Conversation({
  page,
  address,
  replyHref,
}: {
  page: ThreadPage;
  address: string;
  replyHref?: (parent: string) => string;
}) {
  const { t } = useText();
  if (page.items.length === 0 && page.previous === null) {
    return (
      <EmptyState
        title={t("empty:comments.title")}
        actions={
          replyHref && (
            <ButtonLink href="#write-comment" variant="outline" icon="pencil">
              {t("empty:comments.write")}
            </ButtonLink>
          )
        }
      >
        {t(replyHref ? "empty:comments.text" : "empty:comments.closed")}
      </EmptyState>
    );
  }
  return (
    <Stack gap="lg">
      {page.items.map((thread) => (
        <ThreadView key={thread.number} thread={thread} replyHref={replyHref} />
      ))}
      <Pager
        page={page}
        address={address}
        hash="#comments"
        texts={{
          label: t("public:thread.pages"),
          next: t("public:thread.next"),
          previous: t("public:thread.previous"),
        }}
      />
    </Stack>
  );
}

function ThreadView({ thread, replyHref }: { thread: Thread; replyHref?: (parent: string) => string }) {
  const { t } = useText();
  const author = thread.author ?? t("common:anonymous");
  return (
    <OneRemark
      remark={thread}
      stance={thread.stance}
      question={thread.question}
      actions={
        replyHref && (
          <Link href={replyHref(thread.id)} icon="return" aria-label={t("public:thread.replyTo", { author })}>
            {t("public:thread.reply")}
          </Link>
        )
      }
      replies={
        thread.replies.length > 0
          ? thread.replies.map((reply) => <OneRemark key={reply.number} remark={reply} />)
          : undefined
      }
    />
  );
}

function OneRemark({
  remark,
  stance = null,
  question = null,
  actions,
  replies,
}: {
  remark: Reply;
  stance?: Stance | null;
  question?: string | null;
  actions?: React.ReactNode;
  replies?: React.ReactNode;
}) {
  const { t, path, locale } = useText();
  return (
    <Remark
      id={commentAnchor(remark.number)}
      author={<OwnWords>{remark.author ?? t("common:anonymous")}</OwnWords>}
      time={dayText(remark.publishedAt, locale, "short")}
      badge={
        (stance || remark.isSample) && (
          <>
            {stance && (
              <ChipLabel tone="outline" icon={stanceIcons[stance]}>
                {t(`comment:stance.${stance}`)}
              </ChipLabel>
            )}
            {remark.isSample && <SampleChip />}
          </>
        )
      }
      actions={
        <>
          {actions}
          <ReportLink to={path(paths.reportComment(remark.number))} number={remark.number} />
        </>
      }
      replies={replies}
    >
      {question && <p className="pb-2 text-small text-ink-soft">{t("public:thread.onQuestion", { question })}</p>}
      <Prose text={remark.body} lang={remark.locale === "en" ? "en" : "ja"} />
    </Remark>
  );
}
