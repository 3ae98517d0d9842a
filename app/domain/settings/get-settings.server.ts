import type { ReferenceReader } from "#app/platform/database/reference-data.server.ts";
import { type Settings, settingsFrom } from "./settings.ts";

/** The city's rules as they are now, defaults filled in. Takes `context.tx` inside a command and `referenceData()` for a page. */
export async function getSettings(client: Pick<ReferenceReader, "setting">): Promise<Settings> {
  return settingsFrom(await client.setting.findMany({ select: { key: true, value: true } }));
}
