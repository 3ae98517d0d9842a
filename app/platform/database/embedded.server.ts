import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { advisoryLocks } from "./advisory-locks.ts";
import { type ClusterFiles, clusterRoot, prepareClusterFiles, type Report } from "./embedded-files.server.ts";

/*
 * The embedded PostgreSQL and who may stop it.
 *
 * Every process that uses the cluster keeps one connection open while it does: its presence. The first process starts the
 * server, later ones find it running, and the last to leave stops it, whoever started it. A killed process loses its
 * presence and leaves the server running; the next start finds it and takes it over. A connection of somebody else (psql,
 * pg_dump) keeps it running too.
 */

const USER = "sokaku";
const DATABASE = "sokaku";
const PRESENCE = "sokaku presence";

/** Crash recovery replays the log before it answers; on slow disks that takes minutes, not seconds. */
const PATIENCE_MS = 5 * 60_000;

/** How long a server may take to write everything down; systemd and Docker give a process less than this anyway. */
const STOP_MS = 30_000;

/** The server writes warnings only; past this many bytes its log starts afresh and the old one is kept beside. */
const LOG_LIMIT = 5_000_000;

/** How a cluster is run: `durable` false is for tests whose data nobody will miss. */
export type ClusterOptions = { durable?: boolean; report?: Report };

/** A cluster in use by this process. */
export type EmbeddedCluster = {
  /** connection string of the application's database */
  url: string;
  /** gives up this process's presence and, when nobody else is there, stops the server; close the pools before */
  release(): Promise<void>;
};

type Running = { pid: number; port: number };

/**
 * Makes sure the embedded PostgreSQL of `dataDir` runs and has the application's database: initialises it, starts it,
 * takes over one that runs already, cleans up after a crash. Safe to call from several processes at once.
 *
 * @param dataDir absolute path; the cluster lives in `postgres/` below it, unless its account cannot go there.
 * @throws Error with one line for the operator.
 */
export async function startEmbedded(dataDir: string, options: ClusterOptions = {}): Promise<EmbeddedCluster> {
  const { durable = true, report = () => undefined } = options;
  const files = prepareClusterFiles(dataDir, report);
  const password = keepPassword(files);
  await initialise(files, password, durable, report);
  refuseOtherVersion(files);

  let presence = await becomePresent(files, password, durable, report);
  let isLeaving = false;
  const watch = (client: pg.Client, port: number) => {
    client.once("end", () => {
      if (isLeaving) return;
      report("PostgreSQL が止まったので、起動し直します (the embedded PostgreSQL stopped; starting it again)");
      // On the same port, because the pools know no other.
      becomePresent(files, password, durable, report, port).then(
        (again) => {
          presence = again;
          if (isLeaving) void again.client.end();
          else watch(again.client, again.running.port);
        },
        (error: unknown) => report(`PostgreSQL: ${error instanceof Error ? error.message : String(error)}`),
      );
    });
  };
  watch(presence.client, presence.running.port);

  await createDatabase(presence.client, DATABASE);
  return {
    url: urlOf(password, presence.running.port, DATABASE, "sokaku"),
    release: async () => {
      if (isLeaving) return;
      isLeaving = true;
      await leave(presence.client, files);
    },
  };
}

/** Stops the cluster of `dataDir`, if it runs, without asking whether somebody uses it. For throw-away clusters. */
export async function stopEmbedded(dataDir: string): Promise<void> {
  const root = clusterRoot(dataDir);
  if (!fs.existsSync(root)) return;
  const data = join(fs.realpathSync(root), "data");
  const running = findServer(data);
  if (running) await stopServer(running.pid, "SIGQUIT");
}

function urlOf(password: string, port: number, database: string, applicationName: string): string {
  const name = encodeURIComponent(applicationName);
  return `postgresql://${USER}:${password}@127.0.0.1:${port}/${database}?application_name=${name}`;
}

function keepPassword({ root }: ClusterFiles): string {
  const file = join(root, "password");
  const draft = `${file}.${process.pid}`;
  if (!fs.existsSync(file)) {
    fs.writeFileSync(draft, randomBytes(24).toString("base64url"), { mode: 0o600 });
    try {
      fs.linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
      fs.rmSync(draft, { force: true });
    }
  }
  return fs.readFileSync(file, "utf8");
}

/** Neither the operator's locale nor PG* variables may change what the server does. */
function serverEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" } as Partial<NodeJS.ProcessEnv> as NodeJS.ProcessEnv;
}

async function initialise(files: ClusterFiles, password: string, durable: boolean, report: Report): Promise<void> {
  if (fs.existsSync(join(files.data, "PG_VERSION"))) return;
  report("データベースを用意しています (creating the database cluster)");
  // Made beside and renamed: a cluster cut short never passes for a whole one, and of two starts at once one wins.
  const draft = fs.mkdtempSync(join(files.root, "data."));
  const passwordFile = `${draft}.password`;
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (files.account) {
    fs.chownSync(draft, files.account.uid, files.account.gid);
    fs.chownSync(passwordFile, files.account.uid, files.account.gid);
  }
  try {
    await runToEnd(files, "initdb", [
      `--pgdata=${draft}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--no-instructions",
      ...(durable ? [] : ["--no-sync"]),
    ]);
    fs.renameSync(draft, files.data);
    removeDrafts(files.root);
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(join(files.data, "PG_VERSION"))) throw error;
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/** Whoever is still making one finds the finished cluster and uses that. */
function removeDrafts(root: string): void {
  for (const name of fs.readdirSync(root).filter((entry) => entry.startsWith("data."))) {
    try {
      fs.rmSync(join(root, name), { recursive: true, force: true });
    } catch {
      // Being written to at this moment; its maker removes it.
    }
  }
}

function runToEnd(files: ClusterFiles, program: string, options: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(join(files.programs, "bin", program), options, {
      ...files.account,
      cwd: "/",
      env: serverEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${program}: ${/error: +(.+)/.exec(complaint)?.[1] ?? (lastLine(complaint) || code)}`));
    });
  });
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}

function refuseOtherVersion({ data, majorVersion }: ClusterFiles): void {
  const kept = fs.readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (kept === majorVersion) return;
  throw new Error(
    `${data} は PostgreSQL ${kept} のデータで、ここにあるのは ${majorVersion} です。pg_dump で移してください / data of PostgreSQL ${kept}, programs of ${majorVersion}: move it with pg_dump`,
  );
}

async function becomePresent(
  files: ClusterFiles,
  password: string,
  durable: boolean,
  report: Report,
  wantedPort?: number,
): Promise<{ client: pg.Client; running: Running }> {
  const deadline = Date.now() + PATIENCE_MS;
  const hint = setTimeout(() => report("PostgreSQL の復旧を待っています (waiting for PostgreSQL)"), 5000);
  let failures = 0;
  try {
    for (;;) {
      const running = findServer(files.data);
      if (running) {
        const client = await connectPresence(password, running.port);
        if (client) return { client, running };
      } else {
        const started = await startServer(files, durable, wantedPort ?? (await freePort()));
        // A second start loses the race for the data directory; a port may be taken between choosing and using it.
        if (!started.ok && !findServer(files.data) && ++failures >= 8) throw new Error(`PostgreSQL: ${started.reason}`);
      }
      if (Date.now() > deadline)
        throw new Error(`PostgreSQL が応答しません / does not answer (${files.root}/server.log)`);
      await pause(Math.min(40 * 2 ** failures, 1000));
    }
  } finally {
    clearTimeout(hint);
  }
}

/** A connection, or undefined while the server starts, recovers or shuts down. */
async function connectPresence(password: string, port: number): Promise<pg.Client | undefined> {
  const client = new pg.Client({
    connectionString: urlOf(password, port, "postgres", PRESENCE),
    keepAlive: true,
    connectionTimeoutMillis: 5000,
  });
  // Without a listener the loss of the server would end the process; "end" follows and is what we act on.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    if ((error as { code?: string }).code === "28P01") {
      throw new Error("データベースのパスワードが合いません / the kept password does not open this cluster");
    }
    return undefined;
  }
}

/** The server that holds the data directory, as its lock file says; a lock file left by a dead server is no server. */
function findServer(data: string): Running | undefined {
  const file = join(data, "postmaster.pid");
  let lines: string[];
  try {
    lines = fs.readFileSync(file, "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const command = commandOf(pid);
  if (command === undefined) return undefined;
  if (!command.includes(data)) {
    // The number now belongs to an unrelated program, and PostgreSQL would take that for a live server and give up.
    fs.rmSync(file, { force: true });
    return undefined;
  }
  return { pid, port: Number.isInteger(port) ? port : 0 };
}

function commandOf(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return fs.existsSync("/proc/self") ? undefined : commandFromPs(pid);
  }
}

function commandFromPs(pid: number): string | undefined {
  const answer = spawnSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
  return answer.status === 0 ? answer.stdout : undefined;
}

/** Starts the server in a session of its own, so that signals meant for our process group do not reach it. */
async function startServer(
  files: ClusterFiles,
  durable: boolean,
  port: number,
): Promise<{ ok: true } | { ok: false; reason: string }> {
  const logFile = join(files.root, "server.log");
  if ((fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    fs.renameSync(logFile, `${logFile}.old`);
  const log = fs.openSync(logFile, "a", 0o600);
  const logStart = fs.fstatSync(log).size;
  try {
    const child = spawn(join(files.programs, "bin", "postgres"), serverOptions(files, durable, port), {
      ...files.account,
      cwd: "/",
      detached: true,
      env: serverEnvironment(),
      stdio: ["ignore", log, log],
    });
    child.unref();
    const ended = new Promise<"ended">((resolve) => {
      child.once("exit", () => resolve("ended"));
      child.once("error", () => resolve("ended"));
    });
    while (findServer(files.data)?.pid !== child.pid) {
      if ((await Promise.race([ended, pause(20)])) === "ended") {
        const said = fs.readFileSync(logFile, "utf8").slice(logStart);
        return { ok: false, reason: /FATAL: +(.+)/.exec(said)?.[1] ?? (lastLine(said) || "did not start") };
      }
    }
    return { ok: true };
  } finally {
    fs.closeSync(log);
  }
}

function serverOptions(files: ClusterFiles, durable: boolean, port: number): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "150",
    timezone: "UTC",
    log_timezone: "UTC",
    log_min_messages: "warning",
    // A failed statement's text quotes what people wrote.
    log_min_error_statement: "panic",
    log_error_verbosity: "terse",
    log_checkpoints: "off",
    // Pages read a few rows by index; compiling such queries costs more than running them.
    jit: "off",
    // The data lies in memory or on a disk without heads; at the default a long walk seems cheaper than a few hundred look-ups.
    random_page_cost: "1.1",
    // To start parallel workers takes longer than what they would read.
    max_parallel_workers_per_gather: "0",
    // Taken as it is used: what a city of a hundred thousand submissions looks at again and again fits.
    shared_buffers: "256MB",
    // Each commit waits until its log is on the disk, most of which is whole pages after a checkpoint.
    wal_compression: "pglz",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" }),
  };
  return [
    "-D",
    files.data,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  ];
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

async function createDatabase(client: pg.Client, name: string): Promise<void> {
  const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (found.rowCount) return;
  try {
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
  } catch (error) {
    // 42P04 duplicate_database, 23505 unique_violation: another start made it at the same moment.
    if (!["42P04", "23505"].includes((error as { code?: string }).code ?? "")) throw error;
  }
}

async function leave(client: pg.Client, files: ClusterFiles): Promise<void> {
  const running = findServer(files.data);
  let isLast = false;
  try {
    // Serialises leaving, so that of two processes leaving together exactly one finds itself the last.
    await client.query("SELECT pg_advisory_lock($1)", [advisoryLocks.leavingCluster]);
    const others = await client.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
          AND (application_name = $1 OR application_name NOT LIKE 'sokaku%') LIMIT 1`,
      [PRESENCE],
    );
    isLast = others.rowCount === 0;
    if (isLast && running) await stopServer(running.pid, "SIGINT");
  } catch {
    // The server is gone already, which is what leaving is for.
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** SIGINT lets a server write everything down (fast shutdown), SIGQUIT does not. */
async function stopServer(pid: number, signal: "SIGINT" | "SIGQUIT"): Promise<void> {
  const deadline = Date.now() + STOP_MS;
  try {
    process.kill(pid, signal);
    while (Date.now() < deadline) {
      await pause(20);
      process.kill(pid, 0);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
