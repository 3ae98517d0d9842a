import { z } from "zod";
import { handlingStates, reviewStates } from "#app/domain/submission/submission.ts";

/** The heaps of the queue, in the order of what should be looked at first. */
export const queueViews = ["pending", "assign", "drafted", "overdue", "inquiries", "working", "all"] as const;

export type QueueView = (typeof queueViews)[number];

export const queueKinds = ["IDEA", "PARTNERSHIP", "INQUIRY", "COMMENT"] as const;

export type QueueKind = (typeof queueKinds)[number];

/** A filter that is not understood is left out: an old bookmark must not become an error. */
const choice = <T extends string>(values: readonly [T, ...T[]]) => z.enum(values).nullable().catch(null);
const id = z.uuid().nullable().catch(null);

/** What the address of the queue asks for. */
export const queueFilterSchema = z.object({
  view: choice(queueViews),
  theme: id,
  kind: choice(queueKinds),
  review: choice(reviewStates),
  handling: choice(handlingStates),
  desk: id,
});

export type QueueFilter = z.infer<typeof queueFilterSchema>;
