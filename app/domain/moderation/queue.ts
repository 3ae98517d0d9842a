import { z } from "zod";
import type { Finding } from "#app/domain/flag/flag.ts";
import { isStaff, type StaffActor } from "#app/domain/shared/actor.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Page } from "#app/domain/shared/page.ts";
import { readSearch } from "#app/domain/shared/search-query.ts";
import {
  type Channel,
  type HandlingState,
  handlingStates,
  type ReviewState,
  reviewStates,
} from "#app/domain/submission/submission.ts";
import { paths } from "#app/routes/paths.ts";
import type { Claim } from "./claim.ts";
import type { Decision } from "./moderation.ts";

/** The heaps of the queue, in the order of what should be looked at first. */
export const queueViews = [
  "pending",
  "revised",
  "unread",
  "reported",
  "appeals",
  "assign",
  "drafted",
  "overdue",
  "inquiries",
  "mail",
  "working",
  "escalated",
  "all",
] as const;

export type QueueView = (typeof queueViews)[number];

export const queueKinds = ["IDEA", "PARTNERSHIP", "INQUIRY", "COMMENT"] as const;

export type QueueKind = (typeof queueKinds)[number];

/** A filter that is not understood is left out: an old bookmark must not become an error. */
const choice = <T extends string>(values: readonly [T, ...T[]]) => z.enum(values).nullable().catch(null);
const id = z.uuid().nullable().catch(null);

/** Words to look for, as typed and not longer than a search may be; null without any. */
const words = z
  .string()
  .transform((typed) => readSearch(typed)?.text ?? null)
  .nullable()
  .catch(null);

/** What the address of the queue asks for. */
export const queueFilterSchema = z.object({
  view: choice(queueViews),
  q: words,
  theme: id,
  kind: choice(queueKinds),
  review: choice(reviewStates),
  handling: choice(handlingStates),
  desk: id,
  /** Only what should be looked at twice. */
  flagged: choice(["yes"]),
  /** Only what has one and the same text, by its print. */
  same: z
    .string()
    .regex(/^[\w-]{22}$/)
    .nullable()
    .catch(null),
});

export type QueueFilter = z.infer<typeof queueFilterSchema>;

/** The filter that an address holds; what is missing or not understood is left out. */
export function queueFilterOf(query: URLSearchParams): QueueFilter {
  const asked = Object.keys(queueFilterSchema.shape).map((name) => [name, query.get(name) || null]);
  return queueFilterSchema.parse(Object.fromEntries(asked));
}

/** The filter as the query of an address, without its question mark; empty for none. */
export function queueQuery(filter: Partial<QueueFilter> & { after?: string; before?: string }): string {
  const filled = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(filled).toString();
}

/** The address of a heap with this filter. */
export function queueAddress(filter: Partial<QueueFilter> & { after?: string; before?: string }): string {
  const query = queueQuery(filter);
  return query === "" ? paths.desk() : `${paths.desk()}?${query}`;
}

/** The address of an item, opened from a heap with this filter. */
export function itemAddress({ type, number }: Neighbour, filter: Partial<QueueFilter>): string {
  const address = type === "submission" ? paths.deskSubmission(number) : paths.deskComment(number);
  const query = queueQuery(filter);
  return query === "" ? address : `${address}?${query}`;
}

/** Heaps of work that is not a desk's. */
const decidedElsewhere: readonly QueueView[] = [
  "pending",
  "revised",
  "unread",
  "reported",
  "appeals",
  "assign",
  "mail",
  "escalated",
];

/** The heaps that a member of staff is shown, in their order. Officers see those their desks work on. */
export function viewsFor(viewer: StaffActor): QueueView[] {
  return isStaff(viewer, "OFFICER") ? queueViews.filter((view) => !decidedElsewhere.includes(view)) : [...queueViews];
}

/** The heap that opens first: officers have no part in what waits for a decision. */
export function firstView(viewer: StaffActor): QueueView {
  return isStaff(viewer, "OFFICER") ? "working" : "pending";
}

/** What stands beside an item in its heap. */
export type Neighbour = Pick<QueueRow, "type" | "number">;
export type Neighbours = { previous: Neighbour | null; next: Neighbour | null };

/** The way through a heap, from the item that is open: addresses, null at its ends. */
export type QueueWalk = { view: QueueView; queue: string; previous: string | null; next: string | null };

export type QueueRow = {
  id: string;
  /** Where it stands in any heap: `queuePlace` as text. */
  place: string;
  type: "submission" | "comment";
  /** As a list shows it; a decision on it carries it along. */
  version: number;
  number: string;
  kind: QueueKind;
  channel: Channel;
  /** The title, or the beginning of a comment. */
  title: string;
  theme: string | null;
  review: ReviewState;
  handling: HandlingState | null;
  desk: string | null;
  dueOn: IsoDate | null;
  late: boolean;
  waitsForAuthor: boolean;
  hasDraft: boolean;
  /** Who has it open to decide about it. */
  claim: Claim | null;
  /** Handed to the administrators. */
  isEscalated: boolean;
  isFlagged: boolean;
  awaitsLook: boolean;
  /** Reports that wait, those from one network counted once; up to {@link countLimit}. */
  reports: number;
  isSample: boolean;
  receivedAt: string;
};

/** How many items have one text, counted up to {@link countLimit}, and what a heap is asked with for them. */
export type SameText = { count: number; print: string };

/** 庁内用と公表用: for whom a list is taken away. */
export const exportProfiles = ["internal", "public"] as const;

export type ExportProfile = (typeof exportProfiles)[number];

export const exportProfileSchema = z.enum(exportProfiles).catch("internal");

/** A row of the list for use in the city hall. */
export type QueueRecord = QueueRow & {
  /** The author's texts that become public, beside the title. */
  texts: Record<"body", string> & Record<"expectedEffect" | "area" | "displayName" | "organizationName", string | null>;
  /** What to look at twice, the gravest first, each once. */
  flags: Pick<Finding, "kind" | "reason" | "count">[];
  /** What was decided last, with the reason its author was told; null: nothing yet. */
  decision: { decision: Decision; reason: string | null; at: string } | null;
};

export type Queue = {
  view: QueueView;
  page: Page<QueueRow>;
  /** Of rows whose text others have, too, by the ids of the rows. */
  same: Record<string, SameText>;
  /** What the filters offer: id and name. */
  themes: { value: string; label: string }[];
  desks: { value: string; label: string }[];
  /** Items in each heap that the viewer is shown ({@link viewsFor}), counted up to {@link countLimit}. */
  counts: Partial<Record<QueueView, number>>;
};

/** Heaps are counted up to here: beyond it "many" says enough and counting would cost. */
export const countLimit = 100;

/**
 * What waits for one member of staff: items in the heap that opens first, mails that could not be delivered, and received mails. Counted up to
 * {@link countLimit}.
 */
export type Waiting = { queue: number; mail: number; inbox: number };

export const nothingWaits: Waiting = { queue: 0, mail: 0, inbox: 0 };
