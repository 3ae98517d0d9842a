import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { commentSight, submissionSight } from "#app/domain/submission/visibility.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import type { Contact } from "../review-page.ts";

/**
 * Shows a member of staff how to reach one author, and writes down that it was shown. Only to those who may: moderators, and the officers of
 * the desk that has the submission; a viewer never.
 */
export async function viewContact(context: CommandContext, input: { item: ItemRef }): Promise<Contact> {
  return inTransaction(context, async (ctx) => {
    const reviewed = await loadReviewed(ctx.tx, ctx.actor, input.item);
    const contact =
      input.item.type === "submission" ? await ofSubmission(ctx, input.item.id) : await ofComment(ctx, input.item.id);
    const shown = Object.entries(contact).filter(([key, value]) => key !== "emailConfirmed" && value !== null);
    await recordAudit(ctx, {
      action: "view-contact",
      subject: { type: reviewed.type, id: reviewed.id, number: reviewed.number },
      detail: { shown: shown.map(([key]) => key) },
    });
    return contact;
  });
}

const address = { emailAddress: { select: { address: true, confirmedAt: true } } } as const;

async function ofSubmission(context: TxContext, id: string): Promise<Contact> {
  const submission = await context.tx.submission.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      kind: true,
      review: true,
      handlingDeskId: true,
      inquiryDeskId: true,
      private: { select: { name: true, phone: true, contactPerson: true, ...address } },
    },
  });
  if (context.actor.kind !== "staff" || submissionSight(context.actor, submission) !== "contact") throw forbidden();
  const hidden = submission.private;
  return {
    name: hidden?.name ?? null,
    email: hidden?.emailAddress?.address ?? null,
    emailConfirmed: Boolean(hidden?.emailAddress?.confirmedAt),
    phone: hidden?.phone ?? null,
    contactPerson: hidden?.contactPerson ?? null,
  };
}

async function ofComment(context: TxContext, id: string): Promise<Contact> {
  const comment = await context.tx.comment.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      review: true,
      submission: { select: { kind: true, review: true } },
      parent: { select: { review: true } },
      private: { select: { name: true, ...address } },
    },
  });
  if (context.actor.kind !== "staff" || commentSight(context.actor, comment) !== "contact") throw forbidden();
  const hidden = comment.private;
  return {
    name: hidden?.name ?? null,
    email: hidden?.emailAddress?.address ?? null,
    emailConfirmed: Boolean(hidden?.emailAddress?.confirmedAt),
    phone: null,
    contactPerson: null,
  };
}
