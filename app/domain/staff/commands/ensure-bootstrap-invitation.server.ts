import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { deriveToken, hashToken } from "#app/platform/crypto.ts";
import { lockAdministrators } from "../new-account.server.ts";
import { bootstrapLifetime } from "../staff.ts";

/**
 * While nobody can administer the platform, makes a single-use link with which the first administrator creates their account; links printed
 * before stop working. Works 24 hours. The system's alone: the server calls it at start and prints the link.
 *
 * @returns the link's token, or null when there is an administrator
 */
export async function ensureBootstrapInvitation(context: CommandContext): Promise<string | null> {
  if (context.actor.kind !== "system") throw forbidden();
  return inTransaction(context, async (ctx) => {
    if ((await lockAdministrators(ctx)).length > 0) return null;
    const { count: revoked } = await ctx.tx.invitation.updateMany({
      where: { isBootstrap: true, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.now },
    });
    const id = randomUUID();
    const token = deriveToken("invitation", id);
    await ctx.tx.invitation.create({
      data: {
        id,
        role: "ADMIN",
        deskIds: [],
        tokenHash: hashToken(token),
        isBootstrap: true,
        expiresAt: new Date(ctx.now.getTime() + bootstrapLifetime),
        createdAt: ctx.now,
      },
    });
    await recordAudit(ctx, {
      action: "ensure-bootstrap-invitation",
      subject: { type: "invitation", id },
      detail: { revoked },
    });
    return token;
  });
}
