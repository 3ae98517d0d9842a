import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { AppealState } from "./appeal.ts";

/** What an author reads on the tracking page about the decision that stands. */
export type TrackedAppeal = {
  /** The decision that can be appealed against, and the last day for it; null when none can. */
  possible: { decisionId: string; until: IsoDate } | null;
  /** The appeal against it, waiting or without success. */
  filed: {
    state: "open" | "upheld";
    words: string;
    filedAt: string;
    dueOn: IsoDate;
    late: boolean;
    explanation: string | null;
  } | null;
};

/** What stands in the history of a decision about the appeal against it. */
export type AppealNote = {
  state: AppealState;
  words: string;
  filedAt: string;
  explanation: string | null;
  /** Who decided, and when; null while it waits and when it was settled otherwise. */
  by: string | null;
  closedAt: string | null;
};

/** An appeal that waits, on the review page. */
export type OpenAppeal = {
  id: string;
  words: string;
  filedAt: string;
  dueOn: IsoDate;
  late: boolean;
  /** Who took the decision. */
  decidedBy: string;
  /**
   * Whether the viewer decides about it. If not: as a party to it, because nobody is left who could, because the item was handed to the
   * administrators, or in a role without that right.
   */
  viewer: "decides" | "isParty" | "nobodyLeft" | "escalated" | "reads";
};
