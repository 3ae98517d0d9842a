import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { declineItem } from "#app/domain/moderation/commands/decline-item.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { type Colleague, colleague } from "#tests/support/city.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { ideaInput, newIdempotencyKey } from "#tests/support/submissions.ts";
import { hiddenField, visitorOf } from "#tests/support/visitor.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const words = "どの言葉が人を傷つけるのでしょうか。";
const explanation = "読み直したところ、傷つける言葉はありませんでした。";

describe("an appeal", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let decider: Colleague;
  let other: Colleague;
  beforeAll(async () => {
    await seedPlan(as({ kind: "system", name: "test" }));
    decider = await colleague("MODERATOR", new Date());
    other = await colleague("ADMIN", new Date());
    site = await startSite();
  });
  afterAll(() => site.close());

  async function declined() {
    const now = new Date();
    const sent = await submitIdea(as(anonymous, now), ideaInput({ idempotencyKey: newIdempotencyKey() }));
    await declineItem(as(decider.actor, now), {
      item: { type: "submission", id: sent.id },
      version: 1,
      reasonCode: "ABUSE",
      explanation: "人を傷つける言葉があります。",
    });
    return {
      ...sent,
      tracked: paths.tracked(sent.number, sent.trackingKey),
      form: paths.trackedAppeal(sent.number, sent.trackingKey),
      desk: paths.deskSubmission(sent.number),
    };
  }

  async function appealed() {
    const item = await declined();
    const author = visitorOf(site);
    const decision = hiddenField((await author.get(item.form)).body, "decision");
    await author.post(item.form, { decision, words });
    return { ...item, author };
  }

  it("goes from the tracking page to the heap, from there to the public page, and back to its author", async () => {
    const { number, tracked, form, desk } = await declined();
    const author = visitorOf(site);
    const offered = (await author.get(tracked)).body;
    expect(offered).toContain(`href="${form}"`);
    expect(offered).toContain("異議を申し立てる");
    expect(offered).not.toContain("異議を受け付けました");
    const page = await author.get(form);
    expect(page.body).toContain("人を傷つける言葉があります。");
    const sent = await author.post(form, { decision: hiddenField(page.body, "decision"), words });
    expect(sent).toMatchObject({ status: 303, headers: { location: `${tracked}?done=appealed` } });
    const received = (await author.get(tracked)).body;
    expect(received).toContain(words);
    expect(received).not.toContain(`href="${form}"`);

    const heap = `${paths.desk()}?view=appeals`;
    const colleagueAtDesk = visitorOf(site, other);
    expect((await colleagueAtDesk.get(heap)).body).toContain(number);
    const review = (await colleagueAtDesk.get(desk)).body;
    const mine = (await visitorOf(site, decider).get(desk)).body;
    expect(mine).toContain(words);
    expect(mine).not.toContain('name="appealId"');

    const fields = {
      act: "overturn",
      appealId: hiddenField(review, "appealId"),
      version: hiddenField(review, "version"),
      explanation,
    };
    const confirm = await colleagueAtDesk.post(desk, { ...fields, intent: "confirm" });
    expect(confirm.status).toBe(200);
    expect(confirm.body).toContain(explanation);
    expect(hiddenField(confirm.body, "appealId")).toBe(fields.appealId);
    expect((await author.get(paths.proposal(number))).status).toBe(404);
    const done = await colleagueAtDesk.post(desk, { ...fields, intent: "send" });
    expect(done).toMatchObject({ status: 303, headers: { location: `${desk}?done=overturn` } });
    const after = (await colleagueAtDesk.get(`${desk}?done=overturn`)).body;
    expect(after).toContain(explanation);
    expect(after).not.toContain('name="appealId"');
    expect((await colleagueAtDesk.get(heap)).body).not.toContain(number);

    const published = await author.get(paths.proposal(number));
    expect(published.status).toBe(200);
    for (const told of [words, explanation]) expect(published.body).not.toContain(told);
    expect((await author.get(tracked)).body).toContain(explanation);
  });

  it("comes back with what was typed when something is missing or wrong, in every language", async () => {
    const { form } = await declined();
    const author = visitorOf(site);
    for (const locale of ["ja", "easy", "en"] as const) {
      const address = localizedPath(locale, form);
      const decision = hiddenField((await author.get(address)).body, "decision");
      const empty = await author.post(address, { decision, words: " " });
      expect(empty.status).toBe(400);
      expect(empty.body).toContain('href="#words"');
      const long = await author.post(address, { decision, words: "あ".repeat(2_001) });
      expect(long.status).toBe(400);
      expect(long.body).toContain("あ".repeat(2_001));
    }
    expect(await db().appeal.count({ where: { words: { startsWith: "あ" } } })).toBe(0);
  });

  it("is refused the second time, and keeps the words on the page", async () => {
    const { author, form, id } = await appealed();
    const { decisionId } = await db().appeal.findFirstOrThrow({ where: { submissionId: id } });
    const again = await author.post(form, { decision: decisionId, words: "まだ納得できません。" });
    expect(again.status).toBe(409);
    expect(again.body).toContain("まだ納得できません。");
    expect(await db().appeal.count({ where: { submissionId: id } })).toBe(1);
  });

  it("is refused to whoever took the decision, although they write the form themselves", async () => {
    const { desk, id } = await appealed();
    const appeal = await db().appeal.findFirstOrThrow({ where: { submissionId: id } });
    for (const act of ["uphold", "overturn"]) {
      for (const intent of ["confirm", "send"]) {
        const fields = { act, intent, appealId: appeal.id, version: "3", explanation };
        const refused = await visitorOf(site, decider).post(desk, fields);
        expect({ act, intent, status: refused.status }).toEqual({ act, intent, status: 403 });
        expect(refused.body).toContain(explanation);
      }
    }
    // nor does it become theirs by that
    expect(await db().claim.count({ where: { submissionId: id } })).toBe(0);
    expect(await db().appeal.findUniqueOrThrow({ where: { id: appeal.id } })).toEqual(appeal);
  });

  it("is not there for what is not declined or hidden", async () => {
    const sent = await submitIdea(as(anonymous, new Date()), ideaInput({ idempotencyKey: newIdempotencyKey() }));
    const page = await visitorOf(site).get(paths.trackedAppeal(sent.number, sent.trackingKey));
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('name="words"');
  });
});
