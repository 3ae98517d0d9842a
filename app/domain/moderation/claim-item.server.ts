import { randomUUID } from "node:crypto";
import { actorLabel, type StaffActor } from "#app/domain/shared/actor.ts";
import { claimsRunOutBefore } from "#app/domain/shared/claim-time.ts";
import type { CommandContext, Transaction, TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { clockTime } from "#app/domain/shared/japanese-date.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type Claim, claimAsSeenBy } from "./claim.ts";
import { idsByType } from "./load-reviewed.server.ts";
import { mayDecide } from "./moderation.ts";

type Row = { byId: string; byLabel: string; since: Date; takenFromId: string | null };

/** Who has an item; null for nobody, or whoever had it left it alone too long. */
export async function findClaim(
  client: Transaction,
  viewer: StaffActor,
  item: ItemRef,
  now: Date,
): Promise<Claim | null> {
  const row = await client.claim.findFirst({
    where: { ...columnOf(item), lookedAt: { gt: claimsRunOutBefore(now) } },
    select: { byId: true, byLabel: true, since: true, takenFromId: true },
  });
  return row && claimAsSeenBy(viewer, row);
}

/**
 * Takes an item that nobody has, or keeps one's own a while longer. One statement, so that of two who open an item at once exactly one has it.
 * Outside a command it is not announced as a change of content: what the public reads is the same, and pages are opened all the time. Nor does
 * anybody wait then until it is on the disk: after a crash all claims are gone.
 *
 * @param tx the command's transaction; null outside one
 * @returns who has it now: the actor, or the one they found it with
 */
export async function claimItem(tx: Transaction | null, actor: StaffActor, item: ItemRef, now: Date): Promise<Claim> {
  // whoever had it can let go between the two looks
  for (;;) {
    const claim = (await take(tx, actor, item, now)) ?? (await findClaim(tx ?? db(), actor, item, now));
    if (claim !== null) return claim;
  }
}

async function take(tx: Transaction | null, actor: StaffActor, { type, id }: ItemRef, now: Date) {
  const column = Prisma.raw(type === "submission" ? '"submissionId"' : '"commentId"');
  // the table is not logged, but that the item must not go meanwhile is; in a command it is the command's commit that counts
  const commit = tx === null ? Prisma.sql`set_config('synchronous_commit', 'off', true)` : Prisma.sql`NULL`;
  const [row] = await (tx ?? db()).$queryRaw<Row[]>`
    INSERT INTO "Claim" AS held ("id", ${column}, "byId", "byLabel", "since", "lookedAt")
    SELECT ${randomUUID()}::uuid, ${id}::uuid, ${actor.id}::uuid, ${actorLabel(actor)}, ${now}, ${now}
    FROM (SELECT ${commit} OFFSET 0) AS how
    ON CONFLICT (${column}) DO UPDATE SET
      "byId" = excluded."byId",
      "byLabel" = excluded."byLabel",
      "since" = CASE WHEN held."lookedAt" > ${claimsRunOutBefore(now)} THEN held."since" ELSE excluded."since" END,
      "lookedAt" = excluded."lookedAt",
      "takenFromId" = CASE WHEN held."byId" = excluded."byId" THEN held."takenFromId" END
    WHERE held."byId" = excluded."byId" OR held."lookedAt" <= ${claimsRunOutBefore(now)}
    RETURNING "byId", "byLabel", "since", "takenFromId"`;
  return row === undefined ? null : claimAsSeenBy(actor, row);
}

/** Leaves an item to others. What somebody else has by now stays theirs. */
export async function letGoOf(context: CommandContext | TxContext, item: ItemRef): Promise<void> {
  if (context.actor.kind !== "staff") return;
  await clientOf(context).claim.deleteMany({ where: { ...columnOf(item), byId: context.actor.id } });
}

/** As {@link letGoOf}, for an item known by its receipt number. */
export async function letGoOfNumber(actor: StaffActor, type: ItemRef["type"], number: string): Promise<void> {
  const where = type === "submission" ? { submission: { number } } : { comment: { number } };
  await db().claim.deleteMany({ where: { ...where, byId: actor.id } });
}

/** Ids of those of these items that somebody else has. */
export async function claimedByOthers(
  client: Transaction,
  actor: StaffActor,
  items: readonly ItemRef[],
  now: Date,
): Promise<Set<string>> {
  const { submission, comment } = idsByType(items);
  const rows = await client.claim.findMany({
    where: {
      byId: { not: actor.id },
      lookedAt: { gt: claimsRunOutBefore(now) },
      OR: [{ submissionId: { in: submission } }, { commentId: { in: comment } }],
    },
    select: { submissionId: true, commentId: true },
  });
  return new Set(rows.map(({ submissionId, commentId }) => submissionId ?? commentId ?? ""));
}

/** An item is nobody's any more, whoever had it: a decision that was planned is taken on it. */
export async function endClaim({ tx }: TxContext, item: ItemRef): Promise<void> {
  await tx.claim.deleteMany({ where: columnOf(item) });
}

/**
 * What comes before a decision: the item is the actor's, from now on if nobody had it.
 * @throws FORBIDDEN for whoever decides nothing; CONFLICT naming who has it: "claimTakenOver" to whom it was taken from, else "claimedByAnother"
 */
export async function holdItem(context: CommandContext | TxContext, item: ItemRef): Promise<void> {
  const { actor, now } = context;
  if (!mayDecide(actor) || actor.kind !== "staff") throw forbidden();
  const { holder, by, since } = await claimItem("tx" in context ? context.tx : null, actor, item, now);
  const params = { by, at: clockTime(new Date(since)) };
  switch (holder) {
    case "me":
      return;
    case "takenFromMe":
      throw conflict("claimTakenOver", params);
    case "another":
      throw conflict("claimedByAnother", params);
  }
}

function clientOf(context: CommandContext | TxContext): Transaction {
  return "tx" in context ? context.tx : db();
}
