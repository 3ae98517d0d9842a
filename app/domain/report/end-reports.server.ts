import { mailIfConfirmed } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { actorLabel } from "#app/domain/shared/actor.ts";
import type { Transaction, TxContext } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { reportClosedMessage, type ToldClosing, type ToldReport } from "./report-message.ts";

/**
 * Closes reports of a text that wait, and tells those of their readers whose address is confirmed, each address once.
 *
 * @param which ids of reports; left out, all that wait
 * @returns how many were closed
 */
export async function endReports(
  context: TxContext,
  item: ItemRef,
  closing: ToldClosing,
  which?: readonly string[],
): Promise<number> {
  const waiting = await context.tx.report.findMany({
    where: { ...columnOf(item), closedAt: null, ...(which === undefined ? {} : { id: { in: [...which] } }) },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: toldColumns,
  });
  if (waiting.length === 0) return 0;
  const { actor } = context;
  const { count } = await context.tx.report.updateMany({
    where: { id: { in: waiting.map(({ id }) => id) }, closedAt: null },
    data: {
      outcome: closing.outcome,
      ...(closing.reason === null ? {} : { closedReason: closing.reason }),
      explanation: closing.explanation,
      ...(actor.kind === "staff" ? { byId: actor.id, byLabel: actorLabel(actor) } : {}),
      closedAt: context.now,
    },
  });
  const byAddress = new Map(waiting.map((report) => [report.emailAddressId, report]));
  for (const [address, report] of byAddress) {
    await mailIfConfirmed(context, address, reportClosedMessage(toldReport(report), closing));
  }
  return count;
}

/** Since when the oldest report of a text waits; null when none does. */
export async function oldestOpenReport(context: TxContext, item: ItemRef): Promise<Date | null> {
  const oldest = await context.tx.report.aggregate({
    where: { ...columnOf(item), closedAt: null },
    _min: { at: true },
  });
  return oldest._min.at;
}

/** The reports among these that wait, as their readers are told about them. */
export async function listTold(
  client: Transaction,
  item: ItemRef,
  which: readonly string[],
): Promise<{ report: ToldReport; isConfirmed: boolean }[]> {
  const rows = await client.report.findMany({
    where: { ...columnOf(item), closedAt: null, id: { in: [...which] }, emailAddressId: { not: null } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { ...toldColumns, emailAddress: { select: { confirmedAt: true } } },
  });
  const byAddress = new Map(rows.map((row) => [row.emailAddressId, row]));
  return [...byAddress.values()].map(({ emailAddress, ...row }) => ({
    report: toldReport(row),
    isConfirmed: Boolean(emailAddress?.confirmedAt),
  }));
}

/** What a reader is told about, of a row. */
export const toldColumns = {
  id: true,
  locale: true,
  at: true,
  reasonLabel: true,
  emailAddressId: true,
  submission: { select: { id: true, number: true } },
  comment: { select: { id: true, number: true } },
} as const;

export function toldReport({
  id,
  locale,
  at,
  reasonLabel,
  submission,
  comment,
}: {
  id: string;
  locale: ToldReport["locale"];
  at: Date;
  reasonLabel: unknown;
  submission: { id: string; number: string } | null;
  comment: { id: string; number: string } | null;
}): ToldReport {
  const item = submission
    ? { type: "submission" as const, ...submission }
    : { type: "comment" as const, id: comment?.id ?? "", number: comment?.number ?? "" };
  return { id, locale, at, reasonLabel: reasonLabel as LocalizedText | null, item };
}
