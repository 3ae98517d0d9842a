import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installOnDebian } from "./debian.ts";

/** Programs of administrators are not in everybody's PATH. */
const FURTHER_PLACES = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"];

export type Dovecot = { path: string; version: { major: number; minor: number } };

/**
 * Dovecot, the IMAP server of the tests: the one `DOVECOT_PATH` names, one installed on the machine, else, as root on Debian or Ubuntu, the
 * distribution's package, which is then installed.
 *
 * @throws Error with one line for the reader when there is none.
 */
export function findDovecot(): Dovecot {
  const named = process.env.DOVECOT_PATH;
  if (named) {
    const found = dovecotAt(named);
    if (found) return found;
    throw new Error(`DOVECOT_PATH: ${named} は Dovecot ではありません / is no Dovecot`);
  }
  const present = installed();
  if (present) return present;
  installOnDebian("dovecot-imapd");
  // It is for tests only: it shall not listen after the next start of the machine either.
  if (installed()) spawnSync("systemctl", ["disable", "dovecot.service", "dovecot.socket"], { stdio: "ignore" });
  const found = installed();
  if (found) return found;
  throw new Error(
    "Dovecot がありません。dovecot-imapd を入れるか、DOVECOT_PATH で場所を教えてください / no Dovecot: install dovecot-imapd (root: apt-get install dovecot-imapd) or set DOVECOT_PATH",
  );
}

function installed(): Dovecot | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...FURTHER_PLACES];
  for (const folder of folders) {
    const found = dovecotAt(join(folder, "dovecot"));
    if (found) return found;
  }
  return undefined;
}

function dovecotAt(path: string): Dovecot | undefined {
  try {
    accessSync(path, constants.X_OK);
  } catch {
    return undefined;
  }
  const answer = spawnSync(path, ["--version"], { encoding: "utf8" });
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(answer.stdout ?? "") ?? [];
  return major && minor ? { path, version: { major: Number(major), minor: Number(minor) } } : undefined;
}
