import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { StaffRole } from "#app/domain/shared/actor.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { hashToken } from "#app/platform/crypto.ts";
import { hashNewPassword, lockAdministrators } from "../new-account.server.ts";
import { actingAs, type NewSession, openSession } from "../session.server.ts";
import { isInvitationOpen } from "../staff.ts";

export type AcceptInvitationInput = {
  token: string;
  name: string;
  /** Only the first administrator types one; everybody else's is the address the invitation went to. */
  email?: string;
  password: string;
  locale: "ja" | "en";
  userAgent: string | null;
};

/**
 * Whoever holds an invitation's link makes their account with a password of their own and is signed in as far as the password reaches:
 * a role that needs a second factor sets it up next. Somebody whose access was reset gets back into the account they had. The link works
 * once.
 *
 * @throws NOT_FOUND for a used, expired, revoked or made-up link · INPUT at `email` or `password`
 */
export async function acceptInvitation(context: CommandContext, input: AcceptInvitationInput): Promise<NewSession> {
  return inTransaction(context, async (ctx) => {
    const invitation = await ctx.tx.invitation.findUnique({ where: { tokenHash: hashToken(input.token) } });
    if (!invitation || !isInvitationOpen(invitation, ctx.now)) throw notFound("invitationNotFound");
    if (invitation.isBootstrap && (await lockAdministrators(ctx)).length > 0) throw notFound("invitationNotFound");
    const email = invitation.email ?? input.email;
    if (!email) throw inputError({ email: ["required"] });
    const passwordHash = await hashNewPassword(input.password, { email, name: input.name });

    const { count } = await ctx.tx.invitation.updateMany({
      where: { id: invitation.id, acceptedAt: null, revokedAt: null },
      data: { acceptedAt: ctx.now },
    });
    if (count === 0) throw notFound("invitationNotFound");
    const account = await accountFor(ctx, invitation, { ...input, email, passwordHash });
    const { token, expiresAt, stage } = await openSession(ctx, account, input.userAgent);
    await recordAudit(actingAs(ctx, account), {
      action: "accept-invitation",
      subject: { type: "staff", id: account.id },
      detail: { invitationId: invitation.id, role: account.role, isBootstrap: invitation.isBootstrap },
    });
    return { token, expiresAt, stage };
  });
}

const columns = {
  id: true,
  name: true,
  role: true,
  totpEnabledAt: true,
  secondFactorPutOffAt: true,
  desks: { select: { deskId: true } },
} as const;

async function accountFor(
  context: TxContext,
  invitation: { role: StaffRole; deskIds: string[]; isBootstrap: boolean },
  given: { email: string; name: string; locale: "ja" | "en"; passwordHash: string },
) {
  const { email, name, locale, passwordHash } = given;
  const existing = await context.tx.staffAccount.findUnique({ where: { email }, select: { id: true } });
  if (existing) {
    // An account without a password is one whose access an administrator reset; its role and desks are what they are now.
    if (invitation.isBootstrap) throw inputError({ email: ["staffExists"] });
    const { count } = await context.tx.staffAccount.updateMany({
      where: { id: existing.id, passwordHash: null, isActive: true, isSample: false },
      data: { passwordHash, name, locale, version: { increment: 1 } },
    });
    if (count === 0) throw inputError({ email: ["staffExists"] });
    return context.tx.staffAccount.findUniqueOrThrow({ where: { id: existing.id }, select: columns });
  }
  // A desk may have closed since the invitation was written; an officer left without one sees an empty desk and can be given another.
  const desks = await context.tx.desk.findMany({
    where: { id: { in: invitation.deskIds }, isActive: true },
    select: { id: true },
  });
  return context.tx.staffAccount.create({
    data: {
      id: randomUUID(),
      email,
      name,
      role: invitation.role,
      locale,
      passwordHash,
      createdAt: context.now,
      desks: { create: desks.map((desk) => ({ deskId: desk.id })) },
    },
    select: columns,
  });
}
