import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { confirmationToken } from "#app/domain/participant/request-confirmation.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { type Colleague, colleague } from "#tests/support/city.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { hiddenField, type Visitor, visitorOf } from "#tests/support/visitor.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const form = paths.newProposal("collaboration", "idea");
const mayBePublic = "事務局が読む前に公開されることがあります";

describe("a theme that publishes trusted participants", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  let moderator: Colleague;
  let desk: Visitor;
  beforeAll(async () => {
    await seedPlan(as({ kind: "system", name: "test" }));
    moderator = await colleague("MODERATOR", new Date());
    site = await startSite({ TRUSTED_PROXIES: ["127.0.0.1"] });
    desk = visitorOf(site, moderator);
  });
  afterAll(() => site.close());

  let written = 0;
  /** Sends an idea through the form. What is said on the way is given back without what differs by itself. */
  async function send(email: string) {
    written += 1;
    const body = `図書館の本を返す場所の ${written} 番目の案です。`;
    const fields = { title: "図書館", body, email, consent: "on" };
    const author = visitorOf(site);
    const confirm = await author.post(form, { ...fields, intent: "confirm" });
    const idempotencyKey = hiddenField(confirm.body, "idempotencyKey");
    const sent = await author.post(form, { ...fields, idempotencyKey, intent: "send" });
    expect(sent.status).toBe(303);
    const receipt = await author.get(String(sent.headers.location));
    const row = await db().submission.findFirstOrThrow({ where: { body } });
    const asked = await db().emailConfirmation.findFirst({
      where: { submissionId: row.id },
      orderBy: { createdAt: "desc" },
    });
    return { ...row, confirm, receipt, link: asked && paths.confirmAddress(confirmationToken(asked.id)) };
  }
  const linkOf = ({ link }: { link: string | null }) => {
    if (link === null) throw new Error("nobody was asked");
    return link;
  };
  const reader = () => visitorOf(site);
  const reviewOf = async ({ id }: { id: string }) =>
    (await db().submission.findUniqueOrThrow({ where: { id } })).review;
  const trusted = "trusted@example.com";

  it("is opened on its page, and its sender is trusted on the page of what they sent", async () => {
    const first = await send(trusted);
    const before = await reader().get(linkOf(first));
    expect(before.body).toContain("このメールアドレスは、あなたのものですか");
    expect(before.body).not.toContain(mayBePublic);
    await reader().post(linkOf(first), {});
    const review = paths.deskSubmission(first.number);
    expect((await desk.get(review)).body).toContain("この送り主のものは、まだ一つも公開されていません");
    await db().submission.update({ where: { id: first.id }, data: { review: "PUBLISHED", publishedAt: noon } });
    const empty = await desk.post(review, { act: "trust", note: "", intent: "send" });
    expect(empty.status).toBe(400);
    const said = await desk.post(review, { act: "trust", note: "ていねいな提案が続いている", intent: "send" });
    expect(said).toMatchObject({ status: 303, headers: { location: expect.stringContaining("done=trust") } });
    expect((await desk.get(String(said.headers.location))).body).toContain("送り主を信頼済みにしました");
    const list = (await desk.get(paths.deskTrusted())).body;
    expect(list).toContain("ていねいな提案が続いている");
    expect(list).not.toContain(trusted);

    const theme = paths.deskTheme("collaboration");
    const page = (await desk.get(theme)).body;
    expect(page).toContain('name="publishesTrusted"');
    const { version } = await db().theme.findUniqueOrThrow({ where: { slug: "collaboration" } });
    const policy = { act: "policy", version: String(version), reviewMode: "BEFORE", publishesTrusted: "on" };
    const kinds = { acceptsIdeas: "on", acceptsComments: "on", expectedEffect: "OPTIONAL", area: "OPTIONAL" };
    expect((await desk.post(theme, { ...policy, ...kinds })).status).toBe(303);
    for (const locale of ["ja", "easy", "en"] as const) {
      const words = { ja: "事務局が信頼する参加者", easy: "市がよく知っている人", en: "whom the office trusts" }[
        locale
      ];
      expect((await reader().get(localizedPath(locale, form))).body).toContain(words);
      expect((await reader().get(localizedPath(locale, paths.theme("collaboration")))).body).toContain(words);
    }
    // nothing is said of it where it does not hold
    expect((await reader().get(paths.newProposal("ict", "idea"))).body).not.toContain("事務局が信頼する参加者");
  });

  it("says the same to everybody until somebody confirms, and only then publishes what a trusted one sent", async () => {
    const mine = await send(trusted);
    const theirs = await send("other@example.com");
    for (const one of [mine, theirs]) {
      expect(one.confirm.body).toContain("事務局が信頼する参加者");
      expect(one.receipt.body).toContain("ご自分が送ったことを確認してください");
      expect(one.receipt.body).toContain(mayBePublic);
      const page = await reader().get(linkOf(one));
      expect(page.body).toContain("これを送ったのは、あなたですか");
      expect(page.body).toContain(mayBePublic);
      expect(page.body).not.toContain("番目の案です");
      // opening it does nothing, however often
      await reader().get(linkOf(one));
      expect(await reviewOf(one)).toBe("PENDING");
    }
    expect((await reader().get(paths.proposal(mine.number))).status).toBe(404);

    const pressed = await reader().post(linkOf(mine), {});
    expect(pressed.status).toBe(303);
    await reader().post(linkOf(theirs), {});
    expect([await reviewOf(mine), await reviewOf(theirs)]).toEqual(["PUBLISHED", "PENDING"]);
    const now = await reader().get(String(pressed.headers.location));
    expect(now.body).toContain(`href="${paths.proposal(mine.number)}"`);
    expect((await reader().get(paths.proposal(mine.number))).body).toContain(mine.body);
    const waits = await reader().get(linkOf(theirs));
    expect(waits.body).toContain("公開する前に、事務局が読みます");
    expect(waits.body).not.toContain(paths.proposal(theirs.number));
    expect((await desk.get(`${paths.desk()}?view=unread`)).body).toContain(mine.number);

    // once more changes nothing; hidden meanwhile, the page says so by saying less
    await db().submission.update({ where: { id: mine.id }, data: { review: "HIDDEN" } });
    expect((await reader().post(linkOf(mine), {})).status).toBe(303);
    expect(await reviewOf(mine)).toBe("HIDDEN");
    expect((await reader().get(linkOf(mine))).body).not.toContain(paths.proposal(mine.number));
  });

  it("publishes nothing more of somebody whose trust was ended on the list", async () => {
    const list = (await desk.get(paths.deskTrusted())).body;
    const fields = { trustId: hiddenField(list, "trustId"), trustVersion: hiddenField(list, "trustVersion") };
    const ended = await desk.post(paths.deskTrusted(), fields);
    expect(ended).toMatchObject({ status: 303 });
    expect((await desk.get(String(ended.headers.location))).body).toContain("信頼を取り消しました");
    const again = await desk.post(paths.deskTrusted(), fields);
    expect(again.status).toBe(409);
    const one = await send(trusted);
    await reader().post(linkOf(one), {});
    expect(await reviewOf(one)).toBe("PENDING");
  });
});
