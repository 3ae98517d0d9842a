import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import { type Colleague, colleague } from "#tests/support/city.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { ideaInput, newIdempotencyKey } from "#tests/support/submissions.ts";
import { hiddenField, visitorOf } from "#tests/support/visitor.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const phone = "090-0000-0000";
const hiddenText = "電話は〔電話番号〕、名前は〔氏名〕です。";

describe("hiding personal data on the desk", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let moderator: Colleague;
  beforeAll(async () => {
    await seedPlan(as({ kind: "system", name: "test" }));
    moderator = await colleague("MODERATOR", new Date());
    site = await startSite();
  });
  afterAll(() => site.close());

  /** A published idea with a telephone in title and text, and words that only look a little like an address. */
  async function idea() {
    const now = new Date();
    const sent = await submitIdea(
      as(anonymous, now),
      ideaInput({
        title: `連絡は${phone}`,
        body: `電話は${phone}、名前は見本太郎です。見本町4丁目の公園のことです。`,
        idempotencyKey: newIdempotencyKey(),
      }),
    );
    await approveItem(as(moderator.actor, now), { item: { type: "submission", id: sent.id }, version: 1 });
    return { ...sent, desk: paths.deskSubmission(sent.number) };
  }

  /** The boxes of findings on a page: their names, values, and whether they are ticked. */
  const boxes = (body: string) =>
    [...body.matchAll(/<input type="checkbox"[^>]*name="(hide\.\d+)"[^>]*>/g)].map(([tag, name = ""]) => ({
      name,
      value: /value="([^"]*)"/.exec(tag)?.[1] ?? "",
      checked: /\schecked=""/.test(tag),
    }));

  it("goes from the ticked findings over the text as it will read to pages without the words", async () => {
    const { number, trackingKey, desk } = await idea();
    const visitor = visitorOf(site, moderator);
    const reader = visitorOf(site);
    const picture = async () => Buffer.from((await reader.get(paths.ogProposal("ja", number))).body);
    expect((await reader.get(paths.proposal(number))).body).toContain(phone);
    const before = await picture();

    const page = (await visitor.get(desk)).body;
    const found = boxes(page);
    expect(found.map(({ value, checked }) => [value, checked])).toEqual([
      ["title.3.16.PHONE", true],
      ["body.3.16.PHONE", true],
      ["body.20.24.NAME", false],
      ["body.27.33.ADDRESS", false],
    ]);
    const form = {
      act: "redact",
      version: hiddenField(page, "version"),
      words: "見本太郎",
      label: "NAME",
      ...Object.fromEntries(found.filter(({ checked }) => checked).map(({ name, value }) => [name, value])),
    };
    const preview = await visitor.post(desk, { ...form, intent: "confirm" });
    expect(preview.status).toBe(200);
    expect(preview.body.replace(/<\/?mark>/g, "")).toContain(hiddenText);
    expect(preview.body).toContain("この内容で伏せる");
    expect((await reader.get(paths.proposal(number))).body).toContain(phone);

    const main = preview.body.slice(preview.body.indexOf("<main"));
    const carried = Object.fromEntries(
      ["act", "version", "words", "label", "hide.0", "hide.1"].map((name) => [name, hiddenField(main, name)]),
    );
    expect(carried).toEqual(form);
    const sent = await visitor.post(desk, { ...carried, intent: "send" });
    expect(sent).toMatchObject({ status: 303, headers: { location: `${desk}?done=redact` } });
    expect((await visitor.get(`${desk}?done=redact`)).body).toContain("個人情報を伏せました。");

    for (const address of [paths.proposal(number), paths.proposals(), paths.search("公園のこと"), paths.home()]) {
      expect((await reader.get(address)).body).not.toContain(phone);
    }
    expect((await reader.get(paths.search(phone))).body).not.toContain(paths.proposal(number));
    expect(await picture()).not.toEqual(before);
    const tracking = (await reader.get(paths.tracked(number, trackingKey))).body;
    expect(tracking).toContain("事務局が、個人情報を伏せました");
    expect(tracking).not.toContain(phone);
  });

  it("keeps what was ticked and typed when something is wrong, and when one goes back", async () => {
    const { desk } = await idea();
    const visitor = visitorOf(site, moderator);
    const version = hiddenField((await visitor.get(desk)).body, "version");
    const form = { act: "redact", version, "hide.0": "body.27.33.ADDRESS", words: "ここにない言葉", label: "CARD" };
    for (const [intent, status] of [
      ["confirm", 400],
      ["back", 200],
    ] as const) {
      const answer = await visitor.post(desk, { ...form, intent });
      expect(answer.status).toBe(status);
      expect(answer.body).toContain('value="ここにない言葉"');
      expect(boxes(answer.body).flatMap(({ value, checked }) => (checked ? [value] : []))).toEqual([
        "body.27.33.ADDRESS",
      ]);
      expect(answer.body).toMatch(/<option value="CARD" selected=""/);
      expect(answer.body.includes("この言葉は、公開される内容の中にありません")).toBe(status === 400);
    }
    const nothing = await visitor.post(desk, { act: "redact", version, words: "", label: "OTHER", intent: "confirm" });
    expect(nothing.status).toBe(400);
    expect(nothing.body).toContain('href="#redact-words"');
  });

  it("tells whoever comes second that somebody was first", async () => {
    const { id, desk } = await idea();
    const visitor = visitorOf(site, moderator);
    const version = hiddenField((await visitor.get(desk)).body, "version");
    await db().submission.update({ where: { id }, data: { version: { increment: 1 } } });
    const form = { act: "redact", version, words: "見本太郎", label: "NAME" };
    for (const intent of ["confirm", "send"]) {
      const late = await visitor.post(desk, { ...form, intent });
      expect(late.status).toBe(409);
      expect(late.body).toContain("見本太郎");
    }
  });

  it("opens the text as it was for a reason, which the log keeps", async () => {
    const { desk, id } = await idea();
    const visitor = visitorOf(site, moderator);
    expect((await visitor.get(desk)).body).not.toContain("伏せる前の文を見る");
    const version = hiddenField((await visitor.get(desk)).body, "version");
    await visitor.post(desk, { act: "redact", version, words: phone, label: "PHONE", intent: "send" });
    const page = (await visitor.get(desk)).body;
    expect(page).toContain("伏せる前の文を見る");
    expect(page).not.toContain(phone);
    const without = await visitor.post(desk, { act: "original", intent: "send", version, reason: " " });
    expect(without.status).toBe(400);
    expect(without.body).not.toContain(phone);
    const reason = "本人から問い合わせがあったため";
    const opened = await visitor.post(desk, { act: "original", intent: "send", version, reason });
    expect(opened.status).toBe(200);
    expect(opened.headers["cache-control"]).toContain("no-store");
    expect(opened.body).toContain(`連絡は${phone}`);
    expect(await db().auditEntry.findMany({ where: { action: "view-original", subjectId: id } })).toMatchObject([
      { actorId: moderator.actor.id, detail: { reason, opened: 2 } },
    ]);
  });
});
