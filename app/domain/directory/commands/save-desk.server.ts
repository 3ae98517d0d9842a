import { randomUUID } from "node:crypto";
import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { DeskInput } from "../directory.schema.ts";
import { mayEditDirectory } from "../directory.ts";
import { sendMailboxTest } from "../mailbox-test.server.ts";

/**
 * Opens a new desk under an address of its own (`slug`, never changed afterwards), or changes name, duty, phone, hours, mailbox, place or
 * section of one. The first desk of a directory takes what nobody else takes. A mailbox that is new gets a test mail, and nothing that people
 * wrote before it is acknowledged. The log says that the mailbox changed, not to what, and the
 * `note` why.
 *
 * @returns its id
 * @throws CONFLICT "changedMeanwhile" · INPUT at `slug` ("slugTaken") or `sectionId`
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
    const { mailbox, ...shown } = input;
    const noted = note === "" ? {} : { note };
    if (row.id === null) {
      const id = randomUUID();
      const isFallback = (await ctx.tx.desk.findFirst({ where: { isFallback: true }, select: { id: true } })) === null;
      const { count } = await ctx.tx.desk.createMany({
        data: [{ id, slug: row.slug, isFallback, ...input, mailboxChangedAt: mailbox === null ? null : ctx.now }],
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
        name: true,
        duty: true,
        hours: true,
        phone: true,
        mailbox: true,
        position: true,
        mailboxTestId: true,
      },
    });
    if (!before) throw notFound();
    const { mailbox: mailboxBefore, mailboxTestId, ...shownBefore } = before;
    const { count } = await ctx.tx.desk.updateMany({
      where: { id: row.id, version: row.version },
      data: {
        ...input,
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
