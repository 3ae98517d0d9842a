import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { getPublicFigures } from "#app/domain/figures/queries/get-public-figures.server.ts";
import { refreshFigures } from "#app/domain/figures/refresh-figures.server.ts";
import { ensureBootstrapInvitation } from "#app/domain/staff/commands/ensure-bootstrap-invitation.server.ts";
import { startWorker } from "#app/jobs/worker.ts";
import { now } from "#app/platform/clock.ts";
import { migrateDatabase } from "#app/platform/database/migrate.server.ts";
import { openDatabase } from "#app/platform/database/open.server.ts";
import { type Environment, env } from "#app/platform/env.ts";
import { log } from "#app/platform/log.ts";
import { dkimKey } from "#app/platform/mail/dkim.server.ts";
import { paths } from "#app/routes/paths.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";
import { createHttpServer } from "./http.ts";
import { startImap } from "./imap.ts";
import { startLmtp } from "./lmtp.ts";

type Part = "web" | "worker";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** A start that can't succeed ends with one line for the operator; what is inside goes to the log only. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

function askedParts(): Set<Part> {
  const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
  if (only === undefined) return new Set(["web", "worker"]);
  if (only !== "web" && only !== "worker") giveUp("--only=web | --only=worker");
  return new Set([only as Part]);
}

async function loadBuild(): Promise<ServerBuild> {
  const file = resolve("build/server/index.js");
  if (!existsSync(file)) giveUp("ビルドがありません。npm start で始めてください / not built: start with npm start");
  return (await import(pathToFileURL(file).href)) as ServerBuild;
}

async function listen(environment: Environment, dev: boolean) {
  const vite = dev ? await (await import("vite")).createServer({ server: { middlewareMode: true } }) : undefined;
  const build = vite
    ? async () => (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild
    : await loadBuild();
  const server = await createHttpServer({ environment, build, vite });
  await server.listen({ port: environment.PORT, host: environment.HOST });
  return {
    close: async () => {
      await server.close();
      await vite?.close();
    },
  };
}

async function main(): Promise<void> {
  const parts = askedParts();
  const dev = process.argv.includes("--dev");
  if (dev) process.env.SOKAKU_DEV = "1";
  // React is several times slower in its development form; read when the build is loaded
  process.env.NODE_ENV = dev ? "development" : "production";
  const environment = env();
  try {
    dkimKey();
  } catch (error) {
    giveUp(error);
  }

  const database = await openDatabase(say);
  const closers: (() => Promise<void>)[] = [database.close];
  const stop = stopOnce(closers);

  try {
    const applied = await migrateDatabase(database.url);
    if (applied.length > 0) say(`データベースを整えました / database migrated: ${applied.length}`);
    const system = { actor: { kind: "system", name: "npm start" }, now: now(), locale: "ja" } as const;
    if (await seedPlan(system)) say("プランの内容を読み込みました / plan content loaded");
    // the worker counts every few minutes; a large city must not wait for it at each start
    if ((await getPublicFigures()) === null) await refreshFigures(system.now);

    if (parts.has("worker")) {
      const worker = await startWorker();
      closers.unshift(worker.stop);
      if (environment.INBOUND_LMTP) {
        const lmtp = await startLmtp(environment.INBOUND_LMTP);
        closers.unshift(lmtp.close);
        say(`メールの受信 / mail is received at: ${environment.INBOUND_LMTP.host}:${lmtp.port} (LMTP)`);
      }
      if (environment.IMAP_URL) {
        closers.unshift(startImap(environment.IMAP_URL).close);
        say(`メールの受信 / mail is fetched from: ${environment.IMAP_URL.name} (IMAP)`);
      }
    }
    if (parts.has("web")) {
      const web = await listen(environment, dev);
      closers.unshift(web.close);
      say(`公開サイト / site:  ${environment.BASE_URL}${paths.home()}`);
      say(`職員用 / desk:      ${environment.BASE_URL}${paths.desk()}`);
      if (!environment.SMTP_URL) {
        say(
          `メールは送信せず、${join(environment.DATA_DIR, "mail")} に保存します / no SMTP_URL: mails are written there as files`,
        );
      }
      const token = await ensureBootstrapInvitation(system);
      if (token) {
        say("最初の管理者を作るリンク(1回だけ使えます) / link to create the first administrator (works once):");
        say(`  ${environment.BASE_URL}${paths.deskInvitation(token)}`);
      }
    }
    say("準備ができました / ready");
  } catch (error) {
    if (!isExplained(error)) log().fatal({ err: error }, "start failed");
    await stop();
    giveUp(portProblem(error, environment) ?? error);
  }

  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      void stop().then(() => process.exit(0));
    });
  }
}

/** Errors whose message is a line written for the operator; of any other the log keeps where it came from. */
function isExplained(error: unknown): boolean {
  return error instanceof Error && (error.constructor === Error || error.name === "MigrationRefused");
}

function portProblem(error: unknown, { HOST, PORT }: Environment): Error | undefined {
  switch ((error as { code?: unknown }).code) {
    case "EADDRINUSE":
      return new Error(`PORT: ${PORT} はほかのプログラムが使っています / port ${PORT} is in use by another program`);
    case "EACCES":
      return new Error(`PORT: ${PORT} で待ち受ける権限がありません / no permission to listen on port ${PORT}`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new Error(
        `HOST: ${HOST} はこのコンピューターのアドレスではありません / ${HOST} is no address of this machine`,
      );
    default:
      return undefined;
  }
}

/** Ends what was started, newest first: no new requests, running ones and running jobs finish, then the database. */
function stopOnce(closers: (() => Promise<void>)[]): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  return () => {
    stopping ??= (async () => {
      for (const close of closers) await close().catch((error: unknown) => log().error({ err: error }, "stop failed"));
    })();
    return stopping;
  };
}

await main().catch(giveUp);
