import { describe, expect, it } from "vitest";
import { withdrawComment } from "#app/domain/comment/commands/withdraw-comment.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { hideItem } from "#app/domain/moderation/commands/hide-item.server.ts";
import { inviteStaff } from "#app/domain/staff/commands/invite-staff.server.ts";
import { revokeInvitation } from "#app/domain/staff/commands/revoke-invitation.server.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeDesk,
  makeOutcomes,
  makeSubmission,
  makeTheme,
  staff,
} from "#tests/support/factories/review-rows.ts";

/** What still waits to be sent, of the messages named. */
async function waiting(...templates: string[]) {
  const mails = await db().mail.findMany({
    where: { template: { in: templates } },
    orderBy: [{ createdAt: "asc" }, { recipient: "asc" }],
    select: { recipient: true, state: true },
  });
  return mails.map(({ recipient, state }) => `${recipient} ${state}`);
}

describe("a mail that still waits", () => {
  useDatabase();
  const moderator = as(staff("MODERATOR"));

  async function publishedComment() {
    const theme = await makeTheme();
    const submission = await makeSubmission({
      themeId: theme.id,
      review: "PUBLISHED",
      hidden: { emailAddressId: await makeAddress("author@example.com") },
    });
    const comment = await makeComment({ themeId: theme.id, submissionId: submission.id });
    await approveItem(moderator, { item: { type: "comment", id: comment.id }, version: 1 });
    expect(await waiting("commented")).toEqual(["author@example.com QUEUED"]);
    return comment;
  }

  it("does not carry a comment that was hidden meanwhile", async () => {
    const { id } = await publishedComment();
    await hideItem(moderator, {
      item: { type: "comment", id },
      version: 2,
      reasonCode: "ABUSE",
      explanation: "言葉を改めてください。",
    });
    expect(await waiting("commented")).toEqual(["author@example.com CANCELLED"]);
  });

  it("does not carry a comment that was withdrawn meanwhile", async () => {
    const { id } = await publishedComment();
    await withdrawComment(as({ kind: "author", of: "comment", id }), { version: 2 });
    expect(await waiting("commented")).toEqual(["author@example.com CANCELLED"]);
  });

  async function assigned() {
    await makeOutcomes();
    const first = await makeDesk({ name: "行革担当", mailbox: "first@tomakomai.example" });
    const second = await makeDesk({ name: "市民協働担当", mailbox: "second@tomakomai.example" });
    const { id } = await makeSubmission({ review: "PUBLISHED" });
    const give = (deskId: string, version: number) =>
      assignSubmission(moderator, { submissionId: id, version, deskId, dueOn: "2026-12-04", instruction: null });
    await give(first.id, 1);
    expect(await waiting("assigned")).toEqual(["first@tomakomai.example QUEUED"]);
    return { id, second, give };
  }

  it("does not go to a desk whose turn is over", async () => {
    const { second, give } = await assigned();
    await give(second.id, 2);
    expect(await waiting("assigned")).toEqual(["first@tomakomai.example CANCELLED", "second@tomakomai.example QUEUED"]);
  });

  it("does not carry to a desk what was withdrawn", async () => {
    const { id } = await assigned();
    await withdrawSubmission(as({ kind: "author", of: "submission", id }), { version: 2 });
    expect(await waiting("assigned")).toEqual(["first@tomakomai.example CANCELLED"]);
  });

  it("does not bring an invitation that was taken back", async () => {
    const administrator = as(staff("ADMIN"));
    const { id } = await inviteStaff(administrator, {
      email: "new@tomakomai.example",
      name: "新しい職員",
      role: "VIEWER",
      deskIds: [],
      locale: "ja",
    });
    expect(await waiting("invitation")).toEqual(["new@tomakomai.example QUEUED"]);
    await revokeInvitation(administrator, { id });
    expect(await waiting("invitation")).toEqual(["new@tomakomai.example CANCELLED"]);
  });
});
