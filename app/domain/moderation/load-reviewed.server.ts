import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { dayOf } from "#app/domain/shared/date-column.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { visibleSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import type { TimelineItem } from "#app/domain/submission/record-timeline.server.ts";
import type { HandlingState, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import { isPublicComment } from "#app/domain/submission/visibility.ts";
import { paths } from "#app/routes/paths.ts";

/** A text that is reviewed: a submission or a comment. */
export type ReviewedItem = { type: "submission" | "comment"; id: string };

/** The column that refers to an item, as timeline, decisions and appeals have it. */
export function columnOf({ type, id }: ReviewedItem): TimelineItem {
  return type === "submission" ? { submissionId: id } : { commentId: id };
}

/** A submission or comment as its review sees it. */
export type Reviewed = ReviewedItem & {
  number: string;
  kind: SubmissionKind | "COMMENT";
  /** Null for a comment. */
  title: string | null;
  locale: Locale;
  review: ReviewState;
  revision: number;
  version: number;
  emailAddressId: string | null;
  /** Where it stands, or would stand, in public. */
  path: string;
  handling: HandlingState | null;
  /** The date of the running assignment; null while no desk has it. */
  assignedUntil: IsoDate | null;
  /** False for a comment below something that is not public: publishing it would show it to nobody. */
  canBeSeen: boolean;
};

/** The text under review, if the viewer may see it; else NOT_FOUND. */
export async function loadReviewed(client: Transaction, viewer: Actor, item: ReviewedItem): Promise<Reviewed> {
  return item.type === "submission" ? loadSubmission(client, viewer, item.id) : loadComment(client, viewer, item.id);
}

async function loadSubmission(client: Transaction, viewer: Actor, id: string): Promise<Reviewed> {
  const found = await client.submission.findFirst({
    where: { AND: [visibleSubmissions(viewer), { id }] },
    select: {
      id: true,
      number: true,
      kind: true,
      title: true,
      locale: true,
      review: true,
      revision: true,
      version: true,
      handling: true,
      private: { select: { emailAddressId: true } },
      assignments: { where: { endedAt: null }, select: { dueOn: true }, take: 1 },
    },
  });
  if (found === null) throw notFound();
  const { private: hidden, assignments, ...columns } = found;
  return {
    ...columns,
    type: "submission",
    emailAddressId: hidden?.emailAddressId ?? null,
    path: paths.proposal(found.number),
    assignedUntil: dayOf(assignments[0]?.dueOn ?? null),
    canBeSeen: found.kind !== "INQUIRY",
  };
}

async function loadComment(client: Transaction, viewer: Actor, id: string): Promise<Reviewed> {
  const found = await client.comment.findFirst({
    where: { AND: [visibleComments(viewer), { id }] },
    select: {
      id: true,
      number: true,
      locale: true,
      review: true,
      revision: true,
      version: true,
      private: { select: { emailAddressId: true } },
      theme: { select: { slug: true } },
      parent: { select: { review: true } },
      submission: { select: { number: true, kind: true, review: true } },
    },
  });
  if (found === null) throw notFound();
  const { private: hidden, theme, parent, submission, ...columns } = found;
  const page = submission ? paths.proposal(submission.number) : paths.theme(theme.slug);
  return {
    ...columns,
    type: "comment",
    kind: "COMMENT",
    title: null,
    emailAddressId: hidden?.emailAddressId ?? null,
    path: `${page}#${found.number}`,
    handling: null,
    assignedUntil: null,
    canBeSeen: isPublicComment({ review: "PUBLISHED", submission, parent }),
  };
}
