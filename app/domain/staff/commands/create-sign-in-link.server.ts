import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { hashToken, randomToken } from "#app/platform/crypto.ts";
import { isSecondFactorOptional } from "../session.server.ts";
import { signInLinkLifetime } from "../staff.ts";

/**
 * A single-use sign-in link for one sample account, printed by `npm run demo`; earlier ones of the account end. The system's alone, only for
 * sample accounts and only where BASE_URL is a loopback address.
 *
 * @returns the link's token (see `paths.deskSignInLink`)
 */
export async function createSignInLink(context: CommandContext, staffId: string): Promise<string> {
  if (context.actor.kind !== "system" || !isSecondFactorOptional()) throw forbidden();
  return inTransaction(context, async (ctx) => {
    const account = await ctx.tx.staffAccount.findFirst({
      where: { id: staffId, isSample: true, isActive: true },
      select: { id: true },
    });
    if (!account) throw notFound();
    const token = randomToken();
    await ctx.tx.signInLink.deleteMany({ where: { staffId, usedAt: null } });
    await ctx.tx.signInLink.create({
      data: {
        id: randomUUID(),
        staffId,
        tokenHash: hashToken(token),
        expiresAt: new Date(ctx.now.getTime() + signInLinkLifetime),
      },
    });
    await recordAudit(ctx, { action: "create-sign-in-link", subject: { type: "staff", id: staffId } });
    return token;
  });
}
