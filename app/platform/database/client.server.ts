import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "#app/generated/prisma/client.ts";
import { env } from "../env.ts";
import { newPool } from "./pool.server.ts";
import { statementNames } from "./statement-names.ts";

// On globalThis, because the built site and the files Node runs directly are two module graphs in one process.
const shared = globalThis as typeof globalThis & {
  sokakuDatabase?: { url?: string; prisma?: PrismaClient; prismaPool?: pg.Pool; pool?: pg.Pool };
};

function state(): NonNullable<typeof shared.sokakuDatabase> {
  shared.sokakuDatabase ??= {};
  return shared.sokakuDatabase;
}

/** Says which database `db()` and `pool()` use from now on, before either is first called. */
export function setDatabaseUrl(url: string): void {
  if (state().prisma || state().pool) throw new Error("the database is in use already");
  state().url = url;
}

/**
 * The connection string in use: what `setDatabaseUrl` was given, else `DATABASE_URL`.
 *
 * @throws Error when neither is there: the embedded database has not been started.
 */
export function databaseUrl(): string {
  const url = state().url ?? env().DATABASE_URL;
  if (!url) throw new Error("no database: call openDatabase first");
  return url;
}

/** The application's database. At most `DATABASE_CONNECTIONS` connections per process. */
export function db(): PrismaClient {
  const current = state();
  if (!current.prisma) {
    current.prismaPool = newPool(databaseUrl(), env().DATABASE_CONNECTIONS);
    current.prisma = new PrismaClient({
      adapter: new PrismaPg(current.prismaPool, { statementNameGenerator: statementNames() }),
    });
  }
  return current.prisma;
}

/**
 * Plain connections for the job queue and the rate limits. Apart from those of `db()`, so that neither can starve the
 * other; at most 8 per process.
 */
export function pool(): pg.Pool {
  state().pool ??= newPool(databaseUrl(), 8);
  return state().pool as pg.Pool;
}

/** Closes every connection of this process. A later `db()` or `pool()` opens new ones. */
export async function disconnect(): Promise<void> {
  const { prisma, prismaPool, pool: plain } = state();
  shared.sokakuDatabase = { url: state().url };
  await prisma?.$disconnect();
  await Promise.all([prismaPool?.end(), plain?.end()]);
}
