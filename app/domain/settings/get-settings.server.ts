import type { Transaction } from "#app/domain/shared/command-context.ts";
import { type Settings, settingsFrom } from "./settings.ts";

/** The city's rules as they are now, defaults filled in. Takes `context.tx` inside a command and `db()` in a query. */
export async function getSettings(client: Pick<Transaction, "setting">): Promise<Settings> {
  return settingsFrom(await client.setting.findMany({ select: { key: true, value: true } }));
}
