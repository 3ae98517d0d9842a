import { useText } from "#app/components/text.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { ReplyBox } from "#app/ui/reply-box.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";

/** An answer as people will read it, before it is handed in or published. */
export function AnswerReplyBox({
  outcome,
  desk,
  body,
  referral,
}: {
  outcome: string;
  desk: string | undefined;
  body: string;
  referral: string | null;
}) {
  const { t } = useText();
  return (
    <ReplyBox
      id="answer-preview"
      label={t("desk:handling.body")}
      outcome={<StatusBadge>{outcome}</StatusBadge>}
      from={desk}
    >
      <Prose text={body} />
      {referral && (
        <p>
          <strong>{t("handling:referral")}</strong>: <OwnWords>{referral}</OwnWords>
        </p>
      )}
    </ReplyBox>
  );
}
