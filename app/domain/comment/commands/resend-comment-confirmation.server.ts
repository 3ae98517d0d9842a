import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { requestConfirmation } from "#app/domain/participant/request-confirmation.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { ownComment } from "../own-comment.server.ts";

/** The author asks for the confirmation mail once more. */
export async function resendCommentConfirmation(context: CommandContext): Promise<void> {
  await inTransaction(context, async (ctx) => {
    const { id, number, locale, address } = await ownComment(ctx);
    if (address === null) throw conflict("noAddress");
    if (address.confirmed) throw conflict("addressConfirmed");
    const item = { type: "comment", id, number } as const;
    const asked = await requestConfirmation(ctx, { emailAddressId: address.id, item, locale });
    if (asked === "too-many") throw conflict("confirmationTooMany");
    await recordAudit(ctx, { action: "resend-comment-confirmation", subject: { type: "comment", id, number } });
  });
}
