import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { waitFor } from "#tests/support/mail.ts";
import { type ChangeWatch, contentGeneration, watchContent } from "./content-changes.server.ts";
import { databaseUrl } from "./database/client.server.ts";

const inThisDatabase = "SELECT pid FROM pg_stat_activity WHERE query = 'LISTEN sokaku_content' AND datname = $1";

describe("listening for changes while the database is away", () => {
  useDatabase({ reset: "file" });
  let watch: ChangeWatch;
  let elsewhere: pg.Client;
  let database: string;

  beforeEach(async () => {
    watch = await watchContent(() => undefined);
    const url = new URL(databaseUrl());
    database = url.pathname.slice(1);
    url.pathname = "/postgres";
    elsewhere = new pg.Client({ connectionString: url.href });
    await elsewhere.connect();
  });
  afterEach(async () => {
    await watch.stop();
    await elsewhere.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS true`);
    await elsewhere.end();
  });

  const listeners = async () => (await elsewhere.query<{ pid: number }>(inThisDatabase, [database])).rows;
  const goAway = async () => {
    await elsewhere.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS false`);
    for (const { pid } of await listeners()) await elsewhere.query("SELECT pg_terminate_backend($1)", [pid]);
    await waitFor(() => !watch.isListening());
  };
  it("tries again once a second, and then listens on one connection", async () => {
    await goAway();
    const start = performance.now();
    const attempts = vi.spyOn(pg.Client.prototype, "connect");
    await waitFor(() => attempts.mock.calls.length >= 3);
    attempts.mockRestore();
    // at once, then after a second, then after another
    expect(performance.now() - start).toBeGreaterThan(1_500);
    await elsewhere.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS true`);
    const before = contentGeneration();
    await waitFor(() => watch.isListening());
    expect(contentGeneration()).toBeGreaterThan(before);
    expect(await listeners()).toHaveLength(1);
  });
});
