import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeDesk, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { tryRouting } from "./try-routing.server.ts";

useDatabase();

const input = { kind: "IDEA" as const, themeId: null, questionId: null, area: "", text: "歩道の雪" };

describe("trying where something would go", () => {
  it("says which desk, by what, and what came of each rule on the way", async () => {
    const [ofRule, ofTheme] = [await makeDesk(), await makeDesk()];
    const theme = await makeTheme(ofTheme.id);
    await db().routingRule.createMany({
      data: [
        { id: randomUUID(), position: 1, deskId: ofRule.id, kind: "INQUIRY" },
        { id: randomUUID(), position: 2, deskId: ofRule.id, words: ["雪"] },
        { id: randomUUID(), position: 3, deskId: ofRule.id },
      ],
    });
    const look = async (more: object) => {
      const trial = await tryRouting(staff("VIEWER"), { ...input, themeId: theme.id, ...more }, "ja");
      return { by: trial.by, verdicts: trial.tried.map(({ verdict }) => verdict) };
    };
    expect(await look({})).toEqual({ by: "rule", verdicts: ["kind", "takes"] });
    await db().routingRule.deleteMany({ where: { position: 3 } });
    expect(await look({ text: "花壇" })).toEqual({ by: "theme", verdicts: ["kind", "words"] });
    expect((await tryRouting(staff("VIEWER"), { ...input, themeId: theme.id, text: "花壇" }, "ja")).desk).toBe(
      (ofTheme.name as { ja: string }).ja,
    );
  });

  it("falls to the general desk, or to nobody", async () => {
    expect(await tryRouting(staff("ADMIN"), input, "ja")).toEqual({ desk: null, by: null, tried: [] });
    const general = await makeDesk();
    await db().desk.update({ where: { id: general.id }, data: { isFallback: true } });
    expect(await tryRouting(staff("ADMIN"), input, "ja")).toMatchObject({ by: "fallback" });
  });

  it("goes to the desk that took over, and passes over what nobody took over", async () => {
    const [old, next, office] = [await makeDesk(), await makeDesk({ name: "後継" }), await makeDesk({ name: "総合" })];
    await db().desk.update({ where: { id: office.id }, data: { isFallback: true } });
    await db().desk.update({
      where: { id: old.id },
      data: { validUntil: new Date("2020-03-31"), successorId: next.id },
    });
    await db().routingRule.create({ data: { id: randomUUID(), position: 1, deskId: old.id } });
    const theme = await makeTheme(old.id);
    const look = () => tryRouting(staff("ADMIN"), { ...input, themeId: theme.id }, "ja");
    expect(await look()).toMatchObject({ desk: "後継", by: "rule", tried: [{ rule: { servedByName: "後継" } }] });
    await db().routingRule.deleteMany();
    expect(await look()).toMatchObject({ desk: "後継", by: "theme" });
    await db().desk.update({ where: { id: next.id }, data: { validFrom: new Date("2999-04-01") } });
    await db().routingRule.create({ data: { id: randomUUID(), position: 1, deskId: old.id } });
    expect(await look()).toMatchObject({ desk: "総合", by: "fallback", tried: [{ verdict: "deskClosed" }] });
  });

  it("is not for officers", async () => {
    await expect(tryRouting(staff("OFFICER"), input, "ja")).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
