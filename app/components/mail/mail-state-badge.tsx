import { useText } from "#app/components/text.tsx";
import type { MailState } from "#app/domain/mail/mail.ts";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";

type Shown = MailState | "WRITTEN" | "RETRYING";

const tones: Record<Shown, StatusTone> = {
  QUEUED: "progress",
  RETRYING: "warning",
  SENT: "success",
  WRITTEN: "info",
  FAILED: "error",
  CANCELLED: "neutral",
};

type Facts = { state: MailState; isFile: boolean; attempts: number };

/** Where a mail is: also whether it only went to a file, and whether an attempt failed already. */
export function shownMailState({ state, isFile, attempts }: Facts): Shown {
  return state === "SENT" && isFile ? "WRITTEN" : state === "QUEUED" && attempts > 0 ? "RETRYING" : state;
}

export function MailStateBadge(mail: Facts) {
  const { t } = useText();
  const shown = shownMailState(mail);
  return <StatusBadge tone={tones[shown]}>{t(`mailLog:state.${shown}`)}</StatusBadge>;
}
