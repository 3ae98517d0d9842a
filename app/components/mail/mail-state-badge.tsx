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

/** Where a mail is: also whether it only went to a file, and whether an attempt failed already. */
export function MailStateBadge({ state, isFile, attempts }: { state: MailState; isFile: boolean; attempts: number }) {
  const { t } = useText();
  const shown: Shown = state === "SENT" && isFile ? "WRITTEN" : state === "QUEUED" && attempts > 0 ? "RETRYING" : state;
  return <StatusBadge tone={tones[shown]}>{t(`mailLog:state.${shown}`)}</StatusBadge>;
}
