import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { EmergencyNotice } from "../settings.ts";
import { writeSettings } from "../write-settings.server.ts";

/**
 * An administrator puts an urgent notice above every public page, changes it, or takes it away (`notice` null). It is seen with the next
 * page anybody opens.
 *
 * @param input `version` as the page had it: the sum of the rows' versions
 */
export async function setEmergencyNotice(
  context: CommandContext,
  input: { version: number; notice: EmergencyNotice | null },
): Promise<void> {
  await inTransaction(context, (ctx) =>
    writeSettings(ctx, input.version, (settings) => ({ ...settings, emergencyNotice: input.notice })),
  );
}
