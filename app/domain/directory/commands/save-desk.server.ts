import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { dateColumn, dayOf } from "#app/domain/shared/date-column.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { leadsRound, mayBeFallback, type OfficeTime } from "../desk-office.ts";
import { type DeskInput, deskColumns } from "../directory.schema.ts";
import { mayEditDirectory } from "../directory.ts";
import { loadSuccessions } from "../find-desk-in-charge.server.ts";
import { sendMailboxTest } from "../mailbox-test.server.ts";

/**
 * Opens a new desk under an address of its own (`slug`, never changed afterwards), or changes name, duty, phone, hours, mailbox, place or
 * section of one. The first desk of a directory takes what nobody else takes. A mailbox that is new gets a test mail, and nothing that people
 * wrote before it is acknowledged. The log says that the mailbox changed, not to what, and the
 * `note` why.
 *
 * A desk has a first and a last day, if it is to have any, and a successor (see `desk-office.ts`).
 *
 * @returns its id
 * @throws CONFLICT "changedMeanwhile" · INPUT at `slug` ("slugTaken") or `sectionId`, at `successorId` for a desk that is not there or leads round,
 *   at `validFrom` or `validUntil` for the fallback desk, which has no end ("fallbackEnds")
 */
export async function saveDesk(
  context: CommandContext,
  row: { id: null; slug: string } | { id: string; version: number },
  { note = "", ...input }: Omit<DeskInput, "note"> & { note?: string },
): Promise<string> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    const section = await ctx.tx.section.findUnique({ where: { id: input.sectionId }, select: { id: true } });
    if (!section) throw inputError({ sectionId: ["choose"] });
    await checkSuccessor(ctx, row.id, input.successorId);
    const { mailbox, ...shown } = input;
    const { validFrom, validUntil } = input;
    const stored = { ...input, validFrom: dateColumn(validFrom), validUntil: dateColumn(validUntil) };
    const noted = note === "" ? {} : { note };
    if (row.id === null) {
      const id = randomUUID();
      const isFallback = (await ctx.tx.desk.findFirst({ where: { isFallback: true }, select: { id: true } })) === null;
      if (isFallback) checkFallback({ isActive: true, ...stored }, isoDate(ctx.now));
      const { count } = await ctx.tx.desk.createMany({
        data: [{ id, slug: row.slug, isFallback, ...stored, mailboxChangedAt: mailbox === null ? null : ctx.now }],
        skipDuplicates: true,
      });
      if (count === 0) throw inputError({ slug: ["slugTaken"] });
      if (mailbox !== null) await sendMailboxTest(ctx, { id, mailbox, name: input.name, mailboxTestId: null });
      await recordAudit(ctx, {
        action: "save-desk",
        subject: { type: "desk", id },
        detail: { created: { slug: row.slug, ...shown, hasMailbox: mailbox !== null }, ...noted },
      });
      return id;
    }
    const before = await ctx.tx.desk.findUnique({
      where: { id: row.id },
      select: {
        sectionId: true,
        ...deskColumns,
        successorId: true,
        mailboxTestId: true,
        isFallback: true,
        isActive: true,
      },
    });
    if (!before) throw notFound();
    const { mailbox: mailboxBefore, mailboxTestId, isFallback, isActive, ...columns } = before;
    const shownBefore = { ...columns, validFrom: dayOf(before.validFrom), validUntil: dayOf(before.validUntil) };
    if (isFallback) checkFallback({ isActive, ...stored }, isoDate(ctx.now));
    const { count } = await ctx.tx.desk.updateMany({
      where: { id: row.id, version: row.version },
      data: {
        ...stored,
        ...(mailboxBefore === mailbox ? {} : nothingKnown(mailbox, ctx.now)),
        // Another mailbox is not the one that sent a mail back.
        ...(mailboxBefore === mailbox ? {} : { mailboxHeldAt: null, mailboxHoldReason: null }),
        version: { increment: 1 },
      },
    });
    if (count === 0) throw conflict("changedMeanwhile");
    if (mailbox !== null && mailboxBefore !== mailbox)
      await sendMailboxTest(ctx, { id: row.id, mailbox, name: input.name, mailboxTestId });
    await recordAudit(ctx, {
      action: "save-desk",
      subject: { type: "desk", id: row.id },
      detail: {
        changed: changedFields<Record<string, unknown>>(shownBefore, shown),
        mailboxChanged: mailboxBefore !== mailbox,
        ...noted,
      },
    });
    return row.id;
  });
}

/** A successor is a desk of the directory, and never leads back to the desk itself. */
async function checkSuccessor(context: TxContext, deskId: string | null, successorId: string | null): Promise<void> {
  if (successorId === null) return;
  // Serialises successions: two that are changed at once could lead round together.
  await context.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.successions}::bigint)`;
  const desks = await loadSuccessions(context.tx);
  if (!desks.has(successorId)) throw inputError({ successorId: ["choose"] });
  if (deskId !== null && leadsRound(deskId, successorId, desks)) throw inputError({ successorId: ["successionRound"] });
}

function checkFallback(desk: OfficeTime, today: IsoDate): void {
  if (mayBeFallback(desk, today)) return;
  throw inputError({ [desk.validUntil === null ? "validFrom" : "validUntil"]: ["fallbackEnds"] });
}

/** What is known of an address that was just typed in; an acknowledgement of the one before says nothing about it. */
function nothingKnown(mailbox: string | null, now: Date) {
  return {
    mailboxChangedAt: mailbox === null ? null : now,
    mailboxVerifiedAt: null,
    mailboxTestedAt: null,
    mailboxTestId: null,
    mailboxTokenHash: null,
  };
}
