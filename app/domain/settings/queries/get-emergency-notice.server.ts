import type { Actor } from "#app/domain/shared/actor.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import { type SettingKey, settingsFrom } from "../settings.ts";

export type ShownNotice = { text: string; href: string | null };

const key: SettingKey = "emergencyNotice";

/** The urgent notice everybody sees, in their language; null on an ordinary day. */
export async function getEmergencyNotice(_viewer: Actor, locale: Locale): Promise<ShownNotice | null> {
  const row = await referenceData().setting.findUnique({ where: { key }, select: { key: true, value: true } });
  if (row === null) return null;
  const { emergencyNotice } = settingsFrom([row]);
  return emergencyNotice && { text: pick(emergencyNotice.text, locale), href: emergencyNotice.href };
}
