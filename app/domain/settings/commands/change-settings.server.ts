import { changedFields } from "#app/domain/audit/changed-fields.ts";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { conflict, forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { advisoryLocks } from "#app/platform/database/advisory-locks.ts";
import { type SettingKey, type Settings, settingsFrom } from "../settings.ts";
import { mayChangeSettings } from "../settings-policy.ts";

/**
 * An administrator changes the city's rules; they hold for what happens from now on. Only the keys that differ are written.
 *
 * @param input `version` as the page had it: the sum of the rows' versions
 */
export async function changeSettings(
  context: CommandContext,
  input: { version: number; settings: Settings },
): Promise<void> {
  await inTransaction(context, async (ctx) => {
    if (!mayChangeSettings(ctx.actor)) throw forbidden();
    // Serialises changes, also while a key has no row yet that could be locked.
    await ctx.tx.$executeRaw`SELECT pg_advisory_xact_lock(${advisoryLocks.settings}::bigint)`;
    const rows = await ctx.tx.setting.findMany({ select: { key: true, value: true, version: true } });
    if (rows.reduce((sum, row) => sum + row.version, 0) !== input.version) throw conflict("changedMeanwhile");
    const changed = changedFields<Record<string, unknown>>(settingsFrom(rows), input.settings);
    for (const key of Object.keys(changed) as SettingKey[]) {
      const value = input.settings[key];
      await ctx.tx.setting.upsert({
        where: { key },
        create: { key, value, updatedAt: ctx.now },
        update: { value, updatedAt: ctx.now, version: { increment: 1 } },
      });
    }
    await recordAudit(ctx, { action: "change-settings", subject: { type: "setting", id: "all" }, detail: { changed } });
  });
}
