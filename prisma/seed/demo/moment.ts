import type { Actor, StaffActor } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";

/** The sample accounts, as the commands know them. */
export type Cast = { moderator: StaffActor; officer: StaffActor; administrator: StaffActor; viewer: StaffActor };

/** Where a moment happens: its time is fixed, who acts is for the moment to say. */
export type Stage = {
  as(actor: Actor, locale?: Locale): TxContext;
  cast: Cast;
  /** @throws Error for a desk the directory does not have (any more) */
  deskId(slug: string): string;
  /** @throws Error for a question the plan does not have (any more) */
  questionId(key: string): string;
};

/** One thing that happened in a sample's story. */
export type Moment = {
  /** Days before now. */
  at: number;
  /** For the operator, when it turns out to be impossible. */
  what: string;
  act(stage: Stage): Promise<unknown>;
};

/** Whoever sends samples in: the platform itself, so that the audit log says what they are. */
export const sampleSender = { kind: "system", name: "npm run demo" } as const;
