import { useText } from "#app/components/text.tsx";
import type { QueueKind } from "#app/domain/moderation/queue.ts";
import type { HandlingState, ReviewState } from "#app/domain/submission/submission.ts";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";

const reviewTones: Record<ReviewState, StatusTone> = {
  PENDING: "progress",
  PUBLISHED: "success",
  RETURNED: "warning",
  DECLINED: "neutral",
  HIDDEN: "warning",
  WITHDRAWN: "neutral",
  MERGED: "neutral",
  NOT_PUBLIC: "info",
};

const handlingTones: Record<HandlingState, StatusTone> = {
  NEW: "neutral",
  ASSIGNED: "info",
  DRAFTED: "progress",
  ANSWERED: "success",
};

export function ReviewBadge({ review }: { review: ReviewState }) {
  const { t } = useText();
  return <StatusBadge tone={reviewTones[review]}>{t(`desk:queue.reviews.${review}`)}</StatusBadge>;
}

export function HandlingBadge({ handling }: { handling: HandlingState }) {
  const { t } = useText();
  return <StatusBadge tone={handlingTones[handling]}>{t(`desk:queue.handlings.${handling}`)}</StatusBadge>;
}

export function KindChip({ kind }: { kind: QueueKind }) {
  const { t } = useText();
  return <ChipLabel tone="outline">{t(`desk:queue.kinds.${kind}`)}</ChipLabel>;
}
