import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { StaffRole } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { desksForRole } from "../new-account.server.ts";

/**
 * An account for trying the platform out. It has no password and no invitation: only a sign-in link made on a loopback site opens it. The
 * system's alone. An address that is a sample account already is left as it is.
 *
 * @throws CONFLICT "staffExists" when the address belongs to a real account
 */
export async function addSampleStaff(
  context: CommandContext,
  input: { email: string; name: string; role: StaffRole; deskIds: string[] },
): Promise<{ id: string }> {
  if (context.actor.kind !== "system") throw forbidden();
  return inTransaction(context, async (ctx) => {
    const existing = await ctx.tx.staffAccount.findUnique({
      where: { email: input.email },
      select: { id: true, isSample: true },
    });
    if (existing?.isSample) return { id: existing.id };
    if (existing) throw conflict("staffExists");
    const deskIds = await desksForRole(ctx, input.role, input.deskIds);
    const id = randomUUID();
    await ctx.tx.staffAccount.create({
      data: {
        id,
        email: input.email,
        name: input.name,
        role: input.role,
        isSample: true,
        createdAt: ctx.now,
        desks: { create: deskIds.map((deskId) => ({ deskId })) },
      },
    });
    await recordAudit(ctx, {
      action: "add-sample-staff",
      subject: { type: "staff", id },
      detail: { role: input.role },
    });
    return { id };
  });
}
