import { replyProblems } from "#app/domain/mail/mail-message.ts";
import { type Actor, isModerator } from "#app/domain/shared/actor.ts";

export const inboundStates = ["WAITING", "QUARANTINED", "TAKEN", "BOUNCED", "IGNORED"] as const;

export type InboundState = (typeof inboundStates)[number];

/** Moderators and administrators read what arrived and decide about it; others see on the submission what became of it. */
export function mayReadInbox(actor: Actor): boolean {
  return isModerator(actor);
}

/** Whether a message still waits for somebody. */
export function isOpen(state: InboundState): boolean {
  return state === "WAITING" || state === "QUARANTINED";
}

/** Reasons with words of their own: what a reply's writer is told too, and what only the desk reads. */
const knownReasons = [
  ...replyProblems,
  "otherSender",
  "dmarc",
  "notOurAddress",
  "notAcknowledged",
  "bounceOfNothing",
  "autoReply",
  "notice",
  "loop",
  "hard",
  "soft",
] as const;

/** The reason as the pages name it; of one without words of its own, the form on the desk says what was wrong. */
export function shownReason(reason: string): (typeof knownReasons)[number] {
  return knownReasons.find((known) => known === reason) ?? "refused";
}

/** One line of the box of received mail. Dates are ISO 8601, UTC. */
export type InboxItem = {
  id: string;
  subject: string;
  sender: string | null;
  number: string | null;
  kind: string;
  state: InboundState;
  reason: string | null;
  receivedAt: string;
  /** When what it says was erased; null: it is kept. */
  erasedAt: string | null;
};

/** One received message as a moderator reads it. */
export type InboxMessage = InboxItem & {
  version: number;
  /** The writer's own words. */
  own: string;
  /** All of the text. */
  text: string;
  size: number;
  files: { name: string | null; type: string; size: number }[];
  settledBy: string | null;
  explainedAt: string | null;
  /** What can be chosen for a draft; empty once the message is settled. */
  outcomes: { key: string; label: string; meaning: string }[];
};

/** One message of a submission's conversation by mail, out or in. */
export type ThreadMessage =
  | { way: "out"; id: string; at: string; subject: string; party: string; state: string; error: string | null }
  | {
      way: "in";
      id: string;
      at: string;
      subject: string;
      party: string;
      state: InboundState;
      reason: string | null;
      isErased: boolean;
    };
