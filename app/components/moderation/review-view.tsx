import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { ActProblems } from "#app/components/handling/act-form.tsx";
import { type ActStep, versionOf } from "#app/components/handling/act-step.ts";
import { ConfirmDraft } from "#app/components/handling/confirm-draft.tsx";
import { DoneBanner } from "#app/components/handling/done-banner.tsx";
import { HandlingSection } from "#app/components/handling/handling-section.tsx";
import { Day, DayOf, Moment } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { LinkedSubmission } from "#app/domain/moderation/arrangement-page.ts";
import type { Claim } from "#app/domain/moderation/claim.ts";
import type { PlannedDecision } from "#app/domain/moderation/decision-run.ts";
import type { QueueWalk } from "#app/domain/moderation/queue.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { paths } from "#app/routes/paths.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Row, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { AppealSection } from "./appeal-section.tsx";
import { ArrangementForms } from "./arrangement-forms.tsx";
import { ClaimNotice } from "./claim-notice.tsx";
import { ConfirmPublication } from "./confirm-publication.tsx";
import { DecisionForms } from "./decision-forms.tsx";
import { Escalations } from "./escalations.tsx";
import { LookOverForm } from "./look-over-form.tsx";
import { RedactionForms } from "./redaction-forms.tsx";
import { ReportsSection } from "./reports-section.tsx";
import { ReviewHistory } from "./review-history.tsx";
import { ReviewTexts } from "./review-texts.tsx";
import { HandlingBadge, KindChip, ReviewBadge } from "./state-badges.tsx";
import { TrustSection } from "./trust-section.tsx";
import { UndoBanner } from "./undo-banner.tsx";

/** The review page of a submission or comment, or what its desk's answer looks like before it is handed in or published. */
export function ReviewView({
  page,
  claim,
  step,
  walk,
  done,
  was,
  planned,
  just,
}: {
  page: ReviewPage;
  /** Who has it open to decide about it. */
  claim: Claim | null;
  step: ActStep | undefined;
  walk: QueueWalk | null;
  done: string | null;
  was: string | null;
  /** A decision on this item that is planned, or could not be taken. */
  planned: PlannedDecision | null;
  /** The decision before this page, on this item or another, while it can be taken back. */
  just: PlannedDecision | null;
}) {
  const version = versionOf(step, page.version);
  // a form that comes back stays open with what was typed, whatever is planned by now
  const isPlanned = planned !== null && planned.state !== "FAILED" && step?.step !== "input";
  const wayBack = walk?.queue.split("?", 2)[1] ?? "";
  if (step?.step === "confirm") {
    if (step.preview) {
      return <ConfirmPublication page={page} version={version} values={step.values} preview={step.preview} />;
    }
    if (page.handling) return <ConfirmDraft handling={page.handling} version={version} values={step.values} />;
  }
  // a form that comes back stays open with what was typed, whoever has the item by now
  const isTheirs = claim?.mayTakeOver === true && step?.step !== "input";
  return (
    <Stack gap="lg">
      <ActProblems step={step} />
      <DoneBanner done={step ? null : done} was={was} />
      {just && just.id !== planned?.id && <UndoBanner planned={just} back={wayBack} live />}
      {planned && <UndoBanner planned={planned} back={wayBack} live={just?.id === planned.id} onItsPage />}
      <Heading page={page} walk={walk} />
      <ClaimNotice claim={claim} page={page} />
      <Escalations page={page} />
      <Facts page={page} />
      <ReviewTexts page={page} contact={step?.step === "contact" ? step.contact : null} />
      <ReportsSection page={page} version={version} step={step} mayClose={!isPlanned && !isTheirs} />
      {!isPlanned && (
        <>
          <RedactionForms page={isTheirs ? { ...page, mayRedact: false } : page} version={version} step={step} />
          {page.appeal && <AppealSection page={page} appeal={page.appeal} version={version} step={step} />}
          {!isTheirs && (
            <>
              <LookOverForm page={page} version={version} />
              <DecisionForms page={page} version={version} step={step} />
            </>
          )}
        </>
      )}
      {page.handling && (
        <HandlingSection
          page={page}
          handling={isPlanned ? { ...page.handling, acts: [] } : page.handling}
          version={version}
          step={step}
        />
      )}
      {!isPlanned && !isTheirs && <ArrangementForms page={page} version={version} step={step} />}
      <TrustSection page={page} version={version} step={step} />
      <ReviewHistory page={page} />
    </Stack>
  );
}

function Heading({ page, walk }: { page: ReviewPage; walk: QueueWalk | null }) {
  const { t } = useText();
  const title = page.fields.find(({ name }) => name === "title")?.text;
  return (
    <Stack gap="sm">
      <WayThroughHeap walk={walk} />
      <DeskHeading
        title={
          title === undefined ? t("desk:review.commentTitle", { number: page.number }) : <OwnWords>{title}</OwnWords>
        }
        about={page.number}
        actions={<Shortcuts page="review" />}
      />
      <Row>
        <KindChip kind={page.kind} />
        <ReviewBadge review={page.review} />
        {page.handling && <HandlingBadge handling={page.handling.handling} />}
        {page.late && page.dueOn && <StatusBadge tone="error">{t("desk:review.late")}</StatusBadge>}
        {page.look?.isDue && <StatusBadge tone="info">{t("themePolicy:unread.chip")}</StatusBadge>}
        {page.reports.open.length > 0 && <StatusBadge tone="warning">{t("deskReports:chip")}</StatusBadge>}
        {page.isSample && <StatusBadge tone="neutral">{t("desk:review.sample")}</StatusBadge>}
      </Row>
    </Stack>
  );
}

/** Back to the heap, and on to what stands beside the item in it. */
function WayThroughHeap({ walk }: { walk: QueueWalk | null }) {
  const { t } = useText();
  if (walk === null) {
    return (
      <p>
        <Link href={paths.desk()} aria-keyshortcuts="u">
          {t("desk:review.back")}
        </Link>
      </p>
    );
  }
  return (
    <nav aria-label={t("desk:review.way")} className="flex flex-wrap items-center justify-between gap-x-6">
      <Link href={walk.queue} aria-keyshortcuts="u">
        {t("desk:review.backTo", { heap: t(`desk:queue.views.${walk.view}`) })}
      </Link>
      <span className="flex flex-wrap gap-x-6">
        {walk.previous !== null && (
          <Link href={walk.previous} icon="arrow-left" alone aria-keyshortcuts="k">
            {t("desk:review.previous")}
          </Link>
        )}
        {walk.next !== null && (
          <Link href={walk.next} iconAfter="arrow-right" alone aria-keyshortcuts="j">
            {t("desk:review.next")}
          </Link>
        )}
      </span>
    </nav>
  );
}

function Facts({ page }: { page: ReviewPage }) {
  const { t, locale } = useText();
  const items = [
    ...(page.channel === "WEB"
      ? [{ term: t("desk:review.received"), description: <Moment at={page.receivedAt} locale={locale} /> }]
      : [
          { term: t("paper:arrivedOn"), description: <DayOf at={page.receivedAt} locale={locale} /> },
          { term: t("paper:channelTerm"), description: t(`paper:channel.${page.channel}`) },
        ]),
    ...(page.entry
      ? [
          {
            term: t("desk:review.enteredBy"),
            description: (
              <>
                {page.entry.by}, <Moment at={page.entry.at} locale={locale} />
              </>
            ),
          },
        ]
      : []),
    ...(page.look?.by && page.look.at
      ? [
          {
            term: t("themePolicy:unread.term"),
            description: (
              <>
                {page.look.by}, <Moment at={page.look.at} locale={locale} />
              </>
            ),
          },
        ]
      : []),
    ...(page.dueOn ? [{ term: t("desk:review.due"), description: <Day day={page.dueOn} locale={locale} /> }] : []),
    ...(page.theme ? [{ term: t("desk:review.theme"), description: page.theme.title }] : []),
    ...(page.question ? [{ term: t("desk:review.question"), description: page.question }] : []),
    ...(page.inquiryDesk ? [{ term: t("desk:review.inquiryDesk"), description: page.inquiryDesk }] : []),
    ...(page.proposal
      ? [
          {
            term: t("desk:review.on"),
            description: (
              <Link href={paths.deskSubmission(page.proposal.number)}>
                {page.proposal.number} <OwnWords>{page.proposal.title}</OwnWords>
              </Link>
            ),
          },
        ]
      : []),
    ...linked(page.links.mergedInto ? [page.links.mergedInto] : [], t("arrangement:links.mergedInto")),
    ...linked(page.links.mergedFrom, t("arrangement:links.mergedFrom")),
    ...linked(page.links.splitFrom ? [page.links.splitFrom] : [], t("arrangement:links.splitFrom")),
    ...linked(page.links.splitInto, t("arrangement:links.splitInto")),
    ...(page.stance ? [{ term: t("desk:review.stance"), description: t(`desk:review.stances.${page.stance}`) }] : []),
    {
      term: t("desk:review.language"),
      description: `${t(`desk:review.languages.${page.authorLocale}`)} (${t("desk:review.revision", { n: page.revision })})`,
    },
    ...(page.isPublic && page.type === "submission"
      ? [
          {
            term: t("desk:review.publicPage"),
            description: <Link href={paths.proposal(page.number)}>{paths.proposal(page.number)}</Link>,
          },
        ]
      : []),
  ];
  return (
    <>
      <DescriptionList items={items} />
      {page.parent && (
        <QuotedText text={page.parent.body} source={t("desk:review.onParent", { number: page.parent.number })} />
      )}
    </>
  );
}

/** Other submissions that are linked with this one, as one row. */
function linked(others: LinkedSubmission[], term: string) {
  if (others.length === 0) return [];
  return [
    {
      term,
      description: (
        <ul>
          {others.map(({ number, title }) => (
            <li key={number}>
              <Link href={paths.deskSubmission(number)}>
                {number} <OwnWords>{title}</OwnWords>
              </Link>
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
