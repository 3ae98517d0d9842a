import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { type Colleague, colleague } from "#tests/support/city.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { confirmationTokenOf, ideaInput, newIdempotencyKey } from "#tests/support/submissions.ts";
import { hiddenField, visitorOf } from "#tests/support/visitor.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const words = "三行目に、近所の方の電話番号が書かれています。";
const explanation = "市の施設の電話番号でした。";

describe("a report", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let moderator: Colleague;
  let viewer: Colleague;
  beforeAll(async () => {
    await seedPlan(as({ kind: "system", name: "test" }));
    moderator = await colleague("MODERATOR", new Date());
    viewer = await colleague("VIEWER", new Date());
    site = await startSite();
  });
  afterAll(() => site.close());

  async function published() {
    const now = new Date();
    const sent = await submitIdea(as(anonymous, now), ideaInput({ idempotencyKey: newIdempotencyKey() }));
    await approveItem(as(moderator.actor, now), { item: { type: "submission", id: sent.id }, version: 1 });
    return { ...sent, page: paths.proposal(sent.number), form: paths.reportProposal(sent.number) };
  }

  async function report(form: string, fields: Record<string, string>) {
    const reader = visitorOf(site);
    const confirm = await reader.post(form, { ...fields, intent: "confirm" });
    expect(confirm.status).toBe(200);
    const idempotencyKey = hiddenField(confirm.body, "idempotencyKey");
    return { confirm, sent: await reader.post(form, { ...fields, idempotencyKey, intent: "send" }) };
  }

  it("goes from the page of a proposal to the heap, is closed there, and comes back to its reader", async () => {
    const { number, page, form, trackingKey } = await published();
    const desk = paths.deskSubmission(number);
    const reader = visitorOf(site);
    const before = (await reader.get(page)).body;
    expect(before).toContain(`href="${form}"`);
    const asked = await reader.get(form);
    expect(asked.body).toContain("回覧板を市のページでも読めるようにしてほしい。");
    expect(asked.body).toContain("個人を特定できる情報が含まれています");
    const { confirm, sent } = await report(form, {
      reasonCode: "PERSONAL_DATA",
      words,
      email: "reader@example.com",
    });
    expect(confirm.body).toContain(words);
    expect(sent).toMatchObject({ status: 303, headers: { location: `${form}?done=sent` } });
    expect((await reader.get(`${form}?done=sent`)).body).toContain("お知らせを受け取りました");
    expect((await reader.get(page)).body).toBe(before);

    const heap = `${paths.desk()}?view=reported`;
    const colleagueAtDesk = visitorOf(site, moderator);
    expect((await colleagueAtDesk.get(heap)).body).toContain(number);
    const review = (await colleagueAtDesk.get(desk)).body;
    expect(review).toContain(words);
    expect(review).not.toContain("reader@example.com");
    const reportId = hiddenField(review, "report");
    const shown = await colleagueAtDesk.post(desk, { act: "show-reporter", report: reportId, intent: "send" });
    expect(shown.body).toContain("reader@example.com");

    const read = (await visitorOf(site, viewer).get(desk)).body;
    expect(read).toContain(words);
    expect(read).not.toContain('name="report"');
    expect(read).not.toContain('name="outcome"');

    const fields = {
      act: "close-reports",
      version: hiddenField(review, "version"),
      reports: hiddenField(review, "reports"),
      outcome: "KEPT",
      explanation,
    };
    const missing = await colleagueAtDesk.post(desk, { ...fields, explanation: " ", outcome: "", intent: "confirm" });
    expect(missing.status).toBe(400);
    expect(missing.body).toContain('href="#close-reports-outcome"');
    expect(missing.body).toContain('href="#close-reports-explanation"');
    const preview = await colleagueAtDesk.post(desk, { ...fields, intent: "confirm" });
    expect(preview.body).toContain(explanation);
    expect(await db().report.count({ where: { closedAt: null } })).toBe(1);
    const done = await colleagueAtDesk.post(desk, { ...fields, intent: "send" });
    expect(done).toMatchObject({ status: 303, headers: { location: `${desk}?done=close-reports` } });
    const after = (await colleagueAtDesk.get(`${desk}?done=close-reports`)).body;
    expect(after).toContain("通報を閉じました。");
    expect(after).toContain(explanation);
    expect((await colleagueAtDesk.get(heap)).body).not.toContain(number);

    const link = paths.confirmAddress(await confirmationTokenOf({ reportId }));
    const opened = (await reader.get(link)).body;
    expect(opened).toContain("r***@example.com");
    expect(await db().mail.count({ where: { recipient: "reader@example.com", template: "report-closed" } })).toBe(0);
    expect(await reader.post(link, {})).toMatchObject({ status: 303, headers: { location: link } });
    expect((await reader.get(link)).body).toContain("結果は、r***@example.com に届きます。");
    expect(await db().mail.count({ where: { recipient: "reader@example.com", template: "report-closed" } })).toBe(1);

    const tracking = (await reader.get(paths.tracked(number, trackingKey))).body;
    expect(tracking).toContain("そのまま公開しています");
    for (const told of [words, explanation, "reader@"]) {
      expect(tracking).not.toContain(told);
      expect((await reader.get(page)).body).not.toContain(told);
    }
  });

  it("comes back with what was typed when something is missing or wrong, in every language", async () => {
    const { form } = await published();
    const reader = visitorOf(site);
    for (const locale of ["ja", "easy", "en"] as const) {
      const address = localizedPath(locale, form);
      const fields = { reasonCode: "OTHER", words: " ", email: "", intent: "confirm" };
      const empty = await reader.post(address, fields);
      expect(empty.status).toBe(400);
      expect(empty.body).toContain('href="#words"');
      const none = await reader.post(address, { ...fields, reasonCode: "", words });
      expect(none.status).toBe(400);
      expect(none.body).toContain('href="#reasonCode"');
      expect(none.body).toContain(words);
      const long = await reader.post(address, { ...fields, words: "あ".repeat(1_001) });
      expect(long.status).toBe(400);
      expect(long.body).toContain("あ".repeat(1_001));
      const wrong = await reader.post(address, { ...fields, words, email: "reader@" });
      expect(wrong.status).toBe(400);
      expect(wrong.body).toContain('href="#email"');
    }
    expect(await db().report.count({ where: { words: { startsWith: "あ" } } })).toBe(0);
  });

  it("counts once for one network, and the heap shows how many count", async () => {
    const { number, form } = await published();
    for (const text of ["一つ目です。", "二つ目です。"]) {
      const { sent } = await report(form, { reasonCode: "ABUSE", words: text, email: "" });
      expect(sent.status).toBe(303);
    }
    const heap = (await visitorOf(site, moderator).get(`${paths.desk()}?view=reported`)).body;
    expect(heap).toContain("通報 1件");
    const review = (await visitorOf(site, moderator).get(paths.deskSubmission(number))).body;
    for (const text of ["一つ目です。", "二つ目です。"]) expect(review).toContain(text);
  });

  it("that came after the page was opened waits, and the page says so by itself", async () => {
    const { number, form } = await published();
    await report(form, { reasonCode: "ABUSE", words: "先の通報です。", email: "" });
    const desk = paths.deskSubmission(number);
    const colleagueAtDesk = visitorOf(site, moderator);
    const review = (await colleagueAtDesk.get(desk)).body;
    await report(form, { reasonCode: "ABUSE", words: "後の通報です。", email: "" });
    await colleagueAtDesk.post(desk, {
      act: "close-reports",
      version: hiddenField(review, "version"),
      reports: hiddenField(review, "reports"),
      outcome: "ACTED_ON",
      explanation,
      intent: "send",
    });
    expect((await colleagueAtDesk.get(`${paths.desk()}?view=reported`)).body).toContain(number);
    const again = await colleagueAtDesk.post(desk, {
      act: "close-reports",
      version: hiddenField(review, "version"),
      reports: hiddenField(review, "reports"),
      outcome: "KEPT",
      explanation,
      intent: "send",
    });
    expect(again.status).toBe(409);
    expect(again.body).toContain(explanation);
  });
});
