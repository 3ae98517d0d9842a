import { rm } from "node:fs/promises";
import { join } from "node:path";
import { mailFolder } from "#app/platform/mail/transport.server.ts";

/** Deletes messages that were written instead of sent. Call it after the transaction that removed their rows: a file cannot be brought back. */
export async function deleteMailFiles(emlFiles: readonly string[]): Promise<void> {
  await Promise.all(emlFiles.map((file) => rm(join(mailFolder(), file), { force: true })));
}
