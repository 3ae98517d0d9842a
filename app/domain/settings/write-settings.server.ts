import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { type SettingKey, type Settings, settingsFrom } from "./settings.ts";
import { mayChangeSettings } from "./settings-policy.ts";

/**
 * Writes the keys of the settings that a change makes different, with one audit entry.
 *
 * @param version as the page had it: the sum of the rows' versions
 * @throws FORBIDDEN for anybody but administrators, CONFLICT when any setting was changed meanwhile
 */
export async function writeSettings(
  ctx: TxContext,
  version: number,
  change: (settings: Settings) => Settings,
): Promise<void> {
  if (!mayChangeSettings(ctx.actor)) throw forbidden();
  // Serialises changes, also while a key has no row yet that could be locked.
  await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.settings}::bigint)`;
  const rows = await ctx.tx.setting.findMany({ select: { key: true, value: true, version: true } });
  if (rows.reduce((sum, row) => sum + row.version, 0) !== version) throw conflict("changedMeanwhile");
  const before = settingsFrom(rows);
  const after = change(before);
  const changed = changedFields<Record<string, unknown>>(before, after);
  for (const key of Object.keys(changed) as SettingKey[]) {
    const value = after[key] ?? Prisma.JsonNull;
    await ctx.tx.setting.upsert({
      where: { key },
      create: { key, value, updatedAt: ctx.now },
      update: { value, updatedAt: ctx.now, version: { increment: 1 } },
    });
  }
  await recordAudit(ctx, { action: "change-settings", subject: { type: "setting", id: "all" }, detail: { changed } });
}
