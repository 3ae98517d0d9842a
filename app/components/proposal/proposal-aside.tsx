import { FollowLink } from "#app/components/follow/follow-link.tsx";
import { Day, dayText } from "#app/components/reading/day.tsx";
import { useText } from "#app/components/text.tsx";
import type { ProposalPage, PublicEvent } from "#app/domain/reading/queries/get-proposal-page.server.ts";
import type { TimelineEvent } from "#app/domain/submission/timeline.ts";
import { paths } from "#app/routes/paths.ts";
import { Card } from "#app/ui/card.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { Link, PhoneLink } from "#app/ui/link.tsx";
import { Timeline, type TimelineEntry } from "#app/ui/timeline.tsx";

const icons: Partial<Record<TimelineEvent, IconName>> = {
  RECEIVED: "mail",
  PUBLISHED: "eye",
  ASSIGNED: "building",
  PASSED_ON: "arrow-right",
  EXTENDED: "calendar",
  ANSWERED: "check",
};

/** Beside a proposal: what has happened, what comes next, and whom to call. */
export function ProposalAside({ proposal }: { proposal: ProposalPage }) {
  const { t, locale, path } = useText();
  const past = proposal.timeline.map((event) => pastEntry(event));
  const desk = proposal.promise?.desk;
  return (
    <>
      <section aria-labelledby="timeline-heading" className="flex flex-col gap-5">
        <h2 id="timeline-heading" className="heading-3">
          {t("public:proposal.timelineTitle")}
        </h2>
        <Timeline entries={[...past, ...comingEntries()]} />
        <FollowLink of="proposal" to={paths.followProposal(proposal.number)} />
      </section>
      {desk && (
        <Card>
          <div className="flex flex-col items-start gap-1">
            <h2 className="heading-4">{t("public:proposal.holderTitle")}</h2>
            <p>{t("public:desk", { section: desk.section, name: desk.name })}</p>
            <PhoneLink number={desk.phone} />
            <Link href={path(paths.contactDesk(desk.slug))} alone icon="mail">
              {t("public:theme.deskAsk")}
            </Link>
          </div>
        </Card>
      )}
    </>
  );

  function until(day: string) {
    return t("public:proposal.until", { date: dayText(day, locale, "short").text });
  }

  function pastEntry(event: PublicEvent): TimelineEntry {
    return {
      id: event.id,
      title: t(`public:proposal.events.${event.event}`, { desk: event.desk ?? t("public:proposal.aDesk") }),
      icon: icons[event.event],
      children: (
        <>
          <p className="text-small text-ink-faint">
            <Day at={event.at} form="short" />
          </p>
          {event.dueOn !== null && <p className="text-small">{until(event.dueOn)}</p>}
          {event.reason !== null && (
            <p dir="auto" lang={languageOf(event.reason)} className="text-small whitespace-pre-wrap">
              {event.reason}
            </p>
          )}
        </>
      ),
    };
  }

  function comingEntries(): TimelineEntry[] {
    const { promise, handling } = proposal;
    if (promise === null) return [];
    return [
      { id: "now", title: t(`public:proposal.now.${handling}`), state: "current" },
      {
        id: "next",
        title: t("public:proposal.next"),
        state: "upcoming",
        children: promise.dueOn !== null && <p className="text-small">{until(promise.dueOn)}</p>,
      },
    ];
  }
}
