import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { goodPassword, makeAccount } from "#tests/support/factories/staff-rows.ts";
import { signIn } from "./commands/sign-in.server.ts";
import { findSession } from "./find-session.server.ts";
import { sessionLimits } from "./staff.ts";

useDatabase();

const at = (ms: number) => new Date(noon.getTime() + ms);
const minute = 60_000;

async function open() {
  const account = await makeAccount();
  const { token } = await signIn(as(anonymous), {
    email: account.email,
    password: goodPassword,
    network: "192.0.2.1",
    userAgent: null,
  });
  return { account, token };
}

describe("findSession", () => {
  it("finds nobody for anything that is not a session's secret", async () => {
    await open();
    for (const token of [null, undefined, "", "made-up", "x".repeat(5_000), "' OR 1=1 --"]) {
      expect(await findSession(token, noon)).toBeNull();
    }
  });

  it("ends an idle session but lets one that is used live to its absolute end", async () => {
    const { token } = await open();
    expect(await findSession(token, at(sessionLimits.idle))).toBeNull();
    const step = sessionLimits.idle - minute;
    let time = 0;
    while (time + step < sessionLimits.absolute) {
      time += step;
      expect(await findSession(token, at(time))).not.toBeNull();
    }
    expect(await findSession(token, at(sessionLimits.absolute))).toBeNull();
  });

  it("notes at most once a minute that the session is in use", async () => {
    const { token } = await open();
    const lastSeen = async () => (await db().staffSession.findFirstOrThrow()).lastSeenAt;
    await findSession(token, at(minute - 1));
    expect(await lastSeen()).toEqual(noon);
    await findSession(token, at(minute));
    expect(await lastSeen()).toEqual(at(minute));
  });

  it("reads role and activity anew each time", async () => {
    const { account, token } = await open();
    await db().staffAccount.update({ where: { id: account.id }, data: { role: "VIEWER" } });
    expect((await findSession(token, noon))?.actor.role).toBe("VIEWER");
    await db().staffAccount.update({ where: { id: account.id }, data: { isActive: false } });
    expect(await findSession(token, noon)).toBeNull();
  });
});
