import { answerToken } from "#app/domain/handling/answer-link.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { findAnswerLink } from "#app/domain/handling/queries/find-answer-link.server.ts";
import type { DeskLinkActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { as, makeDesk, makeOutcomes, makeSubmission, noon, staff } from "./review-rows.ts";

/** A submission that a moderator has just given to a desk, with everybody who has to do with it. */
export async function assigned(overrides: Parameters<typeof makeSubmission>[0] = {}) {
  await makeOutcomes();
  const desk = await makeDesk({ name: "行革担当" });
  const otherDesk = await makeDesk({ name: "市民協働担当" });
  const moderator = staff("MODERATOR");
  const submission = await makeSubmission({ review: "PUBLISHED", ...overrides });
  await assignSubmission(as(moderator), {
    submissionId: submission.id,
    version: 1,
    deskId: desk.id,
    dueOn: "2026-12-04",
    instruction: null,
  });
  await forgetWhatHappened();
  return {
    id: submission.id,
    number: submission.number,
    desk,
    otherDesk,
    moderator,
    officer: staff("OFFICER", desk.id),
    otherOfficer: staff("OFFICER", otherDesk.id),
    viewer: staff("VIEWER"),
    link: await linkOf(submission.id),
  };
}

/** The actor behind the newest link of a submission. */
export async function linkOf(submissionId: string): Promise<DeskLinkActor> {
  const row = await db().answerLink.findFirstOrThrow({
    where: { submissionId, revokedAt: null },
    orderBy: { createdAt: "desc" },
  });
  const actor = await findAnswerLink(answerToken(row.id), noon);
  if (actor === null) throw new Error("the link of a running assignment must work");
  return actor;
}

/** So that a test counts only what its own act left behind. The audit log refuses deletion: see {@link newAudit}. */
async function forgetWhatHappened(): Promise<void> {
  await db().mail.deleteMany();
  await db().timelineEntry.deleteMany();
}

/** What the audit log holds beyond the assignment that {@link assigned} made. */
export function newAudit() {
  return db().auditEntry.findMany({ where: { action: { not: "assign-submission" } }, orderBy: { id: "asc" } });
}
