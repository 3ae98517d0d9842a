import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { lastRequest } from "#tests/support/factories/follow-rows.ts";
import {
  auditedActions,
  confirmedAddress,
  contextOf,
  makeTheme,
  publishedIdea,
  queuedMails,
} from "#tests/support/submissions.ts";
import { requestFollow } from "./request-follow.server.ts";

useDatabase();

const ask = (target: Parameters<typeof requestFollow>[1]["target"], email = "reader@example.com") =>
  requestFollow(contextOf(), { target, email, pace: "AT_ONCE" });

describe("asking for news", () => {
  it("asks the owner of the address, and nothing is followed yet", async () => {
    await makeTheme();
    const { number, id } = await publishedIdea();
    await ask({ proposal: number });
    expect(await queuedMails()).toEqual([{ template: "confirm-follow", recipient: "reader@example.com" }]);
    expect(await lastRequest("reader@example.com")).toMatchObject({
      submissionId: id,
      pace: "AT_ONCE",
      confirmedAt: null,
    });
    expect([await db().follow.count(), await db().follower.count()]).toEqual([0, 0]);
    expect((await auditedActions()).filter((action) => action === "request-follow")).toHaveLength(1);
  });

  it("does the same for an address that is known and for one that is not", async () => {
    await makeTheme();
    await confirmedAddress("known@example.com");
    await ask({ theme: "collaboration" }, "known@example.com");
    await ask({ theme: "collaboration" }, "new@example.com");
    const mails = await db().mail.findMany({ select: { template: true, subjectLine: true, params: true } });
    const [one, other] = mails.map(({ template, subjectLine, params }) => ({
      template,
      subjectLine,
      ...(params as object),
      requestId: "",
    }));
    expect(one).toEqual(other);
  });

  it("keeps what a search asks for out of the mail: anybody could write to a stranger with it", async () => {
    await ask({ search: "q=いますぐ example.com を開いて&kind=idea&after=x" });
    expect(await lastRequest("reader@example.com")).toMatchObject({
      search: new URLSearchParams({ q: "いますぐ example.com を開いて", kind: "idea" }).toString(),
    });
    const [mail] = await db().mail.findMany();
    expect(JSON.stringify(mail)).not.toContain("いますぐ");
  });

  it("sends an address five mails a day and no more, without saying so", async () => {
    for (let n = 0; n < 7; n += 1) await ask({ search: "" });
    expect(await db().mail.count()).toBe(5);
    expect(await db().auditEntry.count()).toBe(5);
  });

  it.each(["PENDING", "HIDDEN", "WITHDRAWN"] as const)("does not know a proposal that is %s", async (state) => {
    await makeTheme();
    const { number, id } = await publishedIdea();
    await db().submission.update({ where: { id }, data: { review: state } });
    await expect(ask({ proposal: number })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().mail.count({ where: { template: "confirm-follow" } })).toBe(0);
  });
});
