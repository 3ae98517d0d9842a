import { Day } from "#app/components/reading/day.tsx";
import { KindChip, OutcomeBadge, SampleChip } from "#app/components/reading/proposal-badges.tsx";
import { useText } from "#app/components/text.tsx";
import type { AnsweredCard, HomePage } from "#app/domain/reading/queries/get-home-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { AnswerCard } from "#app/ui/answer-card.tsx";
import { CardGrid } from "#app/ui/card.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";

/** The newest answers; while there are none, what is going on. Nothing on a square where nobody wrote yet. */
export function HomeAnswers({ home }: { home: HomePage }) {
  const { t, path } = useText();
  const { answered, newest } = home;
  if (newest.length === 0) return null;
  return (
    <Section
      id="answered"
      title={t("home:answeredTitle")}
      action={
        answered.length > 0 && (
          <Link href={`${path(paths.proposals())}?sort=answered`} alone iconAfter="arrow-right">
            {t("home:allAnswered")}
          </Link>
        )
      }
    >
      {answered.length > 0 ? (
        <CardGrid>
          {answered.map((proposal) => (
            <Answer key={proposal.number} proposal={proposal} />
          ))}
        </CardGrid>
      ) : (
        <div className="flex flex-col gap-1">
          <p>{t("home:noAnswers")}</p>
          <p>
            <Link href={path(paths.proposals())} alone iconAfter="arrow-right">
              {t("home:seeWaiting")}
            </Link>
          </p>
        </div>
      )}
    </Section>
  );
}

function Answer({ proposal }: { proposal: AnsweredCard }) {
  const { t, path } = useText();
  const { answer, outcome } = proposal;
  return (
    <AnswerCard
      title={proposal.title}
      href={path(paths.proposal(proposal.number))}
      badges={
        <>
          <KindChip kind={proposal.kind} />
          {proposal.isSample && <SampleChip />}
        </>
      }
      label={t("home:city")}
      outcome={outcome && <OutcomeBadge outcome={outcome} inBox />}
      excerpt={answer.excerpt}
      from={t("public:desk", answer.desk)}
      time={<Day at={answer.publishedAt} form="short" />}
    />
  );
}
