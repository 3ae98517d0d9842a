import { useText } from "#app/components/text.tsx";
import type { InboundState } from "#app/domain/inbound/inbox.ts";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";

const tones: Record<InboundState, StatusTone> = {
  WAITING: "warning",
  QUARANTINED: "error",
  TAKEN: "success",
  BOUNCED: "info",
  IGNORED: "neutral",
};

/** What became of a received message, or that it waits. */
export function InboundStateBadge({ state }: { state: InboundState }) {
  const { t } = useText();
  return <StatusBadge tone={tones[state]}>{t(`inbox:state.${state}`)}</StatusBadge>;
}
