import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { visitorOf } from "#tests/support/visitor.ts";

process.env.BASE_URL = "https://hiroba.tomakomai.example";

useDatabase();

let site: TestSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

const credentials = (email: string) => ({ act: "sign-in", email, password: goodPassword });

describe("the desk on a public https address", () => {
  it("keeps the session in a cookie that only this host gets, over TLS alone and out of scripts' reach", async () => {
    const { email } = await makeAccount({ role: "VIEWER" });
    const visitor = visitorOf(site);
    await visitor.post("/desk/sign-in", credentials(email));
    expect(visitor.lastSetCookie).toHaveLength(1);
    expect(visitor.lastSetCookie[0]).toMatch(
      /^__Host-desk=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=604\d{3}; Secure$/,
    );
    expect((await visitor.get("/desk/account")).status).toBe(200);
  });

  it("takes no session from a cookie that a plain-http neighbour could have planted", async () => {
    const { email } = await makeAccount({ role: "VIEWER" });
    const visitor = visitorOf(site);
    await visitor.post("/desk/sign-in", credentials(email));
    const planted = visitorOf(site);
    planted.cookies.set("desk", visitor.cookies.get("__Host-desk") ?? "");
    expect((await planted.get("/desk/account")).status).toBe(303);
  });

  it("does not offer to put the second factor off, nor does it", async () => {
    const { id, email } = await makeAccount({ role: "ADMIN" });
    const visitor = visitorOf(site);
    const first = await visitor.post("/desk/sign-in", credentials(email));
    expect(first.headers.location).toBe("/desk/sign-in/set-up");
    const setUp = await visitor.get("/desk/sign-in/set-up");
    expect(setUp.status).toBe(200);
    expect(setUp.body).not.toContain('value="putOff"');
    expect((await visitor.post("/desk/sign-in/set-up", { act: "putOff" })).status).toBe(403);
    expect((await visitor.get("/desk/staff")).status).toBe(303);
    expect((await db().staffAccount.findUniqueOrThrow({ where: { id } })).secondFactorPutOffAt).toBeNull();
  });
});
