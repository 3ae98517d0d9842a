import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Site } from "./site.ts";

/** Addresses that sign in as the sample accounts, once each. */
export type SampleLinks = Record<"moderator" | "officer" | "viewer" | "administrator", string>;

/** `npm run demo` beside the running site. @throws Error when it fails or prints other links than those of four accounts */
export async function addSamplesTo({ url, dataDir }: Pick<Site, "url" | "dataDir">): Promise<SampleLinks> {
  const { stdout } = await promisify(execFile)(process.execPath, ["prisma/seed/demo.ts"], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      LOG_LEVEL: "warn",
      DATA_DIR: dataDir,
      BASE_URL: url,
    },
  });
  const [moderator, officer, viewer, administrator, ...more] = stdout.match(/http\S+\/desk\/sign-in-link\/\S+/g) ?? [];
  if (!moderator || !officer || !viewer || !administrator || more.length > 0)
    throw new Error(`no links in:\n${stdout}`);
  return { moderator, officer, viewer, administrator };
}
