import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { newIdempotencyKey } from "#tests/support/submissions.ts";
import { startVisitors, type Visitors } from "./visitors.ts";

const entry = paths.deskEntry({ kind: "idea", to: "collaboration" });
const today = isoDate(new Date());
const typed = {
  channel: "PHONE",
  arrivedOn: today,
  authorLocale: "easy",
  title: "公園のベンチを増やす",
  body: "座れるところが少ないです。",
  name: "例示 花子",
  consent: "on",
};

describe("on paper", () => {
  useDatabase({ reset: "file" });
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await startVisitors();
  });
  afterAll(() => visitors.close());

  const asModerator = () => visitors.sessionOf("moderator");
  const type = (fields: Record<string, string>) => visitors.post(entry, { ...typed, ...fields }, asModerator());
  const send = () => ({ intent: "send", idempotencyKey: newIdempotencyKey() });

  it("every theme has a form in every language, with its questions and the way to the form on the site", async () => {
    const theme = await db().theme.findUniqueOrThrow({
      where: { slug: "collaboration" },
      include: { questions: { where: { isOpen: true } }, desk: true },
    });
    expect(theme.questions.length).toBeGreaterThan(0);
    for (const locale of locales) {
      const { status, body } = await visitors.ask(localizedPath(locale, paths.paperForm("collaboration")));
      expect(status).toBe(200);
      for (const { text } of theme.questions) expect(body).toContain((text as Record<string, string>)[locale]);
      expect(body).toContain(theme.desk.phone);
      expect(body).toContain(`href="${localizedPath(locale, paths.newProposal("collaboration", "idea"))}"`);
      expect(body).not.toContain(theme.desk.mailbox);
    }
  });

  it("nothing is asked for where nothing is taken", async () => {
    await db().theme.update({ where: { slug: "ict" }, data: { acceptsIdeas: false } });
    const { status, body } = await visitors.ask(paths.paperForm("ict"));
    expect(status).toBe(200);
    expect(body).toContain("いま新しい提案を受け付けていません");
    // the heading of the part of the form that is filled in by hand, which an open theme's page has
    const words = "確かめたあと公開します。個人情報は書かないでください。";
    expect(body).not.toContain(words);
    expect((await visitors.ask(paths.paperForm("collaboration"))).body).toContain(words);
  });

  it("a theme and a proposal name their own address, a receipt that of its tracking page", async () => {
    const theme = await visitors.ask(paths.theme("collaboration"));
    expect(theme.body).toContain(`>${env().BASE_URL}${paths.theme("collaboration")}</p>`);
    const { city } = visitors;
    const proposal = await visitors.ask(paths.proposal(city.published.number));
    expect(proposal.body).toContain(`>${env().BASE_URL}${paths.proposal(city.published.number)}</p>`);
    const { number, trackingKey, receipt } = city.published;
    const { body } = await visitors.ask(paths.receipt(number, receipt));
    expect(body).toContain(`>${env().BASE_URL}${paths.tracked(number, trackingKey)}</p>`);
  });

  it("and what came so is typed in, confirmed, and has a receipt to hand over in its author's language", async () => {
    const confirm = await type({ intent: "confirm", body: "電話は 0144-55-1234 です。" });
    expect(confirm.status).toBe(200);
    expect(confirm.body).toContain("<mark");
    expect(await db().submission.count({ where: { channel: "PHONE" } })).toBe(0);

    const sent = await type(send());
    expect(sent.status).toBe(303);
    const done = await visitors.ask(sent.headers.location ?? "", { headers: asModerator() });
    const { number, receivedAt, locale } = await db().submission.findFirstOrThrow({ where: { channel: "PHONE" } });
    expect({ day: isoDate(receivedAt), locale }).toEqual({ day: today, locale: "easy" });
    expect(done.body).toContain(number);
    const slip = /href="(\/easy\/receipts\/[^"]+)"/.exec(done.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const receipt = await visitors.ask(slip);
    expect(receipt.status).toBe(200);
    expect(receipt.body).toContain(number);
    expect(receipt.body).toContain("電話");
    const address = sent.headers.location ?? "";
    const toColleague = await visitors.ask(address, { headers: visitors.sessionOf("administrator") });
    expect(toColleague.status).toBe(404);
    expect(toColleague.body).toContain("もう開けません");
    expect(toColleague.body).not.toContain("照会キー");
    const queue = await visitors.ask(`${paths.desk()}?view=all`, { headers: asModerator() });
    expect(queue.body).toContain(number);
    const review = await visitors.ask(paths.deskSubmission(number), { headers: asModerator() });
    const { name } = await db().staffAccount.findFirstOrThrow({ where: { role: "MODERATOR" } });
    expect(review.body.replace(/<[^>]*>/g, "")).toMatch(new RegExp(`入力${name}, 令和`));
  });

  it("an individual number, a day to come or a wrong kind is refused, and what was typed stays", async () => {
    const before = await db().submission.count();
    const tomorrow = addBusinessDays(today, 1);
    for (const [fields, words] of [
      [{ body: "番号は 123456789018 です" }, "個人番号"],
      [{ arrivedOn: tomorrow }, "今日より後"],
      [{ channel: "WEB" }, "選択肢"],
      [{ consent: "" }, "同意"],
    ] as const) {
      const { status, body } = await type({ ...send(), ...fields });
      expect({ fields, status }).toEqual({ fields, status: 400 });
      expect(body).toContain(words);
      expect(body).toContain(typed.title);
    }
    const nowhere = paths.deskEntry({ kind: "idea", to: "nowhere" });
    expect((await visitors.post(nowhere, { ...typed, ...send() }, asModerator())).status).toBe(404);
    expect(await db().submission.count()).toBe(before);
  });

  it("the proposal says how it came, and nothing of who typed it in or who wrote it", async () => {
    await type({ ...send(), channel: "PAPER", title: "紙の提案です" });
    const { id, number } = await db().submission.findFirstOrThrow({ where: { channel: "PAPER" } });
    await db().submission.update({ where: { id }, data: { review: "PUBLISHED", publishedAt: new Date() } });
    const { body } = await visitors.ask(paths.proposal(number));
    expect(body).toContain("紙で届いた提案");
    expect(body).not.toContain(typed.name);
    const account = await db().staffAccount.findFirstOrThrow({ where: { role: "MODERATOR" } });
    expect(body).not.toContain(account.name);
  });
});
