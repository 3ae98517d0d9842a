import { ActionName } from "#app/components/audit/action-name.tsx";
import { momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { formatShort } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Prose, QuotedText } from "#app/ui/prose.tsx";
import { Table } from "#app/ui/table.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { AppealRecord } from "./appeal-section.tsx";

type Props = { page: Pick<ReviewPage, "timeline" | "decisions" | "revision" | "revisions" | "audit"> };

/** What happened to one item: as its author sees it, what was decided, every version of the text, and who did what. */
export function ReviewHistory({ page }: Props) {
  const { t, locale } = useText();
  const earlier = page.revisions.filter(({ revision }) => revision !== page.revision);
  return (
    <Section id="history" title={t("desk:review.history")}>
      <Stack gap="sm">
        <Disclosure boxed open summary={t("desk:review.timeline")}>
          <Timeline
            entries={page.timeline.map((entry) => ({
              id: entry.id,
              title: t(`desk:review.events.${entry.event}`, { desk: entry.desk ?? "" }),
              time: momentOf(entry.at, locale),
              children: (
                <>
                  {entry.dueOn && <p>{t("desk:review.until", { date: formatShort(entry.dueOn, locale) })}</p>}
                  {entry.note && <Prose text={entry.note} />}
                </>
              ),
            }))}
          />
        </Disclosure>
        <Disclosure boxed summary={`${t("desk:review.decisions")} (${page.decisions.length})`}>
          <Decisions page={page} />
        </Disclosure>
        {earlier.length > 0 && (
          <Disclosure boxed summary={`${t("desk:review.revisions")} (${earlier.length})`}>
            <Stack>
              {earlier.map((revision) => (
                <div key={revision.revision}>
                  <h3 className="heading-4">
                    {t("desk:review.revisionOf", { n: revision.revision, at: momentOf(revision.at, locale).text })}
                  </h3>
                  <DescriptionList
                    layout="stacked"
                    items={revision.fields.map(({ name, text }) => ({
                      term: t(`desk:review.fields.${name}`),
                      description: <Prose text={text} />,
                    }))}
                  />
                </div>
              ))}
            </Stack>
          </Disclosure>
        )}
        <Disclosure boxed summary={`${t("desk:review.audit")} (${page.audit.length})`}>
          <Table
            id="audit"
            caption={t("desk:review.audit")}
            captionHidden
            rows={page.audit}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "at",
                header: t("desk:review.auditAt"),
                nowrap: true,
                cell: ({ at }) => momentOf(at, locale).text,
              },
              { key: "by", header: t("desk:review.auditBy"), cell: ({ by }) => by },
              {
                key: "action",
                header: t("desk:review.auditAction"),
                cell: ({ action }) => <ActionName action={action} />,
              },
            ]}
          />
        </Disclosure>
      </Stack>
    </Section>
  );
}

function Decisions({ page }: Props) {
  const { t, locale } = useText();
  if (page.decisions.length === 0) return <p>{t("desk:review.noDecisions")}</p>;
  return (
    <Stack gap="sm">
      {page.decisions.map((decision) => (
        <div key={decision.id}>
          <p>
            <strong>{t(`desk:review.decisionNames.${decision.decision}`)}</strong> {decision.reason}{" "}
            <span className="text-small text-ink-soft">
              {decision.by} · {momentOf(decision.at, locale).text} ·{" "}
              {t("desk:review.revision", { n: decision.revision })}
            </span>
          </p>
          {decision.explanation !== null && <QuotedText text={decision.explanation} />}
          {decision.replies.map((reply) => (
            <p key={`${reply.id}-${reply.version}`} className="text-small">
              <Link href={paths.deskReply(reply.id)}>
                {t("reasons:pick.used", { title: reply.title, n: reply.version })}
              </Link>
            </p>
          ))}
          {decision.appeal && <AppealRecord appeal={decision.appeal} />}
        </div>
      ))}
    </Stack>
  );
}
