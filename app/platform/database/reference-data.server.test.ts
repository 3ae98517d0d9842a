import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { useDatabase, withClient } from "#tests/support/database.ts";
import { as, makeDesk, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { waitFor } from "#tests/support/mail.ts";
import { type ChangeWatch, referenceGeneration, watchContent } from "../content-changes.server.ts";
import { databaseUrl, db } from "./client.server.ts";
import { referenceData } from "./reference-data.server.ts";

const phones = async () => (await referenceData().desk.findMany({ select: { phone: true } })).map(({ phone }) => phone);

/** What somebody with a database client does, and the moment at which this process has heard of it. */
async function changeElsewhere(sql: string): Promise<void> {
  const before = referenceGeneration();
  await withClient(databaseUrl(), (client) => client.query(sql));
  await waitFor(() => referenceGeneration() > before);
}

describe("reference data", () => {
  useDatabase();

  it("comes from the database each time where changes are not heard", async () => {
    const { id } = await makeDesk();
    expect(await phones()).toEqual(["0144-32-6169"]);
    await db().desk.update({ where: { id }, data: { phone: "0144-32-6111" } });
    expect(await phones()).toEqual(["0144-32-6111"]);
  });

  it("is refused where it changes with people's work", async () => {
    await expect(referenceData().theme.findMany({ select: { proposalCount: true } })).rejects.toThrow(/proposalCount/);
    await expect(referenceData().desk.findMany({ where: { assignments: { some: {} } } })).rejects.toThrow(
      /assignments/,
    );
  });

  it("is shared, so nobody can change what others read", async () => {
    await makeDesk();
    const desks = await referenceData().desk.findMany({ select: { name: true } });
    expect(() => desks.pop()).toThrow(TypeError);
    expect(() => Object.assign(desks[0]?.name as object, { ja: "別の名前" })).toThrow(TypeError);
  });

  describe("while changes are heard", () => {
    let watch: ChangeWatch;
    beforeEach(async () => {
      watch = await watchContent(() => undefined);
    });
    afterEach(() => watch.stop());

    it("is read once, and again when a row changed, whoever changed it", async () => {
      await changeElsewhere(
        `INSERT INTO "Department" (id, key, name, position) VALUES ('${randomUUID()}', 'a', '{}', 1)`,
      );
      await makeDesk();
      await changeElsewhere(`UPDATE "Desk" SET phone = '0144-32-6111'`);
      const reads = vi.spyOn(db().desk, "findMany");
      expect(await Promise.all([phones(), phones()])).toEqual([["0144-32-6111"], ["0144-32-6111"]]);
      await phones();
      expect(reads).toHaveBeenCalledTimes(1);
      await changeElsewhere(`UPDATE "Desk" SET phone = '0144-32-6222'`);
      expect(await phones()).toEqual(["0144-32-6222"]);
      expect(reads).toHaveBeenCalledTimes(2);
      reads.mockRestore();
    });

    it("is new at once for whoever changed it with a command, and stays where a command changed something else", async () => {
      await makeDesk();
      const theme = await makeTheme();
      await changeElsewhere(`UPDATE "Desk" SET phone = '0144-32-6111'`);
      expect(await phones()).toEqual(["0144-32-6111", "0144-32-6111"]);
      const before = referenceGeneration();
      await inTransaction(as(staff("ADMIN")), ({ tx }) =>
        tx.theme.update({ where: { id: theme.id }, data: { commentCount: { increment: 1 } } }),
      );
      expect(referenceGeneration()).toBe(before);
      await inTransaction(as(staff("ADMIN")), ({ tx }) => tx.desk.updateMany({ data: { phone: "0144-32-6222" } }));
      expect(referenceGeneration()).toBeGreaterThan(before);
      expect(await phones()).toEqual(["0144-32-6222", "0144-32-6222"]);
    });

    it("is not read anew because a theme has one proposal more", async () => {
      const { id } = await makeTheme();
      await changeElsewhere(`UPDATE "Theme" SET title = '{"ja": "新しい題", "easy": "", "en": ""}'`);
      const heard = referenceGeneration();
      await db().theme.update({ where: { id }, data: { proposalCount: { increment: 1 } } });
      // what is heard of comes in the order it was done
      await changeElsewhere(`UPDATE "Desk" SET phone = '0144-32-6222'`);
      expect(referenceGeneration()).toBe(heard + 1);
    });

    it("is asked for again where the database failed", async () => {
      await makeDesk();
      await changeElsewhere(`UPDATE "Desk" SET phone = '0144-32-6111'`);
      const failing = vi.spyOn(db().desk, "findMany").mockRejectedValueOnce(new Error("gone"));
      await expect(phones()).rejects.toThrow("gone");
      failing.mockRestore();
      expect(await phones()).toEqual(["0144-32-6111"]);
    });

    it("comes from the database again once nobody listens any more", async () => {
      const { id } = await makeDesk();
      await changeElsewhere(`UPDATE "Desk" SET phone = '0144-32-6111'`);
      expect(await phones()).toEqual(["0144-32-6111"]);
      await watch.stop();
      await db().desk.update({ where: { id }, data: { phone: "0144-32-6222" } });
      expect(await phones()).toEqual(["0144-32-6222"]);
    });
  });
});
