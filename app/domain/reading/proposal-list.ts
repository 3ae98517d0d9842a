import { z } from "zod";
import { handlingStates } from "#app/domain/submission/submission.ts";

/** How the public list can be sorted. */
export const proposalSorts = ["newest", "discussed", "answered"] as const;
export type ProposalSort = (typeof proposalSorts)[number];

/** Rows on one page of the public list. */
export const proposalsPerPage = 12;

const choice = <const T extends readonly string[]>(values: T) => z.enum(values).optional().catch(undefined);

const cursor = z.string().max(200).optional().catch(undefined);

/** What an address of the list may ask for. Anything else is ignored: an old or mistyped link still shows the list. */
export const proposalListQuery = z.object({
  kind: choice(["idea", "partnership"]),
  handling: z.string().toUpperCase().pipe(z.enum(handlingStates)).optional().catch(undefined),
  outcome: z
    .string()
    .regex(/^[a-z-]{1,40}$/)
    .optional()
    .catch(undefined),
  theme: z
    .string()
    .regex(/^[a-z0-9-]{1,60}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(proposalSorts).catch("newest").default("newest"),
  after: cursor,
  before: cursor,
});

export type ProposalListQuery = z.infer<typeof proposalListQuery>;

/** Which comments of a page's conversation an address asks for. */
export const threadRequest = z.object({ after: cursor, before: cursor });
