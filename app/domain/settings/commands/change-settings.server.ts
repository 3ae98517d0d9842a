import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { CityRules } from "../settings.ts";
import { writeSettings } from "../write-settings.server.ts";

/**
 * An administrator changes the city's rules; they hold for what happens from now on. Only the keys that differ are written, and the urgent
 * notice stays as it is.
 *
 * @param input `version` as the page had it: the sum of the rows' versions
 */
export async function changeSettings(
  context: CommandContext,
  input: { version: number; settings: CityRules },
): Promise<void> {
  await inTransaction(context, (ctx) =>
    writeSettings(ctx, input.version, ({ emergencyNotice }) => ({ ...input.settings, emergencyNotice })),
  );
}
