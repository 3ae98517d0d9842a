import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import { colleague } from "#tests/support/city.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { ideaInput, newIdempotencyKey } from "#tests/support/submissions.ts";
import { visitorOf } from "#tests/support/visitor.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const body = "市役所の窓口の待ち時間を短くするために、順番を前の日に予約できるようにしてください。";

describe("one text from many on the desk", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  beforeAll(async () => {
    await seedPlan(as({ kind: "system", name: "test" }));
    site = await startSite();
  });
  afterAll(() => site.close());

  it("shows in the queue how many there are, leads to them, and finds the first of them as well", async () => {
    const now = new Date();
    const send = async (input: { body: string; sender?: string }) =>
      (await submitIdea(as(anonymous, now), ideaInput({ ...input, idempotencyKey: newIdempotencyKey() }))).number;
    const unlike = await send({ body: "公園のベンチを増やしてください。子どもを見ながら座れる場所がほしいです。" });
    const sent = [
      await send({ body, sender: "a" }),
      await send({ body, sender: "b" }),
      await send({ body, sender: "c" }),
    ];
    const visitor = visitorOf(site, await colleague("MODERATOR", now));

    const queue = (await visitor.get(paths.desk())).body;
    expect(queue.match(/同じ文 3件/g)).toHaveLength(3);
    const { print } = await db().textPrint.findFirstOrThrow({ where: { submission: { number: sent[0] } } });
    const group = paths.deskSameText(print ?? "");
    expect(queue).toContain(`href="${group.replaceAll("&", "&amp;")}"`);

    for (const address of [group, `${paths.desk()}?flagged=yes`]) {
      const page = (await visitor.get(address)).body;
      for (const number of sent) expect(page).toContain(number);
      expect(page).not.toContain(unlike);
    }
    const first = (await visitor.get(paths.deskSubmission(sent[0] ?? ""))).body;
    expect(first).toContain("このあとにも、別の人から同じ文が届いています");
    expect(first).toContain("同じ文の投稿 3件");
  });
});
