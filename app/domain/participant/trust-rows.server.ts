import { randomUUID } from "node:crypto";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict } from "#app/domain/shared/domain-error.ts";

/**
 * Keeps that the owner of an address is trusted, or is again. Who may say so of whom is the caller's to check.
 *
 * @returns the row's id
 * @throws conflict "alreadyTrusted"
 */
export async function keepTrust(
  context: TxContext,
  { emailAddressId, note }: { emailAddressId: string; note: string },
): Promise<string> {
  const { tx, now } = context;
  // locked, so that of two who say it at once the second is told
  await tx.$queryRaw`SELECT "id" FROM "EmailAddress" WHERE "id" = ${emailAddressId}::uuid FOR UPDATE`;
  const before = await tx.trustedAddress.findUnique({
    where: { emailAddressId },
    select: { id: true, revokedAt: true, suspendedAt: true },
  });
  const given = { note, trustedAt: now, trustedBy: actorLabel(context.actor) };
  if (before === null) {
    const id = randomUUID();
    await tx.trustedAddress.create({ data: { id, emailAddressId, ...given }, select: { id: true } });
    return id;
  }
  if (before.revokedAt === null && before.suspendedAt === null) throw conflict("alreadyTrusted");
  await tx.trustedAddress.update({
    where: { id: before.id },
    data: { ...given, revokedAt: null, revokedBy: null, suspendedAt: null, version: { increment: 1 } },
    select: { id: true },
  });
  return before.id;
}

/** Ends the trust in an address. @throws conflict "changedMeanwhile" when it ended or was given anew since `version` was read */
export async function endTrust(context: TxContext, { id, version }: { id: string; version: number }): Promise<void> {
  const { count } = await context.tx.trustedAddress.updateMany({
    where: { id, version, revokedAt: null },
    data: { revokedAt: context.now, revokedBy: actorLabel(context.actor), version: { increment: 1 } },
  });
  if (count === 0) throw conflict("changedMeanwhile");
}
