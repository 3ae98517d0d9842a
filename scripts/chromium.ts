import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { installOnDebian } from "./debian.ts";

const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const ON_MACOS = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/**
 * A Chromium for the browser tests: the one `CHROMIUM_PATH` names, one installed on the machine, Playwright's own, else,
 * as root on Debian or Ubuntu, the distribution's package (with fonts for Japanese), which is then installed.
 *
 * @returns the path of its program.
 * @throws Error with one line for the reader when there is none.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!isProgram(named)) throw new Error(`CHROMIUM_PATH: ${named} はありません / there is no such program`);
    return named;
  }
  const present = installedChromium() ?? (await playwrightsOwn());
  if (present) return present;
  installOnDebian("chromium", "fonts-noto-cjk");
  const installed = installedChromium();
  if (installed) return installed;
  throw new Error(
    "Chromium がありません。入れるか、CHROMIUM_PATH で場所を教えてください / no Chromium: install one or set CHROMIUM_PATH",
  );
}

function installedChromium(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...places, ON_MACOS].find(isProgram);
}

async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  const path = chromium.executablePath();
  return isProgram(path) ? path : undefined;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
