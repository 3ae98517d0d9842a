import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withClient } from "#tests/support/database.ts";
import { startEmbedded, stopEmbedded } from "./embedded.server.ts";

describe("the embedded PostgreSQL", () => {
  let dataDir: string;
  const start = () => startEmbedded(dataDir, { durable: false });
  const lockFile = () => join(dataDir, "postgres", "data", "postmaster.pid");
  const serverPid = () => Number(readFileSync(lockFile(), "utf8").split("\n")[0]);
  const answers = (url: string) =>
    withClient(url, (client) => client.query("SELECT 1")).then(
      () => true,
      () => false,
    );

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "sokaku-embedded-"));
    // mkdtemp keeps others out, and as root the database server is one of them.
    chmodSync(dataDir, 0o711);
  });

  afterEach(async () => {
    await stopEmbedded(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  });

  it("keeps every character, sorts by code point and needs a password", async () => {
    const cluster = await start();
    const answer = await withClient(cluster.url, (client) =>
      client.query(
        `SELECT '髙﨑𠮷🍣' AS text, current_setting('server_encoding') AS encoding,
                datlocprovider AS provider, datlocale AS locale FROM pg_database WHERE datname = current_database()`,
      ),
    );
    expect(answer.rows[0]).toEqual({ text: "髙﨑𠮷🍣", encoding: "UTF8", provider: "b", locale: "C.UTF-8" });
    const withoutPassword = new URL(cluster.url);
    withoutPassword.password = "guess";
    expect(await answers(withoutPassword.href)).toBe(false);
    await cluster.release();
  });

  it("keeps its data from one start to the next", async () => {
    const first = await start();
    await withClient(first.url, (client) => client.query("CREATE TABLE kept (id int)"));
    await first.release();
    const second = await start();
    await withClient(second.url, (client) => client.query("SELECT * FROM kept"));
    await second.release();
  });

  it("is shared by those who start it together and stopped by the last to leave", async () => {
    const [one, two] = await Promise.all([start(), start()]);
    expect(one.url).toBe(two.url);
    await one.release();
    expect(await answers(two.url)).toBe(true);
    await two.release();
    expect(await answers(two.url)).toBe(false);
  });

  it("stays while somebody else is connected", async () => {
    const cluster = await start();
    const other = new URL(cluster.url);
    other.searchParams.set("application_name", "psql");
    await withClient(other.href, async (client) => {
      await cluster.release();
      await client.query("SELECT 1");
    });
  });

  it("is taken over when the process that started it was killed", async () => {
    const script = `import { startEmbedded } from ${JSON.stringify(join(import.meta.dirname, "embedded.server.ts"))};
      console.log((await startEmbedded(${JSON.stringify(dataDir)}, { durable: false })).url);
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const url = await new Promise<string>((resolve) =>
      child.stdout.once("data", (line) => resolve(String(line).trim())),
    );
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
    const cluster = await start();
    expect(cluster.url).toBe(url);
    await cluster.release();
    expect(await answers(url)).toBe(false);
  });

  it("starts over a lock file left by a server that is dead or whose number another program has now", async () => {
    const cluster = await start();
    const left = readFileSync(lockFile(), "utf8");
    await cluster.release();
    for (const pid of [process.pid, 2 ** 22 - 1]) {
      writeFileSync(lockFile(), left.replace(/^\d+/, String(pid)));
      const again = await start();
      expect(await answers(again.url)).toBe(true);
      await again.release();
    }
  });

  it("is started again, at the same place, when the server is killed under a running process", async () => {
    const cluster = await start();
    const killed = serverPid();
    process.kill(killed, "SIGKILL");
    await expect.poll(() => answers(cluster.url), { timeout: 15_000 }).toBe(true);
    expect(serverPid()).not.toBe(killed);
    await cluster.release();
  });
});
