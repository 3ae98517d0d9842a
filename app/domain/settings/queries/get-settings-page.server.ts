import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type Settings, settingsFrom } from "../settings.ts";
import { mayChangeSettings, mayReadSettings } from "../settings-policy.ts";

/** The city's rules as the form that changes them opens; `version` changes whenever one of them does. */
export async function getSettingsPage(
  viewer: Actor,
): Promise<{ version: number; settings: Settings; mayChange: boolean }> {
  if (!mayReadSettings(viewer)) throw forbidden();
  const rows = await db().setting.findMany({ select: { key: true, value: true, version: true } });
  return {
    version: rows.reduce((sum, row) => sum + row.version, 0),
    settings: settingsFrom(rows),
    mayChange: mayChangeSettings(viewer),
  };
}
