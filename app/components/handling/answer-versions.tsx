import { momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { AnswerVersion } from "#app/domain/handling/handling-page.ts";
import { Card } from "#app/ui/card.tsx";
import { Row } from "#app/ui/layout.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Prose, QuotedText } from "#app/ui/prose.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";

const tones: Record<AnswerVersion["state"], StatusTone> = {
  DRAFT: "progress",
  PUBLISHED: "success",
  SUPERSEDED: "neutral",
  SENT_BACK: "warning",
};

/** One version of an answer with who wrote and who approved it. */
export function AnswerVersionCard({ answer }: { answer: AnswerVersion }) {
  const { t, locale } = useText();
  const at = momentOf(answer.publishedAt ?? answer.draftedAt, locale);
  return (
    <Card>
      <Row>
        <strong>{t("desk:handling.versionOf", { n: answer.answerVersion })}</strong>
        <StatusBadge tone={tones[answer.state]}>{t(`desk:handling.answerStates.${answer.state}`)}</StatusBadge>
        <span>{answer.outcome}</span>
      </Row>
      <Prose text={answer.body} />
      {answer.referral !== null && (
        <p>
          <strong>{t("handling:referral")}</strong>: <OwnWords>{answer.referral}</OwnWords>
        </p>
      )}
      <p className="text-small text-ink-soft">
        {answer.desk} · {t("desk:handling.draftedBy", { by: answer.draftedBy })} (
        {t(`desk:handling.draftedVia.${answer.origin}`)})
        {answer.approvedBy !== null && ` · ${t("desk:handling.approvedBy", { by: answer.approvedBy })}`} ·{" "}
        <time dateTime={at.dateTime}>{at.text}</time>
      </p>
      {answer.sendBackNote !== null && (
        <QuotedText text={answer.sendBackNote} source={t("desk:handling.sentBackNote")} />
      )}
    </Card>
  );
}
