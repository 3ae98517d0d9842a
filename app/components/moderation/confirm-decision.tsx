import type { Typed } from "#app/components/handling/act-step.ts";
import { useText } from "#app/components/text.tsx";
import type { Decision } from "#app/domain/moderation/moderation.ts";
import type { ItemBeforeAct } from "#app/domain/moderation/review-page.ts";
import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { AuthorMail } from "./author-mail.tsx";
import { ConfirmPage } from "./confirm-page.tsx";
import { ChosenGuideline } from "./guidelines.tsx";
import { FoundBanner, PublicPart } from "./review-texts.tsx";

const decisionOf: Record<string, Decision> = {
  approve: "APPROVE",
  return: "RETURN",
  decline: "DECLINE",
  hide: "HIDE",
  restore: "RESTORE",
};

/** A decision before it is taken: what becomes public by it, the mail its author gets, word for word, and whether it goes out. */
export function ConfirmDecision({
  act,
  page,
  version,
  values,
  preview,
}: {
  act: string;
  page: ItemBeforeAct;
  version: number;
  values: Typed;
  preview: AuthorMailPreview;
}) {
  const { t } = useText();
  const isAppeal = act === "uphold" || act === "overturn";
  const what = t(isAppeal ? `deskAppeals:acts.${act}` : `desk:review.preview.${decisionOf[act] ?? "APPROVE"}`);
  const publishes = act === "approve" || act === "restore" || act === "overturn";
  return (
    <ConfirmPage
      what={what}
      number={page.number}
      act={act}
      version={version}
      values={values}
      send={{ label: what, variant: publishes ? "solid" : "danger" }}
      backTo={isAppeal ? "appeal" : "decide"}
    >
      {publishes && page.kind !== "INQUIRY" && <FoundBanner page={page} />}
      {publishes && <PublicPart page={page} />}
      {page.closes.reports > 0 && <p>{t("deskReports:preview.closesToo", page.closes)}</p>}
      <AuthorMail preview={preview} />
      <ChosenGuideline reason={page.reason} />
    </ConfirmPage>
  );
}
