import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isItemConfirmed } from "#app/domain/participant/is-item-confirmed.server.ts";
import { requestConfirmation } from "#app/domain/participant/request-confirmation.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { ownComment } from "../own-comment.server.ts";

/** The author asks for the confirmation mail once more. */
export async function resendCommentConfirmation(context: CommandContext): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const { id, number, locale, address, isAsked } = await ownComment(ctx);
    if (address === null) throw conflict("noAddress");
    const item = { type: "comment", id, number } as const;
    const mayPublish = isAsked && !(await isItemConfirmed(ctx.tx, item));
    if (address.confirmed && !mayPublish) throw conflict("addressConfirmed");
    const asked = await requestConfirmation(ctx, { emailAddressId: address.id, item, locale, mayPublish });
    if (asked === "too-many") throw conflict("confirmationTooMany");
    await recordAudit(ctx, { action: "resend-comment-confirmation", subject: { type: "comment", id, number } });
  });
}
