import { askAuthor } from "#app/domain/handling/commands/ask-author.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { extendDueDate } from "#app/domain/handling/commands/extend-due-date.server.ts";
import { markNotOurs } from "#app/domain/handling/commands/mark-not-ours.server.ts";
import { passOnSubmission } from "#app/domain/handling/commands/pass-on-submission.server.ts";
import {
  askSchema,
  draftSchema,
  extendSchema,
  notOursSchema,
  passOnSchema,
} from "#app/domain/handling/handling.schema.ts";
import type { DeskLinkActor } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { isDomainError } from "#app/domain/shared/domain-error.ts";
import type { Meaning } from "./reply-meaning.ts";

/**
 * Does what a reply asks for, in the name of the desk, under the rules of the answer page. What those refuse leaves nothing behind.
 *
 * @returns the draft's id (null for other acts), or the key of the reason for which it was refused
 */
export async function doAct(
  context: TxContext,
  { actor, meaning }: { actor: DeskLinkActor; meaning: Meaning },
): Promise<{ answerId: string | null } | { refused: string }> {
  const { tx } = context;
  await tx.$executeRaw`SELECT 1 FROM "Submission" WHERE "id" = ${actor.submissionId}::uuid FOR UPDATE`;
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: actor.submissionId },
    select: { version: true },
  });
  await tx.$executeRaw`SAVEPOINT act`;
  try {
    const done = await act({ ...context, actor }, meaning, { submissionId: actor.submissionId, ...submission });
    if ("refused" in done) await tx.$executeRaw`ROLLBACK TO SAVEPOINT act`;
    return done;
  } catch (error) {
    if (!isDomainError(error)) throw error;
    await tx.$executeRaw`ROLLBACK TO SAVEPOINT act`;
    return { refused: Object.values(error.fields)[0]?.[0] ?? error.messageKey };
  }
}

async function act(
  context: TxContext,
  meaning: Meaning,
  of: { submissionId: string; version: number },
): Promise<{ answerId: string | null } | { refused: string }> {
  const version = String(of.version);
  switch (meaning.act) {
    case "draft": {
      const read = draftSchema.safeParse({ ...meaning.fields, version });
      if (!read.success) return { refused: problemOf(read.error) };
      const { answerId } = await draftAnswer(context, { ...read.data, submissionId: of.submissionId });
      return { answerId };
    }
    case "passOn": {
      const read = passOnSchema.safeParse({ ...meaning.fields, version });
      if (!read.success) return { refused: problemOf(read.error) };
      await passOnSubmission(context, { ...read.data, submissionId: of.submissionId });
      return { answerId: null };
    }
    case "extend": {
      const read = extendSchema.safeParse({ ...meaning.fields, version });
      if (!read.success) return { refused: problemOf(read.error) };
      await extendDueDate(context, { ...read.data, submissionId: of.submissionId });
      return { answerId: null };
    }
    case "notOurs": {
      const read = notOursSchema.safeParse({ ...meaning.fields, version });
      if (!read.success) return { refused: problemOf(read.error) };
      await markNotOurs(context, { ...read.data, submissionId: of.submissionId });
      return { answerId: null };
    }
    case "ask": {
      const read = askSchema.safeParse({ ...meaning.fields, version });
      if (!read.success) return { refused: problemOf(read.error) };
      await askAuthor(context, { ...read.data, submissionId: of.submissionId });
      return { answerId: null };
    }
  }
}

function problemOf(error: { issues: { message: string }[] }): string {
  return error.issues[0]?.message ?? "input";
}
