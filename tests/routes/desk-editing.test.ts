import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { StaffRole } from "#app/domain/shared/actor.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { signIn } from "#app/domain/staff/commands/sign-in.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeTheme, words } from "#tests/support/factories/review-rows.ts";
import { goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { hiddenField, type Visitor, visitorOf } from "#tests/support/visitor.ts";

useDatabase();

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** A colleague at their desk. Moderators and administrators have put their second factor off, as one may on this machine. */
async function colleague(role: StaffRole, locale: "ja" | "en" = "ja"): Promise<Visitor & { id: string }> {
  const { id, email } = await makeAccount({ role, deskIds: role === "OFFICER" ? [(await makeDesk()).id] : [] });
  await db().staffAccount.update({ where: { id }, data: { locale, secondFactorPutOffAt: new Date() } });
  const session = await signIn(as(anonymous, new Date()), {
    email,
    password: goodPassword,
    network: "192.0.2.1",
    userAgent: null,
  });
  const visitor = visitorOf(site);
  visitor.cookies.set("desk", session.token);
  return Object.assign(visitor, { id });
}

describe("staff pages", () => {
  it("invite a colleague, keep what was typed when something is wrong, and list the invitation", async () => {
    const admin = await colleague("ADMIN");
    const { id: deskId } = await makeDesk({ name: "協働担当" });
    const form = { act: "invite", email: "shinnin@tomakomai.example", name: "新任", locale: "ja", role: "OFFICER" };
    const without = await admin.post("/desk/staff/invite", form);
    expect(without.status).toBe(400);
    expect(without.body).toContain("担当課の人には、担当を一つ以上選んでください。");
    expect(without.body).toContain('value="shinnin@tomakomai.example"');
    const sent = await admin.post("/desk/staff/invite", [...Object.entries(form), ["deskIds", deskId]]);
    expect(sent).toMatchObject({ status: 303, headers: { location: "/desk/staff?done=invited" } });
    const list = await admin.get("/desk/staff?done=invited");
    expect(list.body).toContain("招待のメールを送りました。");
    expect(list.body).toContain("shinnin@tomakomai.example");
    const { id } = await db().invitation.findFirstOrThrow();
    expect((await admin.post("/desk/staff", { act: "revoke", id })).headers.location).toBe(
      "/desk/staff?done=invitationRevoked",
    );
    expect((await admin.post("/desk/staff", { act: "revoke", id })).status).toBe(409);
  });

  it("change a colleague, and tell somebody who comes second what stands there now", async () => {
    const admin = await colleague("ADMIN");
    const other = await makeAccount({ role: "VIEWER", name: "もとの名前" });
    const path = `/desk/staff/${other.id}`;
    const version = hiddenField((await admin.get(path)).body, "version");
    await db().staffAccount.update({
      where: { id: other.id },
      data: { name: "先に変えた名前", version: { increment: 1 } },
    });
    const late = await admin.post(path, { act: "change", version, name: "後から変えた名前", role: "VIEWER" });
    expect(late.status).toBe(409);
    expect(late.body).toContain("ほかの人が内容を変えました");
    expect(late.body).toContain("いまの内容: 先に変えた名前");
    expect(late.body).toContain('value="後から変えた名前"');
    const again = {
      act: "change",
      version: hiddenField(late.body, "version"),
      name: "後から変えた名前",
      role: "VIEWER",
    };
    expect((await admin.post(path, again)).headers.location).toBe(`${path}?done=saved`);
    expect((await db().staffAccount.findUniqueOrThrow({ where: { id: other.id } })).name).toBe("後から変えた名前");
  });

  it("say in words that the last administrator has to stay", async () => {
    const admin = await colleague("ADMIN");
    const answer = await admin.post(`/desk/staff/${admin.id}`, { act: "off", version: "1" });
    expect(answer.status).toBe(409);
    expect(answer.body).toContain("最後の管理者です。");
  });

  it("are missing for what is no id", async () => {
    const admin = await colleague("ADMIN");
    for (const path of [
      "/desk/staff/x",
      "/desk/directory/desks/x",
      "/desk/directory/rules/0",
      "/desk/themes/x",
      "/desk/plans/x",
    ]) {
      expect((await admin.get(path)).status, path).toBe(404);
    }
  });
});

describe("the account page", () => {
  it("changes the language, in which the desk stands from then on", async () => {
    const officer = await colleague("OFFICER");
    expect((await officer.get("/desk/account")).body).toContain('<html lang="ja"');
    await officer.post("/desk/account", { act: "language", locale: "en" });
    const page = await officer.get("/desk/account?done=languageChanged");
    expect(page.body).toContain('<html lang="en"');
    expect(page.body).toContain("Sign out everywhere");
    expect((await officer.post("/desk/account", { act: "language", locale: "easy" })).status).toBe(400);
  });

  it("changes the language from any page of the desk and goes back there, never to another site", async () => {
    const officer = await colleague("OFFICER");
    const change = (next: string) => officer.post("/desk/account", { act: "language", locale: "en", next });
    expect(await change("/desk?view=overdue")).toMatchObject({
      status: 303,
      headers: { location: "/desk?view=overdue" },
    });
    expect((await officer.get("/desk?view=overdue")).body).toContain('<html lang="en"');
    expect((await change("https://elsewhere.example/desk")).headers.location).toBe("/desk");
  });

  it("signs out everywhere", async () => {
    const officer = await colleague("OFFICER");
    expect((await officer.post("/desk/account", { act: "everywhere" })).headers.location).toBe("/desk/sign-in?ended=1");
    expect(officer.cookies.has("desk")).toBe(false);
    expect(await db().staffSession.count({ where: { revokedAt: null } })).toBe(0);
  });

  it("never shows a password again, right or wrong", async () => {
    const officer = await colleague("OFFICER");
    const answer = await officer.post("/desk/account", {
      act: "password",
      present: "chigau-himitsu",
      password: "atarashii-himitsu",
    });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain("いまのパスワードが違います。");
    expect(answer.body).not.toMatch(/chigau-himitsu|atarashii-himitsu/);
  });
});

describe("the pages of directory, themes, plan, rules and settings", () => {
  const deskForm = (sectionId: string, name: string) => ({
    act: "save",
    sectionId,
    ...localizedValues("name", words(name)),
    ...localizedValues("duty", words("協働のこと")),
    ...localizedValues("hours", words("平日")),
    phone: "0144-32-6156",
    mailbox: "",
    position: "1",
  });

  it("open a desk, tell every problem at its field, and show it in the directory", async () => {
    const moderator = await colleague("MODERATOR");
    const { sectionId } = await makeDesk();
    const wrong = await moderator.post("/desk/directory/desks/new", {
      ...deskForm(sectionId, ""),
      slug: "協働",
      phone: "32-6156",
    });
    expect(wrong.status).toBe(400);
    for (const id of ["slug", "name.ja", "name.easy", "name.en", "phone"]) {
      expect(wrong.body).toContain(`href="#${id}"`);
      expect(wrong.body).toMatch(new RegExp(`id="${id.replace(".", "\\.")}-error"`));
    }
    const saved = await moderator.post("/desk/directory/desks/new", {
      ...deskForm(sectionId, "協働担当"),
      slug: "kyodo",
    });
    const { id } = await db().desk.findUniqueOrThrow({ where: { slug: "kyodo" } });
    expect(saved.headers.location).toBe(`/desk/directory/desks/${id}?done=saved`);
    expect((await moderator.get("/desk/directory")).body).toContain("協働担当");
    expect((await moderator.post(`/desk/directory/desks/${id}`, { act: "remove", version: "1" })).status).toBe(409);
  });

  it("change a theme and its questions", async () => {
    const moderator = await colleague("MODERATOR");
    const desk = await makeDesk();
    const theme = await makeTheme(desk.id);
    const path = `/desk/themes/${theme.slug}`;
    const form = {
      act: "theme",
      version: "1",
      ...localizedValues("title", words("協働の推進")),
      ...localizedValues("lead", words("ともに考える")),
      ...localizedValues("body", words("本文\n\n次の段落")),
      deskId: desk.id,
      illustration: "together",
    };
    expect((await moderator.post(path, form)).headers.location).toBe(`${path}?done=saved`);
    const stale = await moderator.post(path, { ...form, ...localizedValues("lead", words("べつの言葉")) });
    expect(stale.status).toBe(409);
    expect(stale.body).toContain("べつの言葉");
    expect(stale.body).toContain("いまの内容: ともに考える");
    for (let n = 1; n <= 3; n += 1) {
      await moderator.post(path, { act: "addQuestion", ...localizedValues("text", words(`問い${n}`)) });
    }
    const fourth = await moderator.post(path, {
      act: "addQuestion",
      ...localizedValues("text", words("四つめの問い")),
    });
    expect(fourth.status).toBe(409);
    expect(fourth.body).toContain("四つめの問い");
    const question = await db().question.findFirstOrThrow({ orderBy: { position: "asc" } });
    await moderator.post(path, { act: "closeQuestion", id: question.id, version: "1" });
    expect(await db().question.count({ where: { isOpen: true } })).toBe(2);
    expect((await moderator.get("/desk/themes")).body).toContain("協働の推進");
  });

  it("change a plan, a rule, a department, a section and the settings", async () => {
    const admin = await colleague("ADMIN", "en");
    const desk = await makeDesk();
    await makeTheme(desk.id);
    const plan = await db().plan.findFirstOrThrow();
    const section = await db().section.findUniqueOrThrow({ where: { id: desk.sectionId } });
    const text = (name: string) => localizedValues(name, words("新しい文"));
    const posts: [string, Record<string, string>, string][] = [
      [
        `/desk/plans/${plan.key}`,
        {
          act: "plan",
          version: "1",
          ...text("title"),
          ...text("summary"),
          startsOn: "2026-04-01",
          endsOn: "",
          participation: "OPEN",
        },
        `/desk/plans/${plan.key}?done=saved`,
      ],
      [
        "/desk/directory/rules/new",
        {
          act: "save",
          themeId: "",
          kind: "PARTNERSHIP",
          questionId: "",
          areas: "",
          words: "連携\nせんたー\r\nセンター\n",
          deskId: desk.id,
          position: "1",
          note: "企業の窓口",
          isActive: "on",
        },
        "/desk/directory/rules?done=saved",
      ],
      [
        `/desk/directory/departments/${section.departmentId}`,
        { act: "save", version: "1", ...text("name"), position: "1" },
        "/desk/directory?done=saved",
      ],
      [
        `/desk/directory/sections/${section.id}`,
        { act: "save", version: "1", ...text("name"), departmentId: section.departmentId, position: "1" },
        "/desk/directory?done=saved",
      ],
      [
        "/desk/settings",
        {
          act: "settings",
          version: "0",
          "reviewDays.IDEA": "4",
          "reviewDays.PARTNERSHIP": "3",
          "reviewDays.INQUIRY": "2",
          "reviewDays.COMMENT": "3",
          appealDays: "5",
          "answerDays.IDEA": "10",
          "answerDays.PARTNERSHIP": "10",
          "answerDays.INQUIRY": "5",
          undoSeconds: "10",
          "promiseClock.remindFirst": "3",
          "promiseClock.remindLast": "1",
          "promiseClock.remindLate": "3",
          "promiseClock.tellOffice": "3",
          "promiseClock.longestPause": "20",
          "promiseClock.holdRequest": "1",
          "promiseClock.morningHour": "8",
          receivedMailDays: "90",
          moderatorPhone: "0144-32-6169",
        },
        "/desk/settings?done=saved",
      ],
    ];
    for (const [path, fields, location] of posts) {
      expect((await admin.get(path)).status, path).toBe(200);
      expect(await admin.post(path, fields), path).toMatchObject({ status: 303, headers: { location } });
    }
    expect((await admin.get("/desk/directory/rules")).body).toContain("企業の窓口");
    expect((await db().routingRule.findFirstOrThrow({ where: { note: "企業の窓口" } })).words).toEqual([
      "連携",
      "センター",
    ]);
    const tried = await admin.post("/desk/directory/rules", {
      ...{ kind: "PARTNERSHIP", themeId: "", questionId: "", area: "" },
      text: "ｾﾝﾀｰで",
    });
    expect(tried.status).toBe(200);
    expect(tried.body).toContain("Found: センター");
    const wrong = await admin.post("/desk/directory/rules", { kind: "PETITION", area: "", text: "残る文" });
    expect([wrong.status, wrong.body.includes("残る文")]).toEqual([400, true]);
    const log = await admin.get("/desk/audit?action=change-settings");
    const rows = [...log.body.matchAll(/<th scope="row"[^>]*>([^<]*)</g)].map(([, action]) => action);
    expect(rows).toEqual(["Change the settings"]);
    expect(log.body).toContain("Audit log");
    expect(log.body).toMatch(/<code[^>]*>[0-9a-f]{64}<\/code>/);
  });
});
