import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { flagAnew } from "#app/domain/flag/judge-text.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { changeSubmission } from "../change-submission.server.ts";
import { indexSubmission } from "../index-submission.server.ts";
import { ownSubmission } from "../own-submission.server.ts";
import { recordRevision } from "../receive-submission.server.ts";
import { recordTimeline } from "../record-timeline.server.ts";
import type { IdeaRevision, PartnershipRevision } from "../submission.schema.ts";
import { canRevise } from "../submission.ts";

/** The new text, of the kind that was returned. */
export type SubmissionRevisionInput =
  | ({ kind: "IDEA"; version: number } & IdeaRevision)
  | ({ kind: "PARTNERSHIP"; version: number } & PartnershipRevision);

/** The author changes what a moderator returned and sends it to review again. Every earlier version is kept. */
export async function reviseSubmission(context: CommandContext, input: SubmissionRevisionInput): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const submission = await ownSubmission(ctx);
    if (input.kind !== submission.kind || !canRevise(submission.kind, submission.review)) {
      throw conflict("notReturned");
    }
    const { reviewDays } = await getSettings(ctx.tx);
    const dueOn = addBusinessDays(isoDate(ctx.now), reviewDays[input.kind]);
    const text = {
      title: input.title,
      body: input.body,
      expectedEffect: input.kind === "IDEA" ? input.expectedEffect : null,
      area: input.kind === "IDEA" ? input.area : null,
      displayName: input.kind === "IDEA" ? input.displayName : null,
      organizationName: input.kind === "PARTNERSHIP" ? input.organizationName : null,
    };
    const revision = submission.revision + 1;
    const isFlagged = await flagAnew(
      ctx,
      { type: "submission", id: submission.id },
      { revision, texts: text, mayBecomePublic: true },
    );
    await changeSubmission(ctx, {
      id: submission.id,
      version: input.version,
      changes: { ...text, review: "PENDING", dueOn, revision, isFlagged },
    });
    const cityOnly =
      input.kind === "PARTNERSHIP"
        ? {
            cooperation: input.cooperation,
            request: input.request,
            costSharing: input.costSharing,
            confidentialNote: input.confidentialNote,
          }
        : {};
    if (input.kind === "PARTNERSHIP") {
      await ctx.tx.submissionPrivate.update({
        where: { submissionId: submission.id },
        data: cityOnly,
        select: { submissionId: true },
      });
      await indexSubmission(ctx.tx, submission.id);
    }
    await recordRevision(ctx, { submissionId: submission.id, revision, text, cityOnly });
    await recordTimeline(ctx, { submissionId: submission.id, event: "REVISED", audience: "AUTHOR", dueOn });
    await recordAudit(ctx, {
      action: "revise-submission",
      subject: { type: "submission", id: submission.id, number: submission.number },
      detail: { revision },
    });
  });
}
