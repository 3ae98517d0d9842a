import { rm } from "node:fs/promises";
import { join } from "node:path";
import { removeSampleComments } from "#app/domain/comment/commands/remove-sample-comments.server.ts";
import { removeMailsAbout } from "#app/domain/mail/remove-mails-about.server.ts";
import { forgetAddresses } from "#app/domain/participant/forget-addresses.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { removeSampleStaff } from "#app/domain/staff/commands/remove-sample-staff.server.ts";
import { removeSampleSubmissions } from "#app/domain/submission/commands/remove-sample-submissions.server.ts";
import { mailFolder } from "#app/platform/mail/transport.server.ts";
import { lockSamples, samplesTimeout } from "./lock-samples.ts";

/** `written`: comments people wrote under samples, which went with them; they are counted in `comments`. */
export type RemovedSamples = { submissions: number; comments: number; written: number; accounts: number };

/**
 * Removes every sample, whoever added it and whatever was done to it since: submissions, comments, mails about them, addresses only they
 * carried with the trust in them, sample accounts with their sessions and links. All or nothing. Each context removes what is its own; the
 * audit log keeps what happened, and receipt numbers are not given back.
 */
export async function removeSamples(context: CommandContext): Promise<RemovedSamples> {
  const { emlFiles, ...removed } = await inTransaction(
    context,
    async (ctx) => {
      await lockSamples(ctx);
      const comments = await removeSampleComments(ctx);
      const submissions = await removeSampleSubmissions(ctx);
      const items = { submissionIds: submissions.ids, commentIds: comments.ids };
      const mails = await removeMailsAbout(ctx, items);
      const emailAddressIds = [...new Set([...submissions.emailAddressIds, ...comments.emailAddressIds])];
      await forgetAddresses(ctx, { ...items, emailAddressIds });
      return {
        submissions: submissions.ids.length,
        comments: comments.ids.length,
        written: comments.written,
        accounts: await removeSampleStaff(ctx),
        emlFiles: mails.emlFiles,
      };
    },
    { timeout: samplesTimeout },
  );
  // After the transaction: a file cannot be brought back.
  await Promise.all(emlFiles.map((file) => rm(join(mailFolder(), file), { force: true })));
  return removed;
}
