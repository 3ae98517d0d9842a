import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { withdrawComment } from "#app/domain/comment/commands/withdraw-comment.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import {
  authorOf,
  bringCommentTo,
  bringSubmissionTo,
  commentInput,
  contextOf,
  newIdempotencyKey,
  publishedIdea,
} from "#tests/support/submissions.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const isPublic = "コメントは公開されています。";
const title = "図書館の窓口を夜も開けてほしい";

describe("the tracking page of a published comment", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  beforeAll(async () => {
    await seedPlan(as({ kind: "system", name: "test" }));
    site = await startSite();
  });
  afterAll(() => site.close());

  const pageOf = async ({ number, trackingKey }: { number: string; trackingKey: string }) =>
    (await site.ask(paths.tracked(number, trackingKey))).body;

  async function commentOn(number: string, parent: string | null = null) {
    const input = commentInput({ on: { number }, parent, idempotencyKey: newIdempotencyKey() });
    const receipt = await submitComment(contextOf(), input);
    await bringCommentTo(receipt.id, "PUBLISHED");
    return receipt;
  }

  const publishedProposal = () => publishedIdea({ title, idempotencyKey: newIdempotencyKey() });

  it("leads to it while its proposal is public", async () => {
    const proposal = await publishedProposal();
    const page = await pageOf(await commentOn(proposal.number));
    expect(page).toContain(isPublic);
    expect(page).toContain(`「${title}」へのコメント`);
    expect(page).toContain(`href="${paths.proposal(proposal.number)}"`);
  });

  it.each(["HIDDEN", "WITHDRAWN", "MERGED"] as const)(
    "says that it cannot be read while its proposal is %s, and nothing of that proposal",
    async (review) => {
      const proposal = await publishedProposal();
      const comment = await commentOn(proposal.number);
      await bringSubmissionTo(proposal.id, review);
      const page = await pageOf(comment);
      expect(page).not.toContain(isPublic);
      expect(page).toContain("提案が公開されていません");
      expect(page).toContain("いまは公開されていない提案へのコメント");
      expect(page).not.toContain(title);
      expect(page).not.toContain(proposal.number);
      expect(page).not.toContain("」へのコメント");
    },
  );

  it("says that it cannot be read while the comment it replies to is not public", async () => {
    const proposal = await publishedProposal();
    const parent = await commentOn(proposal.number);
    const reply = await commentOn(proposal.number, parent.id);
    expect(await pageOf(reply)).toContain(isPublic);
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: parent.id } });
    await withdrawComment(contextOf(authorOf(parent, "comment")), { version });
    const page = await pageOf(reply);
    expect(page).not.toContain(isPublic);
    expect(page).toContain("返信先が公開されていません");
    expect(page).toContain(`「${title}」へのコメント`);
  });
});
