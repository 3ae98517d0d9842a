import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import type { PersonalDataKind } from "#app/domain/shared/personal-data.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type Finding, flagKinds, type ItemFlags, type LinkShape } from "../flag.ts";

/** For an item that the caller may see and work with. The gravest first. */
export async function listFlags(item: ItemRef): Promise<ItemFlags> {
  const of = columnOf(item);
  const [rows, own] = await Promise.all([
    db().flag.findMany({
      where: of,
      select: { kind: true, field: true, start: true, end: true, reason: true, count: true },
    }),
    db().textPrint.findFirst({ where: of, select: { print: true } }),
  ]);
  const print = own?.print ?? null;
  const count = print === null ? 0 : await db().textPrint.count({ where: { print } });
  const rank = ({ kind, start }: Finding) => flagKinds.indexOf(kind) * 1_000_000 + (start ?? 0);
  return {
    findings: rows
      .map((row): Finding => ({ ...row, reason: row.reason as LinkShape | PersonalDataKind | null }))
      .sort((one, other) => rank(one) - rank(other)),
    same: print !== null && count > 1 ? { count, print } : null,
  };
}
