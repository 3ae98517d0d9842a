import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { databaseUrl, db, disconnect, pool, setDatabaseUrl } from "./client.server.ts";

describe("the database client", () => {
  useDatabase();

  it("reads and writes through Prisma and plain connections alike", async () => {
    await db().setting.create({ data: { key: "髙﨑🍣", value: { on: true }, updatedAt: new Date() } });
    const plain = await pool().query('SELECT key FROM "Setting"');
    expect(plain.rows).toEqual([{ key: "髙﨑🍣" }]);
  });

  it("starts every test with empty tables", async () => {
    expect(await db().setting.count()).toBe(0);
  });

  it("is one client and one pool per process", () => {
    expect(db()).toBe(db());
    expect(pool()).toBe(pool());
  });

  it("refuses another address while it is in use", () => {
    db();
    expect(() => setDatabaseUrl("postgresql://elsewhere/x")).toThrow("in use already");
  });

  it("can be closed and used again", async () => {
    const before = databaseUrl();
    await db().setting.count();
    await disconnect();
    expect(databaseUrl()).toBe(before);
    expect(await db().setting.count()).toBe(0);
  });
});
