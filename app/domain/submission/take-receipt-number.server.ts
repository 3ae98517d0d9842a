import type { TxContext } from "#app/domain/shared/command-context.ts";
import { fiscalYear } from "#app/domain/shared/japanese-date.ts";
import { formatReceiptNumber } from "./receipt-number.ts";

/**
 * The next receipt number of the fiscal year: no gaps, no doubles. Its counter's row stays locked until the transaction ends, so call this
 * last before inserting. A transaction that fails gives its number back.
 */
export async function takeReceiptNumber(context: TxContext): Promise<string> {
  const year = fiscalYear(context.now);
  const rows = await context.tx.$queryRaw<{ last: number }[]>`
    INSERT INTO "ReceiptSequence" ("fiscalYear", "last") VALUES (${year.western}, 1)
    ON CONFLICT ("fiscalYear") DO UPDATE SET "last" = "ReceiptSequence"."last" + 1
    RETURNING "last"`;
  const taken = rows[0];
  if (taken === undefined) throw new Error("the receipt sequence gave no number");
  return formatReceiptNumber({ era: year.era, eraYear: year.eraYear, sequence: taken.last });
}
