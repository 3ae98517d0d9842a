import { describe, expect, it } from "vitest";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  bringCommentTo,
  bringSubmissionTo,
  commentInput,
  contextOf,
  ideaInput,
  makeTheme,
  publishedIdea,
  staffActor,
} from "#tests/support/submissions.ts";
import { changeComment } from "../change-comment.server.ts";
import { removeSampleComments } from "./remove-sample-comments.server.ts";
import { submitComment } from "./submit-comment.server.ts";

useDatabase();

const system = contextOf({ kind: "system", name: "見本" });

async function published(context: CommandContext, input: ReturnType<typeof commentInput>): Promise<string> {
  const { id } = await submitComment(context, input);
  await bringCommentTo(id, "PUBLISHED");
  return id;
}

const countOf = async (id: string) =>
  (await db().theme.findUniqueOrThrow({ where: { id }, select: { commentCount: true } })).commentCount;

describe("removing the sample comments", () => {
  it("takes along what people wrote under samples, lowers the counters and leaves everything else", async () => {
    const theme = await makeTheme();
    const real = await published(contextOf(), commentInput());
    const onReal = await published(contextOf(), commentInput({ on: { number: (await publishedIdea()).number } }));
    const sample = await published(system, commentInput({ isSample: true }));
    const reply = await published(contextOf(), commentInput({ parent: sample }));
    const waiting = await submitComment(system, commentInput({ isSample: true }));
    const proposal = await submitIdea(system, ideaInput({ isSample: true }));
    await bringSubmissionTo(proposal.id, "PUBLISHED");
    const onSample = await published(contextOf(), commentInput({ on: { number: proposal.number } }));
    expect(await countOf(theme.id)).toBe(3);
    const before = await auditedActions();

    const removed = await removeSampleComments(system);
    expect(removed.ids.toSorted()).toEqual([sample, reply, waiting.id, onSample].toSorted());
    expect(removed.written).toBe(2);
    const left = await db().comment.findMany({ select: { id: true } });
    expect(left.map(({ id }) => id).toSorted()).toEqual([real, onReal].toSorted());
    expect(await db().commentPrivate.count()).toBe(2);
    expect(await db().commentRevision.count()).toBe(2);
    expect(await countOf(theme.id)).toBe(1);
    expect(await auditedActions()).toEqual([...before, "remove-sample-comments"]);
  });

  it("does not count a reply twice that went out of view with its comment", async () => {
    const theme = await makeTheme();
    const sample = await published(system, commentInput({ isSample: true }));
    await published(system, commentInput({ isSample: true, parent: sample }));
    expect(await countOf(theme.id)).toBe(2);
    await published(contextOf(), commentInput());
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: sample }, select: { version: true } });
    await inTransaction(contextOf(staffActor("MODERATOR")), (ctx) =>
      changeComment(ctx, { id: sample, version, changes: { review: "HIDDEN" } }),
    );
    expect(await countOf(theme.id)).toBe(1);
    await removeSampleComments(system);
    expect(await countOf(theme.id)).toBe(1);
  });

  it("does nothing where there are none", async () => {
    expect(await removeSampleComments(system)).toEqual({ ids: [], emailAddressIds: [], written: 0 });
    expect(await auditedActions()).toEqual([]);
  });

  it("is the system's alone", async () => {
    await expect(removeSampleComments(contextOf(staffActor("ADMIN")))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeSampleComments(contextOf())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
