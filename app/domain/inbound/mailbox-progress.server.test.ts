import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { dueRetries, forgetRetry, noteFailure, noteSeen, openProgress } from "./mailbox-progress.server.ts";

const mailbox = "replies@mail.example:993/INBOX";
const start = Date.UTC(2026, 10, 26, 3);
const at = (minutes: number) => new Date(start + minutes * 60_000);

describe("how far a mailbox was looked through", () => {
  useDatabase();

  it("is kept for one numbering of the server, and forgotten with the next", async () => {
    const numbered = { mailbox, uidValidity: 4_294_967_295n };
    expect(await openProgress(numbered, at(0))).toBe(0);
    await noteSeen(numbered, 4_294_967_294, at(1));
    await noteFailure(mailbox, 4_294_967_293, at(1));
    expect(await openProgress(numbered, at(2))).toBe(4_294_967_294);
    // Too late: the server has begun to count anew.
    expect(await openProgress({ mailbox, uidValidity: 1n }, at(3))).toBe(0);
    await noteSeen(numbered, 9, at(4));
    expect(await openProgress({ mailbox, uidValidity: 1n }, at(5))).toBe(0);
    expect(await dueRetries(mailbox, at(600))).toEqual([]);
  });

  it("leaves out what failed, which is tried again after ever longer, at most an hour, until it is done", async () => {
    let now = 0;
    for (const pause of [1, 2, 4, 8, 16, 32, 60, 60]) {
      await noteFailure(mailbox, 3, at(now));
      expect(await dueRetries(mailbox, at(now + pause - 0.1))).toEqual([]);
      now += pause;
      expect(await dueRetries(mailbox, at(now))).toEqual([3]);
    }
    await noteFailure("other@mail.example:993/INBOX", 3, at(now));
    await forgetRetry(mailbox, 3);
    expect(await db().inboundRetry.findMany({ select: { mailbox: true } })).toEqual([
      { mailbox: "other@mail.example:993/INBOX" },
    ]);
  });
});
