import { reportItem } from "#app/domain/moderation/commands/report-item.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { newIdempotencyKey } from "../submissions.ts";
import { as, makeAddress, makeComment, makeSubmission, makeTheme, noon } from "./review-rows.ts";

type ReportInput = Parameters<typeof reportItem>[1];

export const reportInput = (item: ReportInput["item"], changes: Partial<ReportInput> = {}): ReportInput => ({
  item,
  reasonCode: "PERSONAL_DATA",
  words: "二行目に電話番号があります。",
  email: null,
  idempotencyKey: newIdempotencyKey(),
  ...changes,
});

/** A published proposal and a published comment on its theme, each with a confirmed address of its author. */
export async function publishedItems() {
  const theme = await makeTheme();
  const emailAddressId = await makeAddress("author@example.com");
  const row = { themeId: theme.id, review: "PUBLISHED", publishedAt: noon, hidden: { emailAddressId } } as const;
  const submission = await makeSubmission(row);
  const comment = await makeComment(row);
  const named = (type: "submission" | "comment", { id, number }: { id: string; number: string }) => ({
    item: { type, id },
    named: { type, number },
    number,
  });
  return { theme, submission: named("submission", submission), comment: named("comment", comment) };
}

/** The same, and somebody reported the proposal; `closing` is what closing that report needs besides its outcome and words. */
export async function reportedSubmission(changes: Partial<ReportInput> = {}) {
  const { submission, ...others } = await publishedItems();
  await reportItem(as(anonymous), reportInput(submission.named, changes));
  const { id, at } = await db().report.findFirstOrThrow();
  return { ...submission, ...others, reportId: id, at, closing: { item: submission.item, version: 1, reports: [id] } };
}

export const openReports = () => db().report.count({ where: { closedAt: null } });
