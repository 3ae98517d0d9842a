import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { actingAs } from "../session.server.ts";

/** Ends the session behind a cookie's secret, whatever its state; a session that is over already, or none, is no error. */
export async function signOut(context: CommandContext, input: { token: string | null }): Promise<void> {
  const { token } = input;
  if (!token) return;
  await inTransaction(context, async (ctx) => {
    const session = await ctx.tx.staffSession.findFirst({
      where: { tokenHash: hashToken(token), revokedAt: null },
      select: {
        id: true,
        staff: { select: { id: true, name: true, role: true, desks: { select: { deskId: true } } } },
      },
    });
    if (!session) return;
    await ctx.tx.staffSession.updateMany({ where: { id: session.id, revokedAt: null }, data: { revokedAt: ctx.now } });
    await recordAudit(actingAs(ctx, session.staff), {
      action: "sign-out",
      subject: { type: "staff", id: session.staff.id },
      detail: { sessionId: session.id },
    });
  });
}
