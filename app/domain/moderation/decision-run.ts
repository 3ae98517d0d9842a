import type { FlagKind } from "#app/domain/flag/flag.ts";
import type { WaitingReports } from "#app/domain/report/report-pages.ts";
import { type Actor, isModerator, isStaff } from "#app/domain/shared/actor.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { isUuid } from "#app/domain/shared/uuid.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";
import { type Decision, decisionProblem } from "./moderation.ts";
import type { QueueKind } from "./queue.ts";

/** Most texts that one run takes: what a moderator can still look through before and after. */
export const runLimit = 1_000;

/** A text in the version in which a moderator saw it. */
export type SeenItem = ItemRef & { version: number };

export type RunState = "WAITING" | "RUNNING" | "DONE" | "CANCELLED";

export function runState(run: { startedAt: Date | null; finishedAt: Date | null; cancelledAt: Date | null }): RunState {
  if (run.cancelledAt !== null) return "CANCELLED";
  if (run.finishedAt !== null) return "DONE";
  return run.startedAt === null ? "WAITING" : "RUNNING";
}

/** Who planned a run takes it back, and whoever answers for the desk. */
export function mayCancelRun(actor: Actor, run: { byId: string }): boolean {
  return isModerator(actor) && (actor.role === "ADMIN" || actor.id === run.byId);
}

/**
 * The decision that undoes another after it was taken. Hiding what was just published is none: it has been read and mailed, and is a
 * decision with a reason of its own.
 */
export function reverseOf(decision: Decision): Decision | null {
  switch (decision) {
    case "HIDE":
      return "RESTORE";
    case "RESTORE":
      return "HIDE";
    case "APPROVE":
    case "RETURN":
    case "DECLINE":
      return null;
  }
}

/**
 * Why somebody cannot plan a decision on a text: another waits on it, it is with the administrators, a colleague has it open, or it is not
 * possible. Null if they can.
 */
export function planProblem(
  actor: Actor,
  item: ItemRef & {
    review: ReviewState;
    version: number;
    canBeSeen: boolean;
    isEscalated: boolean;
    decisionWaits: boolean;
  },
  decision: Decision,
  { version }: { version: number },
  { claimed }: { claimed: ReadonlySet<string> },
): string | null {
  if (item.decisionWaits) return "alreadyPlanned";
  if (item.isEscalated && !isStaff(actor, "ADMIN")) return "escalated";
  return claimed.has(item.id) ? "heldByColleague" : decisionProblem(item, decision, version);
}

/** A text and its version as the value of a box or a hidden field. */
export function seenValue({ type, id, version }: SeenItem): string {
  return [type, id, version].join(".");
}

/** What {@link seenValue} wrote, each text once and in its order; anything else is left out. */
export function seenItems(values: readonly string[]): SeenItem[] {
  const items = new Map<string, SeenItem>();
  for (const value of values) {
    const [, type, id = "", version] = /^(submission|comment)\.([0-9a-f-]{36})\.([1-9]\d{0,8})$/.exec(value) ?? [];
    if ((type !== "submission" && type !== "comment") || !isUuid(id) || items.has(id)) continue;
    items.set(id, { type, id, version: Number(version) });
  }
  return [...items.values()];
}

/** What a decision would do to one text. */
export type ForeseenItem = SeenItem & {
  number: string;
  kind: QueueKind;
  /** The title, or the beginning of a comment. */
  title: string;
  from: ReviewState;
  /** Null where the decision cannot be taken; then `problem` says why. */
  to: ReviewState | null;
  /** A key of the `errors` namespace. */
  problem: string | null;
  recipient: Recipient;
  /** What it is flagged for, the gravest first, where the decision makes it public. */
  flags: FlagKind[];
};

/** Whether the author is mailed: only at an address its owner confirmed. The tracking page tells everybody. */
export type Recipient = "confirmed" | "unconfirmed" | "none";

/** Everything a run would do, told before it is planned. */
export type RunPreview = {
  items: ForeseenItem[];
  recipients: Record<Recipient, number>;
  /** Authors of proposals who are told of comments on them, beside the authors of the comments. */
  alsoTold: number;
  /** Reports of the texts that it closes, and readers who are told. */
  closes: WaitingReports;
  /** The mail that the first author gets; the others get the same with their own number and title. */
  mail: { number: string; subject: string; text: string } | null;
};

/** What was chosen in the queue, before it is decided what becomes of it. */
export type Selection = {
  items: SeenItem[];
  /** Whether the list has more than fit into one run. */
  more: boolean;
  /** How many of the items each decision could be taken on. */
  possible: Partial<Record<Decision, number>>;
};

/** Decisions on several texts at once, those that could not be taken as planned, and all. */
export const runLists = ["several", "failed", "all"] as const;

export type RunList = (typeof runLists)[number];

/** The list that is asked for; the first if there is none of that name. */
export function runListOf(asked: string | null | undefined): RunList {
  return runLists.find((list) => list === asked) ?? "several";
}

export type RunRow = {
  id: string;
  decision: Decision;
  state: RunState;
  by: string;
  plannedAt: string;
  size: number;
  doneCount: number;
  failedCount: number;
  /** Receipt number of the text, of a run on one. */
  number: string | null;
};

export type RunItemState = "WAITING" | "DONE" | "FAILED" | "CANCELLED";

export type RunItem = {
  position: number;
  type: ItemRef["type"];
  number: string;
  /** The title, or the beginning of a comment. */
  title: string;
  state: RunItemState;
  problem: string | null;
};

export type RunPage = RunRow & {
  /** What the reason was called when it was chosen. */
  reason: string | null;
  explanation: string | null;
  startsAt: string;
  finishedAt: string | null;
  /** Until it starts, in whole seconds; 0 once its time has come. */
  secondsLeft: number;
  mayCancel: boolean;
  failed: RunItem[];
  items: RunItem[];
  /** Position after which the next items stand, and after which those before; null at the ends. */
  next: number | null;
  previous: number | null;
  /** The decision that undoes it as a whole, if there is one and it was taken on anything. */
  reverse: Decision | null;
};

/** A decision on one text that waits or could not be taken, as its page and the page after it tell. */
export type PlannedDecision = Pick<RunPage, "id" | "decision" | "by" | "size" | "secondsLeft" | "mayCancel"> & {
  number: string;
  state: "WAITING" | "RUNNING" | "FAILED";
  problem: string | null;
};
