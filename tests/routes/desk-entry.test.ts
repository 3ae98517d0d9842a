import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailLinks } from "#app/domain/mail/mail-links.ts";
import { linkSecrets } from "#app/domain/mail/mail-secrets.server.ts";
import { createSignInLink } from "#app/domain/staff/commands/create-sign-in-link.server.ts";
import { ensureBootstrapInvitation } from "#app/domain/staff/commands/ensure-bootstrap-invitation.server.ts";
import { inviteStaff } from "#app/domain/staff/commands/invite-staff.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { codeAt, goodPassword, letSignInPausesPass, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { hiddenField, visitorOf } from "#tests/support/visitor.ts";

useDatabase();

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const system = as({ kind: "system", name: "起動" }, new Date());
const credentials = (email: string) => ({ act: "sign-in", email, password: goodPassword });

/** The secret a set-up page shows for typing by hand. */
const shownSecret = (body: string) => (body.match(/<code[^>]*>([A-Z2-7 ]+)</)?.[1] ?? "").replaceAll(" ", "");

describe("the way into the desk", () => {
  it("leads the first administrator from the printed link through the second factor to the account", async () => {
    const token = await ensureBootstrapInvitation(system);
    const admin = visitorOf(site);
    const invitation = await admin.get(`/desk/invitation/${token}`);
    expect(invitation.status).toBe(200);
    expect(invitation.body).toContain("最初の管理者を作る");
    const form = { act: "accept", name: "管理担当", locale: "ja", email: "kanri@tomakomai.example" };

    const weak = await admin.post(`/desk/invitation/${token}`, { ...form, password: "tomakomai2026" });
    expect(weak.status).toBe(400);
    expect(weak.body).toContain("よく使われるパスワード");
    expect(weak.body).toContain('value="kanri@tomakomai.example"');
    expect(weak.body).not.toContain("tomakomai2026");

    const accepted = await admin.post(`/desk/invitation/${token}`, { ...form, password: goodPassword });
    expect(accepted).toMatchObject({ status: 303, headers: { location: "/desk/sign-in/set-up" } });
    expect(admin.lastSetCookie[0]).toMatch(/^desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/);
    const beforeFactor = admin.cookies.get("desk");

    const blocked = await admin.get("/desk/account");
    expect(blocked).toMatchObject({
      status: 303,
      headers: { location: "/desk/sign-in/set-up?next=%2Fdesk%2Faccount" },
    });

    const setUp = await admin.get("/desk/sign-in/set-up?next=/desk/account");
    expect(setUp.body).toMatch(/<svg role="img" aria-label="認証アプリで読み取るためのQRコード"/);
    const enrolment = hiddenField(setUp.body, "enrolment");
    const secret = shownSecret(setUp.body);
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);

    const wrong = await admin.post("/desk/sign-in/set-up?next=/desk/account", {
      act: "enable",
      enrolment,
      code: "12345",
    });
    expect(wrong.status).toBe(400);
    expect(shownSecret(wrong.body)).toBe(secret);

    const done = await admin.post("/desk/sign-in/set-up?next=/desk/account", {
      act: "enable",
      enrolment: hiddenField(wrong.body, "enrolment"),
      code: codeAt(secret, new Date()),
    });
    expect(done.status).toBe(200);
    const codes = done.body.match(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}/g) ?? [];
    expect(new Set(codes).size).toBe(10);
    expect(done.headers["cache-control"]).toBe("no-store");
    expect(admin.cookies.get("desk")).not.toBe(beforeFactor);

    const account = await admin.get("/desk/account");
    expect(account.status).toBe(200);
    expect(account.body).toContain("管理担当");

    const old = visitorOf(site);
    old.cookies.set("desk", beforeFactor ?? "");
    expect(await old.get("/desk/account")).toMatchObject({
      status: 303,
      headers: { location: "/desk/sign-in?next=%2Fdesk%2Faccount" },
    });
    expect((await visitorOf(site).get(`/desk/invitation/${token}`)).status).toBe(404);
  });

  it("asks for password and code and returns to the page that was wanted", async () => {
    const { email, totpSecret } = await makeAccount({ role: "MODERATOR", secondFactor: true });
    const visitor = visitorOf(site);
    const first = await visitor.post("/desk/sign-in?next=/desk/audit%3Factor%3Dstaff", credentials(email));
    expect(first).toMatchObject({
      status: 303,
      headers: { location: "/desk/sign-in/second-step?next=%2Fdesk%2Faudit%3Factor%3Dstaff" },
    });
    expect((await visitor.get("/desk/audit")).headers.location).toBe("/desk/sign-in/second-step?next=%2Fdesk%2Faudit");
    const second = await visitor.post(String(first.headers.location), { code: codeAt(totpSecret, new Date()) });
    expect(second).toMatchObject({ status: 303, headers: { location: "/desk/audit?actor=staff" } });
    const audit = await visitor.get("/desk/audit?actor=staff");
    expect(audit.status).toBe(200);
    expect(audit.body).toContain("confirm-second-factor");
  });

  it("never leads off the site", async () => {
    const { email } = await makeAccount({ role: "VIEWER" });
    for (const next of [
      "https://evil.example",
      "//evil.example",
      "/\\evil.example",
      "/desk/../../evil",
      "javascript:alert(1)",
    ]) {
      const answer = await visitorOf(site).post(`/desk/sign-in?next=${encodeURIComponent(next)}`, credentials(email));
      expect(answer).toMatchObject({ status: 303, headers: { location: "/desk" } });
    }
  });

  it("says the same for a wrong password and an unknown address, keeps the address and tells how long to wait", async () => {
    const { email } = await makeAccount();
    for (const address of [email, "nobody@tomakomai.example"]) {
      const answer = await visitorOf(site).post("/desk/sign-in", {
        ...credentials(address),
        password: "himitsu-no-kotoba",
      });
      expect(answer.status).toBe(400);
      expect(answer.body).toContain("メールアドレスかパスワードが違います。");
      expect(answer.body).toContain(`value="${address}"`);
      expect(answer.body).not.toContain("himitsu-no-kotoba");
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
    for (let n = 0; n < 5; n += 1)
      await visitorOf(site).post("/desk/sign-in", { ...credentials(email), password: "x" });
    const refused = await visitorOf(site).post("/desk/sign-in?lang=en", credentials(email));
    expect(refused.status).toBe(429);
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.body).toContain("Please wait about 1 min, then try again.");
    await letSignInPausesPass();
    expect((await visitorOf(site).post("/desk/sign-in", credentials(email))).status).toBe(303);
  });

  it("does not sign in across sites, by GET or without the form", async () => {
    const { email } = await makeAccount();
    const foreign = await site.ask("/desk/sign-in", {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        origin: "https://evil.example",
        "sec-fetch-site": "cross-site",
      },
      body: new URLSearchParams(credentials(email)).toString(),
    });
    expect(foreign.status).toBe(403);
    const query = new URLSearchParams(credentials(email)).toString();
    expect((await visitorOf(site).get(`/desk/sign-in?${query}`)).headers["set-cookie"]).toBeUndefined();
    expect(await db().staffSession.count()).toBe(0);
  });

  it("signs out by a form alone and ends the session on the server", async () => {
    const { email } = await makeAccount();
    const visitor = visitorOf(site);
    await visitor.post("/desk/sign-in", credentials(email));
    const cookie = visitor.cookies.get("desk") ?? "";
    expect((await visitor.get("/desk/sign-out")).status).toBe(303);
    expect((await visitor.get("/desk/account")).status).toBe(200);
    const out = await visitor.post("/desk/sign-out", {});
    expect(out).toMatchObject({ status: 303, headers: { location: "/desk/sign-in?ended=1" } });
    expect(visitor.cookies.has("desk")).toBe(false);
    visitor.cookies.set("desk", cookie);
    expect((await visitor.get("/desk/account")).status).toBe(303);
  });

  it("opens a sample account by the button behind its link, not by opening the link", async () => {
    const { id } = await makeAccount({ role: "MODERATOR", isSample: true, password: null });
    const token = await createSignInLink(system, id);
    const visitor = visitorOf(site);
    for (let n = 0; n < 2; n += 1) expect((await visitor.get(`/desk/sign-in-link/${token}`)).status).toBe(200);
    expect(await visitor.post(`/desk/sign-in-link/${token}`, {})).toMatchObject({
      status: 303,
      headers: { location: "/desk" },
    });
    expect((await visitor.get("/desk/account")).body).toContain("見本のアカウントで入っています。");
    expect((await visitorOf(site).post(`/desk/sign-in-link/${token}`, {})).status).toBe(404);
  });

  it("is written in English where that is chosen or is the invitation's language", async () => {
    expect((await visitorOf(site).get("/desk/sign-in?lang=en")).body).toContain('<html lang="en"');
    const missing = await visitorOf(site).get("/desk/invitation/made-up?lang=en");
    expect(missing.status).toBe(404);
    expect(missing.body).toContain("This link does not work.");
  });

  it("opens from the link in an English invitation's mail, in English", async () => {
    const { id } = await inviteStaff(as(staff("ADMIN"), new Date()), {
      email: "english@tomakomai.example",
      name: "Reader",
      role: "VIEWER",
      locale: "en",
      deskIds: [],
    });
    const invitation = await visitorOf(site).get(mailLinks("", "en", linkSecrets).invitation(id));
    expect(invitation.status).toBe(200);
    expect(invitation.body).toContain('<html lang="en"');
    expect(invitation.body).toContain("Create your account");
  });

  it("is kept by nobody and listed nowhere", async () => {
    for (const path of ["/desk/sign-in", "/desk/invitation/made-up", "/desk/sign-in-link/made-up"]) {
      const { headers, body } = await visitorOf(site).get(path);
      expect(headers["cache-control"]).toBe("no-store");
      expect(headers["referrer-policy"]).toBe("same-origin");
      expect(headers["x-robots-tag"]).toContain("noindex");
      expect(body).not.toMatch(
        /<script(?! type="module" src="\/scripts\/page\.js\?v=\w+"><\/script>)|<style|\sstyle=|\son[a-z]+=/i,
      );
    }
  });
});
