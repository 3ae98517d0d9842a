import { describe, expect, it } from "vitest";
import { loadDirectory } from "#app/domain/directory/commands/load-directory.server.ts";
import { loadRoutingRules } from "#app/domain/directory/commands/load-routing-rules.server.ts";
import { loadOutcomes } from "#app/domain/handling/commands/load-outcomes.server.ts";
import { loadPlans } from "#app/domain/plan/commands/load-plans.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { departments } from "./content/directory.ts";
import { outcomes } from "./content/outcomes.ts";
import { seedPlan } from "./seed-plan.ts";

const now = new Date("2026-11-22T03:00:00Z");
const system: CommandContext = { actor: { kind: "system", name: "test" }, now, locale: "ja" };
const citizen: CommandContext = { actor: anonymous, now, locale: "ja" };

describe("the first start", () => {
  useDatabase();

  it("loads the plan, its seven themes, the desks, the rules and the outcomes", async () => {
    expect(await seedPlan(system)).toBe(true);
    const themes = await db().theme.findMany({
      orderBy: { position: "asc" },
      include: { questions: true, desk: true },
    });
    expect(themes.map((theme) => theme.slug)).toEqual([
      "sound-finances",
      "service-evolution",
      "collaboration",
      "public-facilities",
      "private-sector",
      "ict",
      "people-and-organization",
    ]);
    expect(themes.filter((theme) => theme.isFeatured).map((theme) => theme.slug)).toEqual([
      "service-evolution",
      "collaboration",
    ]);
    for (const theme of themes) {
      expect(theme.questions.length).toBeGreaterThanOrEqual(1);
      expect(theme.questions.length).toBeLessThanOrEqual(3);
    }
    const desks = await db().desk.findMany({ orderBy: { position: "asc" } });
    expect(desks.map((desk) => desk.phone)).toEqual([
      "0144-32-6159",
      "0144-32-6169",
      "0144-32-6182",
      "0144-32-6183",
      "0144-32-6187",
    ]);
    expect(desks.filter((desk) => desk.isFallback)).toHaveLength(1);
    expect(await db().routingRule.count()).toBeGreaterThan(0);
    expect(await db().outcome.count()).toBe(6);
    const plans = await db().plan.findMany({ orderBy: { position: "asc" }, include: { successor: true } });
    expect(plans.map((plan) => plan.successor?.key ?? null)).toEqual([plans[1]?.key, plans[2]?.key, null]);
    const audited = await db().auditEntry.findMany({ orderBy: { id: "asc" } });
    expect(audited.map((entry) => entry.action)).toEqual([
      "load-glossary",
      "load-reasons",
      "load-directory",
      "load-plans",
      "load-routing-rules",
      "load-outcomes",
    ]);
  });

  it("loads nothing a second time and leaves what the city changed", async () => {
    await seedPlan(system);
    await db().theme.update({
      where: { slug: "ict" },
      data: { title: { ja: "変えた", easy: "変えた", en: "changed" } },
    });
    expect(await seedPlan(system)).toBe(false);
    expect((await db().theme.findUniqueOrThrow({ where: { slug: "ict" } })).title).toMatchObject({ ja: "変えた" });
    expect(await db().auditEntry.count()).toBe(6);
  });

  it("loads once when two processes start together", async () => {
    const loaded = await Promise.all([seedPlan(system), seedPlan(system)]);
    expect(loaded.sort()).toEqual([false, true]);
    expect(await db().theme.count()).toBe(7);
  });

  it("is the platform's own act: nobody else may load content", async () => {
    await expect(loadDirectory(citizen, departments)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(loadPlans(citizen, { plans: [], themes: [], themesPlanKey: "x" })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(loadRoutingRules(citizen, [])).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(loadOutcomes(citizen, outcomes)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("keeps the outcomes' wording where some are there already", async () => {
    await seedPlan(system);
    await db().outcome.update({ where: { key: "partly" }, data: { label: { ja: "一部", easy: "一部", en: "part" } } });
    await loadOutcomes(system, outcomes);
    expect((await db().outcome.findUniqueOrThrow({ where: { key: "partly" } })).label).toMatchObject({ ja: "一部" });
  });
});
