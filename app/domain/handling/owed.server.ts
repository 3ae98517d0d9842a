import type { Transaction, TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
import type { HandlingState } from "#app/domain/submission/submission.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { type DeskPromise, daysLeft } from "./promise-clock.ts";

/** What a desk owes an answer to, with its promise. */
export type Owed = DeskPromise & {
  assignmentId: string;
  submissionId: string;
  number: string;
  title: string;
  handling: HandlingState;
  isSample: boolean;
  /** Business days until it is due, negative once it is late. */
  daysLeft: number;
};

/** Assignments whose desk owes something: neither answered, nor withdrawn by the author, nor merged into another. */
export const owedAssignments = {
  endedAt: null,
  submission: { handling: { in: ["ASSIGNED", "DRAFTED"] }, review: { notIn: ["WITHDRAWN", "MERGED"] } },
} satisfies Prisma.AssignmentWhereInput;

/** What one desk owes, what is due first first. Those whose clock stands still are with them. */
export async function listOwed(
  client: Pick<Transaction, "assignment">,
  deskId: string,
  today: IsoDate,
): Promise<Owed[]> {
  const rows = await client.assignment.findMany({
    where: { AND: [owedAssignments, { deskId }] },
    orderBy: [{ dueOn: "asc" }, { submission: { receivedAt: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      dueOn: true,
      pausedDays: true,
      submission: { select: { id: true, number: true, title: true, handling: true, isSample: true } },
    },
  });
  return rows.map(({ id, pausedDays, submission: { id: submissionId, ...shown }, ...row }) => {
    const dueOn = dayOf(row.dueOn);
    return { assignmentId: id, submissionId, ...shown, pausedDays, dueOn, daysLeft: daysLeft(dueOn, today) };
  });
}

/**
 * Takes it on this transaction to deal with one mail of the promise clock on one day.
 *
 * @returns false if another run did, or is doing it now and comes through
 */
export async function claimPromiseMail(
  context: TxContext,
  { kind, subjectId, day }: { kind: "MORNING" | "LATE" | "WEEK"; subjectId: string; day: IsoDate },
): Promise<boolean> {
  const { count } = await context.tx.promiseMail.createMany({
    data: [{ kind, subjectId, day: dateColumn(day), at: context.now }],
    skipDuplicates: true,
  });
  return count === 1;
}
