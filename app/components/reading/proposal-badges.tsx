import { useText } from "#app/components/text.tsx";
import type { HandlingState, ProposalKind } from "#app/domain/submission/submission.ts";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";

/** The looks of the outcomes the city starts with; one that it adds later looks neutral. */
const outcomeLooks: Record<string, { tone: StatusTone; icon?: IconName }> = {
  adopted: { tone: "success" },
  partly: { tone: "success", icon: "check" },
  "already-done": { tone: "info", icon: "check" },
  "under-study": { tone: "progress" },
  difficult: { tone: "neutral", icon: "pause" },
  "not-ours": { tone: "neutral", icon: "arrow-right" },
};

const handlingTones: Record<HandlingState, StatusTone> = {
  NEW: "neutral",
  ASSIGNED: "info",
  DRAFTED: "progress",
  ANSWERED: "success",
};

/** What the city says became of a proposal. `inBox` leaves out 「回答:」 where the box around it says so already. */
export function OutcomeBadge({ outcome, inBox = false }: { outcome: { key: string; label: string }; inBox?: boolean }) {
  const { t } = useText();
  const look = outcomeLooks[outcome.key] ?? { tone: "neutral" };
  return (
    <StatusBadge {...look}>{inBox ? outcome.label : t("public:answeredAs", { outcome: outcome.label })}</StatusBadge>
  );
}

export function HandlingBadge({ handling }: { handling: HandlingState }) {
  const { t } = useText();
  return <StatusBadge tone={handlingTones[handling]}>{t(`public:handling.${handling}`)}</StatusBadge>;
}

export function KindChip({ kind }: { kind: ProposalKind }) {
  const { t } = useText();
  return (
    <ChipLabel tone={kind === "IDEA" ? "neutral" : "accent"} icon={kind === "IDEA" ? "person" : "building"}>
      {t(`public:kind.${kind}`)}
    </ChipLabel>
  );
}

/** Marks what `npm run demo` put there, so that nobody takes it for somebody's words. */
export function SampleChip() {
  const { t } = useText();
  return <ChipLabel tone="outline">{t("public:sample")}</ChipLabel>;
}

/** Kind and state of a proposal: its outcome once there is one, else how far the city is. */
export function ProposalBadges({
  proposal,
}: {
  proposal: {
    kind: ProposalKind;
    handling: HandlingState;
    outcome: { key: string; label: string } | null;
    isSample: boolean;
  };
}) {
  return (
    <>
      <KindChip kind={proposal.kind} />
      {proposal.outcome ? <OutcomeBadge outcome={proposal.outcome} /> : <HandlingBadge handling={proposal.handling} />}
      {proposal.isSample && <SampleChip />}
    </>
  );
}
