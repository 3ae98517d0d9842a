import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { fitsLength, isVisible, storedText } from "#app/domain/shared/normalize-text.ts";
import { open } from "#app/platform/crypto.ts";
import { listHiddenNotes } from "../list-hidden-notes.server.ts";
import { loadReviewed } from "../load-reviewed.server.ts";
import { viewReasonLimit } from "../moderation.schema.ts";
import { mayDecide } from "../moderation.ts";
import { type OriginalText, originalContext } from "../sealed-original.ts";

/**
 * Opens for a moderator what a text read before personal data in it was hidden, and writes down who looked and why; never what was read.
 * Nothing changes by it.
 *
 * Refuses with FORBIDDEN whoever is no moderator, with INPUT a reason that is empty or longer than 500 characters, with CONFLICT a text in
 * which nothing was hidden.
 *
 * @returns every sealed text of the item, the oldest first
 * @throws Error if they were sealed with another installation's secret
 */
export async function viewOriginal(
  context: CommandContext,
  input: { item: ItemRef; reason: string },
): Promise<OriginalText[]> {
  return inTransaction(context, async (ctx) => {
    const item = await loadReviewed(ctx.tx, ctx.actor, input.item);
    if (!mayDecide(ctx.actor)) throw forbidden();
    const reason = storedText(input.reason).trim();
    if (!isVisible(reason)) throw inputError({ reason: ["required"] });
    if (!fitsLength(reason, viewReasonLimit)) throw inputError({ reason: ["tooLong"] });
    const notes = await listHiddenNotes(ctx.tx, item);
    if (notes.length === 0) throw conflict("nothingHidden");
    const rows = await ctx.tx.sealedOriginal.findMany({
      where: { id: { in: notes.map(({ id }) => id) } },
      select: { id: true, sealed: true },
    });
    const sealed = new Map(rows.map((row) => [row.id, row.sealed]));
    await recordAudit(ctx, {
      action: "view-original",
      subject: { type: item.type, id: item.id, number: item.number },
      detail: { reason, opened: notes.length },
    });
    return notes.map((note) => ({ ...note, text: open(sealed.get(note.id) ?? "", originalContext(note.id)) }));
  });
}
