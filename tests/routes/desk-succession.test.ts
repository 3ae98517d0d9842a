import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locales } from "#app/domain/shared/localized-text.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeDesk } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { publishedIdea, testNow } from "#tests/support/submissions.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const slug = "collaboration";

describe("a desk whose last day is over", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let idea: Awaited<ReturnType<typeof publishedIdea>>;

  beforeAll(async () => {
    await seedPlan({ actor: { kind: "system", name: "test" }, now: testNow, locale: "ja" });
    idea = await publishedIdea();
    const [former, successor] = [await makeDesk({ name: "前任担当" }), await makeDesk({ name: "後任担当" })];
    await db().desk.update({ where: { id: successor.id }, data: { phone: "0144-99-0002" } });
    await db().desk.update({
      where: { id: former.id },
      data: { phone: "0144-99-0001", validUntil: new Date("2020-03-31"), successorId: successor.id },
    });
    await db().theme.updateMany({ where: { slug }, data: { deskId: former.id } });
    await db().submission.update({
      where: { id: idea.id },
      data: { handlingDeskId: former.id, handling: "ASSIGNED", dueOn: new Date("2999-01-05") },
    });
    site = await startSite();
  });
  afterAll(() => site.close());

  const pages = {
    "the page of its theme": () => paths.theme(slug),
    "the form on paper": () => paths.paperForm(slug),
    "the page of a proposal it has": () => paths.proposal(idea.number),
    "the author's page of that proposal": () => paths.tracked(idea.number, trackingKeyOf(idea.id)),
  };

  it("takes no inquiry, but what somebody wrote to it goes to the desk that took over, and is not lost on the way", async () => {
    const { slug: address } = await db().desk.findFirstOrThrow({ where: { phone: "0144-99-0001" } });
    const page = await site.ask(paths.contactDesk(address));
    expect([page.status, page.body.includes("後任担当"), page.body.includes("前任担当")]).toEqual([200, true, false]);
    const typed = { title: "窓口のこと", body: "三月のうちに書きはじめました。", consent: "on" };
    const confirmed = await site.post(paths.contactDesk(address), { ...typed, intent: "confirm" });
    expect([confirmed.status, confirmed.body.includes(typed.body)]).toEqual([200, true]);
    const key = /name="idempotencyKey"[^>]*value="([^"]+)"/.exec(confirmed.body)?.[1] ?? "";
    const sent = await site.post(paths.contactDesk(address), { ...typed, idempotencyKey: key, intent: "send" });
    expect(sent.status).toBe(303);
    expect(
      await db().submission.findFirstOrThrow({ where: { title: typed.title }, select: { inquiryDesk: true } }),
    ).toMatchObject({ inquiryDesk: { phone: "0144-99-0002" } });
  });

  it.each(Object.entries(pages))("is not named by %s, but the desk that took over from it is", async (_name, path) => {
    for (const locale of locales) {
      const { status, body } = await site.ask(localizedPath(locale, path()));
      expect([locale, status]).toEqual([locale, 200]);
      expect([locale, body.includes("0144-99-0002"), body.includes("0144-99-0001")]).toEqual([locale, true, false]);
      expect([locale, body.includes("後任担当"), body.includes("前任担当")]).toEqual([locale, true, false]);
    }
  });
});
