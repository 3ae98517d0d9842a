import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale, LocalizedText } from "#app/domain/shared/localized-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { HandlingState, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import { isPublicComment } from "#app/domain/submission/visibility.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { paths } from "#app/routes/paths.ts";

/** The ids of texts, each in the table it stands in. */
export function idsByType(items: readonly ItemRef[]): Record<ItemRef["type"], string[]> {
  const idsOf = (type: ItemRef["type"]) => items.filter((item) => item.type === type).map(({ id }) => id);
  return { submission: idsOf("submission"), comment: idsOf("comment") };
}

/** A submission or comment as its review sees it. */
export type Reviewed = ItemRef & {
  number: string;
  kind: SubmissionKind | "COMMENT";
  /** Null for a comment. */
  title: string | null;
  /** Title of the proposal a comment stands on; null for the rest. */
  proposalTitle: string | null;
  /** Null for an inquiry. */
  themeTitle: LocalizedText | null;
  locale: Locale;
  review: ReviewState;
  revision: number;
  version: number;
  emailAddressId: string | null;
  /** Public before anybody read it, and still unread. */
  awaitsLook: boolean;
  /** Where it stands, or would stand, in public. */
  path: string;
  handling: HandlingState | null;
  /** Whether a desk has it. */
  isAssigned: boolean;
  /** The date of the running assignment; null while no desk has it, and while its clock stands still. */
  assignedUntil: IsoDate | null;
  /** False for a comment below something that is not public: publishing it would show it to nobody. */
  canBeSeen: boolean;
  /** Handed to the administrators, who alone decide about it until they give it back. */
  isEscalated: boolean;
  /** A decision on it is planned and not taken yet. */
  decisionWaits: boolean;
};

/** The escalation that has not ended and the decision that waits, if there are any. */
export const openMatters = {
  escalations: { where: { endedAt: null }, select: { id: true }, take: 1 },
  runItems: { where: { state: "WAITING" }, select: { runId: true }, take: 1 },
} as const satisfies Prisma.SubmissionSelect & Prisma.CommentSelect;

/** What {@link openMatters} found. */
export function mattersOf(row: { escalations: unknown[]; runItems: unknown[] }) {
  return { isEscalated: row.escalations.length > 0, decisionWaits: row.runItems.length > 0 };
}

/** The texts under review by their ids, without those that the viewer may not see. */
export async function loadManyReviewed(
  client: Transaction,
  viewer: Actor,
  items: readonly ItemRef[],
): Promise<Map<string, Reviewed>> {
  const asked = idsByType(items);
  const submissions =
    asked.submission.length === 0
      ? []
      : await client.submission.findMany({
          where: { AND: [visibleSubmissions(viewer), { id: { in: asked.submission } }] },
          select: submissionColumns,
        });
  const comments =
    asked.comment.length === 0
      ? []
      : await client.comment.findMany({
          where: { AND: [visibleComments(viewer), { id: { in: asked.comment } }] },
          select: commentColumns,
        });
  const all = [...submissions.map(reviewedSubmission), ...comments.map(reviewedComment)];
  return new Map(all.map((reviewed) => [reviewed.id, reviewed]));
}

/** The text under review, if the viewer may see it; else NOT_FOUND. */
export async function loadReviewed(client: Transaction, viewer: Actor, item: ItemRef): Promise<Reviewed> {
  const found = (await loadManyReviewed(client, viewer, [item])).get(item.id);
  if (found === undefined) throw notFound();
  return found;
}

const submissionColumns = {
  id: true,
  number: true,
  kind: true,
  title: true,
  locale: true,
  review: true,
  revision: true,
  version: true,
  awaitsLook: true,
  handling: true,
  theme: { select: { title: true } },
  private: { select: { emailAddressId: true } },
  assignments: { where: { endedAt: null }, select: { dueOn: true, pausedDays: true }, take: 1 },
  ...openMatters,
} as const satisfies Prisma.SubmissionSelect;

const commentColumns = {
  id: true,
  number: true,
  locale: true,
  review: true,
  revision: true,
  version: true,
  awaitsLook: true,
  private: { select: { emailAddressId: true } },
  theme: { select: { slug: true, title: true } },
  parent: { select: { review: true } },
  submission: { select: { number: true, title: true, kind: true, review: true } },
  ...openMatters,
} as const satisfies Prisma.CommentSelect;

function reviewedSubmission({
  private: hidden,
  theme,
  assignments,
  escalations,
  runItems,
  ...columns
}: Prisma.SubmissionGetPayload<{ select: typeof submissionColumns }>): Reviewed {
  const [turn] = assignments;
  return {
    ...columns,
    type: "submission",
    proposalTitle: null,
    themeTitle: theme && (theme.title as LocalizedText),
    emailAddressId: hidden?.emailAddressId ?? null,
    path: paths.proposal(columns.number),
    isAssigned: turn !== undefined,
    assignedUntil: turn === undefined || turn.pausedDays !== null ? null : dayOf(turn.dueOn),
    canBeSeen: columns.kind !== "INQUIRY",
    ...mattersOf({ escalations, runItems }),
  };
}

function reviewedComment({
  private: hidden,
  theme,
  parent,
  submission,
  escalations,
  runItems,
  ...columns
}: Prisma.CommentGetPayload<{ select: typeof commentColumns }>): Reviewed {
  const page = submission ? paths.proposal(submission.number) : paths.theme(theme.slug);
  return {
    ...columns,
    type: "comment",
    kind: "COMMENT",
    title: null,
    proposalTitle: submission?.title ?? null,
    themeTitle: theme.title as LocalizedText,
    emailAddressId: hidden?.emailAddressId ?? null,
    path: `${page}#${columns.number}`,
    handling: null,
    isAssigned: false,
    assignedUntil: null,
    canBeSeen: isPublicComment({ review: "PUBLISHED", submission, parent }),
    ...mattersOf({ escalations, runItems }),
  };
}
