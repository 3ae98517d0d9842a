import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { mailTime } from "#tests/support/factories/mail.ts";
import { newsPerSecond, paceFor } from "./pace.ts";
import { forgetQuietDomains, slowDown, spreadTurns, turnOf } from "./turns.server.ts";

const later = (seconds: number) => new Date(mailTime.getTime() + seconds * 1_000);
const mail = (changes: Partial<Parameters<typeof turnOf>[0]> = {}) => ({
  recipient: "a@one.example",
  turnAt: null,
  toMany: false,
  ...changes,
});

describe("turns of mails to one domain", () => {
  useDatabase();

  it("are given out once each, also to several who ask at once", async () => {
    const turns = await Promise.all(Array.from({ length: 50 }, () => turnOf(mail(), mailTime)));
    const { burst } = paceFor(120, false);
    const inTime = turns.filter((turn) => turn <= mailTime);
    expect(inTime).toHaveLength(burst);
    const after = turns.filter((turn) => turn > mailTime).map(Number);
    expect(new Set(after).size).toBe(50 - burst);
  });

  it("of what goes to many leave those alone that somebody waits for", async () => {
    for (let at = 0; at < 300; at += 1) await turnOf(mail({ toMany: true }), mailTime);
    expect(await turnOf(mail(), mailTime)).toEqual(mailTime);
    expect((await turnOf(mail({ toMany: true }), mailTime)).getTime()).toBeGreaterThan(later(240).getTime());
  });

  it("are kept, and given anew once they are long over or the domain is left alone", async () => {
    const turnAt = later(10);
    expect(await turnOf(mail({ turnAt }), later(10))).toEqual(turnAt);
    expect(await turnOf(mail({ turnAt }), later(70))).toEqual(turnAt);
    expect(await turnOf(mail({ turnAt }), later(71))).toEqual(later(71));
    await db().$transaction((tx) => slowDown(tx, "b@ONE.example", later(10)));
    expect(await turnOf(mail({ turnAt }), later(10))).toEqual(turnAt);
    await db().$transaction((tx) => slowDown(tx, "b@ONE.example", later(10)));
    expect(await turnOf(mail({ turnAt }), later(10))).toEqual(later(70));
    expect((await turnOf(mail({ turnAt, toMany: true }), later(10))).getTime()).toBe(later(70).getTime());
  });

  it("of everything to many are spread over the seconds, one crowd after the other", async () => {
    const first = await spreadTurns(db(), newsPerSecond * 2, mailTime);
    const second = await spreadTurns(db(), newsPerSecond, mailTime);
    expect([first[0], first[newsPerSecond]]).toEqual([mailTime, later(1)]);
    expect([second[0], second.at(-1)]).toEqual([later(2), new Date(later(3).getTime() - 1_000 / newsPerSecond)]);
    expect((await spreadTurns(db(), 1, later(60)))[0]).toEqual(later(60));
  });

  it("are forgotten a day after the last", async () => {
    await turnOf(mail(), mailTime);
    await turnOf(mail({ recipient: "a@two.example" }), later(7_200));
    expect(await forgetQuietDomains(later(86_000))).toBe(0);
    expect(await forgetQuietDomains(later(86_500))).toBe(1);
    expect(await db().mailDomain.findMany({ select: { domain: true } })).toEqual([{ domain: "two.example" }]);
  });
});
