import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { stopEmbedded } from "#app/platform/database/embedded.server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** the data directory of this run; its PostgreSQL starts when the first test asks for it */
    testDataDir: string;
  }
}

const PREFIX = "sokaku-test-";
const OWNER = "owner.pid";

/** Gives the run a data directory and, at its end, stops the PostgreSQL in it, if a test started one. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX));
  // mkdtemp keeps others out, and as root the database server is one of them.
  chmodSync(dataDir, 0o711);
  writeFileSync(join(dataDir, OWNER), String(process.pid));
  project.provide("testDataDir", dataDir);
  return () => remove(dataDir);
}

/** A run that was killed could not clean up after itself. */
async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    const owner = join(folder, OWNER);
    if (existsSync(owner) && !isAlive(Number(readFileSync(owner, "utf8")))) await remove(folder);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function remove(dataDir: string): Promise<void> {
  await stopEmbedded(dataDir);
  const cluster = join(dataDir, "postgres");
  // A server whose run was killed may still be writing as it ends, or another run may be clearing the same folder.
  const whole = { recursive: true, force: true, maxRetries: 10, retryDelay: 200 };
  // Under root's home the cluster is a link to another place.
  if (existsSync(cluster)) rmSync(realpathSync(cluster), whole);
  rmSync(dataDir, whole);
}
