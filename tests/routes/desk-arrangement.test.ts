import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { paths } from "#app/routes/paths.ts";
import { type Colleague, colleague } from "#tests/support/city.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { ideaInput, inquiryInput, newIdempotencyKey } from "#tests/support/submissions.ts";
import { hiddenField, type Visitor, visitorOf } from "#tests/support/visitor.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

/* ほかの扱い as a browser without JavaScript does it: each act by its form, over the step that shows it once more. */

const explanation = "同じ内容のため、いっしょに扱います。";

describe("dealings besides deciding", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let moderator: Colleague;
  let administrator: Colleague;
  beforeAll(async () => {
    await seedPlan(as({ kind: "system", name: "test" }));
    moderator = await colleague("MODERATOR", new Date());
    administrator = await colleague("ADMIN", new Date());
    site = await startSite();
  });
  afterAll(() => site.close());

  async function idea(changes: Partial<Parameters<typeof ideaInput>[0]> = {}, isPublic = true) {
    const now = new Date();
    const sent = await submitIdea(as(anonymous, now), ideaInput({ idempotencyKey: newIdempotencyKey(), ...changes }));
    if (isPublic)
      await approveItem(as(moderator.actor, now), { item: { type: "submission", id: sent.id }, version: 1 });
    return { ...sent, desk: paths.deskSubmission(sent.number) };
  }

  /** Posts an act, looks at what it would do, and does it with what that step carries. */
  async function perform(visitor: Visitor, address: string, fields: Record<string, string>) {
    const version = hiddenField((await visitor.get(address)).body, "version");
    const form = { ...fields, version };
    const preview = await visitor.post(address, { ...form, intent: "confirm" });
    expect(preview.status).toBe(200);
    const main = preview.body.slice(preview.body.indexOf("<main"));
    const carried = Object.fromEntries(
      [...main.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name,
        value,
      ]),
    );
    return { preview: preview.body, sent: await visitor.post(address, { ...carried, intent: "send" }) };
  }

  it("moves a proposal to another theme", async () => {
    const { desk, number, trackingKey } = await idea();
    const visitor = visitorOf(site, moderator);
    const theme = await db().theme.findUniqueOrThrow({ where: { slug: "service-evolution" } });
    const { preview, sent } = await perform(visitor, desk, { act: "move", themeId: theme.id, explanation });
    expect(preview).toContain("市民サービスの進化");
    expect(preview).toContain("このテーマに移す");
    expect(sent).toMatchObject({ status: 303, headers: { location: `${desk}?done=move` } });
    expect((await visitor.get(`${desk}?done=move`)).body).toContain("別のテーマに移しました。");
    expect((await visitorOf(site).get(paths.proposal(number))).body).toContain("内容に合ったテーマに移しました");
    expect((await visitorOf(site).get(paths.tracked(number, trackingKey))).body).toContain(explanation);
  });

  it("finds what is alike, brings it together, leads its readers on, and takes it apart again", async () => {
    const first = await idea({ title: "除雪の順番を知らせてほしい", body: "除雪車がいつ来るか、地図で見たいです。" });
    const second = await idea({ title: "除雪車の地図", body: "除雪の順番と、除雪車がいつ来るかを地図で知りたい。" });
    const visitor = visitorOf(site, moderator);
    const reader = visitorOf(site);
    const version = hiddenField((await visitor.get(second.desk)).body, "version");
    const similar = await visitor.post(second.desk, { act: "similar", version, intent: "confirm", explanation });
    expect(similar.status).toBe(200);
    expect(similar.body).toMatch(new RegExp(`type="radio"[^>]*value="${first.number}"`));
    expect(similar.body).toContain(explanation);

    const { preview, sent } = await perform(visitor, second.desk, {
      act: "merge",
      choice: first.number,
      into: "",
      explanation,
    });
    expect(preview).toContain(`${first.number} 除雪の順番を知らせてほしい`);
    expect(sent.headers.location).toBe(`${second.desk}?done=merge`);
    const gone = await reader.get(paths.proposal(second.number));
    expect(gone).toMatchObject({ status: 302, headers: { location: paths.proposal(first.number) } });
    expect((await reader.get(`/en${paths.proposal(second.number)}`)).headers.location).toBe(
      `/en${paths.proposal(first.number)}`,
    );
    expect((await reader.get(paths.proposal(first.number))).body).toContain(second.number);
    expect((await reader.get(paths.search("除雪車の地図"))).body).not.toContain(paths.proposal(second.number));
    const tracking = (await reader.get(paths.tracked(second.number, second.trackingKey))).body;
    expect(tracking).toContain("同じ内容の提案とまとめました");
    expect(tracking).toContain(paths.proposal(first.number));
    expect((await visitor.get(first.desk)).body).toContain(second.desk);

    await perform(visitor, second.desk, { act: "separate", explanation });
    expect((await reader.get(paths.proposal(second.number))).status).toBe(200);
    expect((await reader.get(paths.proposal(first.number))).body).not.toContain(second.number);
  });

  it("keeps what was typed when something is wrong, and refuses a page that the other proposal has overtaken", async () => {
    const first = await idea();
    const second = await idea();
    const visitor = visitorOf(site, moderator);
    const version = hiddenField((await visitor.get(second.desk)).body, "version");
    const form = { act: "merge", version, into: "R8-9999", explanation };
    const wrong = await visitor.post(second.desk, { ...form, intent: "confirm" });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain("この受付番号の提案は見つかりません。");
    expect(wrong.body).toContain('value="R8-9999"');
    const seen = { ...form, into: first.number, intoVersion: "2" };
    await db().submission.update({ where: { id: first.id }, data: { version: 3 } });
    const refused = await visitor.post(second.desk, { ...seen, intent: "send" });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain(explanation);
  });

  it("lets a desk answer in private what was sent as an idea", async () => {
    const { desk, number, trackingKey } = await idea({}, false);
    const to = await db().desk.findUniqueOrThrow({ where: { slug: "gyokaku" } });
    const { preview, sent } = await perform(visitorOf(site, moderator), desk, { act: "kind", to: to.id, explanation });
    expect(preview).toContain("種類を変える");
    expect(sent.headers.location).toBe(`${desk}?done=kind`);
    expect((await visitorOf(site, moderator).get(desk)).body).toContain("問い合わせの内容");
    const tracking = (await visitorOf(site).get(paths.tracked(number, trackingKey))).body;
    expect(tracking).toContain("問い合わせとして、行革担当が答えることにしました");
  });

  it("asks the author of an inquiry what may be public, before anything is", async () => {
    const now = new Date();
    const { id, number, trackingKey } = await submitInquiry(
      as(anonymous, now),
      inquiryInput({ deskSlug: "gyokaku", title: "内々の題", idempotencyKey: newIdempotencyKey() }),
    );
    const theme = await db().theme.findUniqueOrThrow({ where: { slug: "service-evolution" } });
    await perform(visitorOf(site, moderator), paths.deskSubmission(number), { act: "kind", to: theme.id, explanation });
    const author = visitorOf(site);
    const tracking = (await author.get(paths.tracked(number, trackingKey))).body;
    expect(tracking).toContain("修正のお願い");
    expect(tracking).toContain(explanation);
    const revise = paths.trackedRevise(number, trackingKey);
    const version = hiddenField((await author.get(revise)).body, "version");
    const text = { title: "公開の題", body: "公開の文" };
    const sent = await author.post(revise, { version, ...text, idempotencyKey: newIdempotencyKey(), intent: "send" });
    expect(sent.status).toBe(303);
    const row = await db().submission.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ review: "PENDING", title: "公開の題" });
    await approveItem(as(moderator.actor, now), { item: { type: "submission", id }, version: row.version });
    const page = (await author.get(paths.proposal(number))).body;
    expect(page).toContain("公開の題");
    expect(page).not.toContain("内々の題");
  });

  it("makes two of one that holds two matters, each leading to the other", async () => {
    const { desk, number, trackingKey } = await idea({
      body: "窓口を長く開けてほしい。\n\n公園の草刈りもお願いします。",
    });
    const visitor = visitorOf(site, moderator);
    const wrong = await visitor.post(desk, {
      act: "split",
      version: hiddenField((await visitor.get(desk)).body, "version"),
      title: "草刈り",
      passage: "公園の草刈りをしてほしい。",
      intent: "confirm",
    });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain("投稿者が書いた文章と同じではありません。");
    const { preview, sent } = await perform(visitor, desk, {
      act: "split",
      title: "公園の草刈り",
      passage: "公園の草刈りもお願いします。",
    });
    expect(preview).toContain("この部分を新しい投稿にする");
    expect(sent.headers.location).toBe(`${desk}?done=split`);
    const part = await db().submission.findFirstOrThrow({ where: { splitFrom: { number } } });
    expect((await visitor.get(desk)).body).toContain(paths.deskSubmission(part.number));
    expect((await visitor.get(paths.deskSubmission(part.number))).body).toContain(desk);
    const tracking = (await visitorOf(site).get(paths.tracked(number, trackingKey))).body;
    const [link] = new RegExp(`/track/${part.number}/[0-9A-Z-]+`).exec(tracking) ?? [];
    expect((await visitorOf(site).get(link ?? "")).body).toContain("公園の草刈り");
  });

  it("hands an item to the administrators, who alone decide until they give it back", async () => {
    const { desk, number } = await idea({}, false);
    const visitor = visitorOf(site, moderator);
    const chief = visitorOf(site, administrator);
    // not out of a page: whoever opens one has the item
    const version = async () => {
      const row = await db().submission.findUniqueOrThrow({ where: { number }, select: { version: true } });
      return String(row.version);
    };
    const before = await version();
    const note = "判断をお願いします。";
    expect((await visitor.post(desk, { act: "escalate", version: before, note, intent: "send" })).status).toBe(303);
    const refused = await visitor.post(desk, { act: "approve", version: await version(), intent: "send" });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain("管理者の判断を待っています。");
    const page = (await visitor.get(desk)).body;
    expect(page).toContain(note);
    expect(page).not.toContain('value="approve"');
    expect((await chief.get("/desk?view=escalated")).body).toContain(number);
    // who handed it over can look at it and does not have it by that
    await visitor.get(desk);
    expect(await db().claim.count({ where: { submission: { number } } })).toBe(0);
    expect((await chief.get("/desk?view=escalated")).body).toContain("管理者に引き継ぎ中");
    const back = { act: "give-back", version: await version(), note: "公開してかまいません。", intent: "send" };
    expect((await visitor.post(desk, back)).status).toBe(403);
    expect((await chief.post(desk, back)).status).toBe(303);
    expect((await visitor.get(desk)).body).toContain("公開してかまいません。");
    expect((await visitor.post(desk, { act: "approve", version: await version(), intent: "send" })).status).toBe(303);
  });
});
