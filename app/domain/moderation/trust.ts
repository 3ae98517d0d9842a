import type { Actor } from "#app/domain/shared/actor.ts";
import type { SubmissionKind } from "#app/domain/submission/submission.ts";
import { mayDecide } from "./moderation.ts";

/** Longest note about why somebody is trusted, in characters as a reader counts them. */
export const trustNoteLimit = 300;

/** Who may say that a participant is trusted, end that, and know of it: those who decide what is published. */
export function mayTrust(actor: Actor): boolean {
  return mayDecide(actor);
}

/** Whether trust in the sender of such a thing can ever matter: what companies offer and what desks are asked is never public unread. */
export function canComeTrusted(kind: SubmissionKind | "COMMENT"): boolean {
  return kind === "IDEA" || kind === "COMMENT";
}

/** What is known of the sender of an item. */
export type SenderFacts = {
  /** Their address is confirmed, and mail reaches them there. */
  isReached: boolean;
  /** Ideas and comments of theirs that are public. */
  published: number;
};

/**
 * Why a sender cannot be trusted yet: a key of the `errors` namespace, or null if they can be. Trust is for those whom mail reaches and who have
 * been read before.
 */
export function trustProblem({ isReached, published }: SenderFacts): "trustNotReached" | "trustNothingPublic" | null {
  if (!isReached) return "trustNotReached";
  return published === 0 ? "trustNothingPublic" : null;
}

/** Whom the office trusts, as its pages show it: never by their address. */
export type TrustEntry = {
  id: string;
  version: number;
  note: string;
  by: string;
  /** ISO 8601. */
  since: string;
  /** Mail to them came back: they are trusted again once a moderator says so. */
  isSuspended: boolean;
};

/** The sender of an item, for those who may know whether they are trusted. */
export type TrustedSender = {
  published: number;
  problem: ReturnType<typeof trustProblem>;
  entry: TrustEntry | null;
};
