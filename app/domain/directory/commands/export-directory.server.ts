import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { mayEditDirectory } from "../directory.ts";
import { type FileCells, fileCells } from "../directory-file.ts";
import { loadPresentDirectory } from "../load-present-directory.server.ts";

/** Hands out the whole directory with its mailboxes, one row a desk, as `import-directory` reads it; and writes down that it did. */
export async function exportDirectory(context: CommandContext): Promise<FileCells[]> {
  return inTransaction(context, async (ctx) => {
    if (!mayEditDirectory(ctx.actor)) throw forbidden();
    const { desks } = await loadPresentDirectory(ctx.tx);
    await recordAudit(ctx, {
      action: "export-directory",
      subject: { type: "list", id: "directory" },
      detail: { format: "csv", rows: desks.length },
    });
    return desks.map(fileCells);
  });
}
