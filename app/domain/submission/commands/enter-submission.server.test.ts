import { describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  authorOf,
  confirmedAddress,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  partnershipInput,
  queuedMails,
  staffActor,
  testNow,
} from "#tests/support/submissions.ts";
import { type EntryInput, enterSubmission } from "./enter-submission.server.ts";

const moderator = contextOf(staffActor("MODERATOR"));
const onPaper = { channel: "PAPER", arrivedOn: "2026-11-20", authorLocale: "ja" } as const;
const ideaOnPaper = (changes: Parameters<typeof ideaInput>[0] = {}): EntryInput => ({
  kind: "IDEA",
  ...onPaper,
  ...ideaInput(changes),
});

describe("typing in what did not come through the site", () => {
  useDatabase();

  it("stores an idea for review, promised from the day it arrived, with its channel and one audit entry", async () => {
    const theme = await makeTheme();
    const actor = staffActor("MODERATOR");
    const receipt = await enterSubmission(
      contextOf(actor),
      ideaOnPaper({ name: "例示 花子", displayName: "市民A", questionId: theme.questionId }),
    );
    expect(receipt.number).toBe("R8-0001");
    const stored = await db().submission.findUniqueOrThrow({
      where: { id: receipt.id },
      include: { private: true, timeline: true },
    });
    expect(stored).toMatchObject({
      kind: "IDEA",
      channel: "PAPER",
      review: "PENDING",
      handling: "NEW",
      themeId: theme.id,
      // Friday the 20th; the Monday after it is a holiday, so three open days end on the 26th
      dueOn: new Date("2026-11-26T00:00:00Z"),
      receivedAt: new Date("2026-11-19T15:00:00Z"),
      changedAt: testNow,
      private: { name: "例示 花子" },
      timeline: [{ event: "RECEIVED", audience: "PUBLIC", at: new Date("2026-11-19T15:00:00Z") }],
      isSample: false,
    });
    expect(await db().auditEntry.findMany({ select: { action: true, actorId: true, detail: true } })).toEqual([
      {
        action: "enter-submission",
        actorId: actor.id,
        detail: { kind: "IDEA", channel: "PAPER", arrivedOn: "2026-11-20" },
      },
    ]);
  });

  it("says the very moment of what arrives today", async () => {
    await makeTheme();
    const { id } = await enterSubmission(moderator, { ...ideaOnPaper(), channel: "PHONE", arrivedOn: "2026-11-24" });
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({
      channel: "PHONE",
      receivedAt: testNow,
      dueOn: new Date("2026-11-27T00:00:00Z"),
    });
  });

  it("takes partnership proposals and inquiries as their own forms do", async () => {
    await makeTheme();
    const desk = await makeDesk();
    const partnership = { kind: "PARTNERSHIP", ...onPaper, channel: "FAX", ...partnershipInput() } as const;
    const inquiry = { kind: "INQUIRY", ...onPaper, channel: "COUNTER", ...inquiryInput() } as const;
    const administrator = contextOf(staffActor("ADMIN"));
    const { id: first } = await enterSubmission(administrator, partnership);
    const { id: second } = await enterSubmission(administrator, inquiry);
    expect(await db().submission.findUniqueOrThrow({ where: { id: first }, include: { private: true } })).toMatchObject(
      {
        channel: "FAX",
        review: "PENDING",
        organizationName: "例示交通株式会社",
        private: { costSharing: "PARTIAL", phone: "0144-00-0000" },
      },
    );
    expect(await db().submission.findUniqueOrThrow({ where: { id: second } })).toMatchObject({
      channel: "COUNTER",
      review: "NOT_PUBLIC",
      inquiryDeskId: desk.id,
      searchText: "",
    });
  });

  it("mails its author in the language they read, as if they had sent it", async () => {
    await makeTheme();
    await confirmedAddress("known@example.com");
    await enterSubmission(moderator, { ...ideaOnPaper({ email: "known@example.com" }), authorLocale: "easy" });
    await enterSubmission(moderator, { ...ideaOnPaper({ email: "new@example.com" }), authorLocale: "en" });
    expect(await queuedMails()).toEqual([
      { template: "confirm-address", recipient: "new@example.com" },
      { template: "receipt", recipient: "known@example.com" },
    ]);
    expect(await db().mail.findMany({ orderBy: { template: "asc" }, select: { locale: true } })).toEqual([
      { locale: "en" },
      { locale: "easy" },
    ]);
  });

  it("gives one submission and one receipt when the same confirm page is sent several times at once", async () => {
    await makeTheme();
    const input = ideaOnPaper({ email: "a@example.com" });
    const receipts = await Promise.all(Array.from({ length: 6 }, () => enterSubmission(moderator, input)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await db().submission.count()).toBe(1);
    expect(await queuedMails()).toHaveLength(1);
    expect(await auditedActions()).toEqual(["enter-submission"]);
  });

  it("refuses a day to come and one that is too long ago, and takes the days between", async () => {
    await makeTheme();
    const arriving = (arrivedOn: string) => enterSubmission(moderator, { ...ideaOnPaper(), arrivedOn });
    await expect(arriving("2026-11-25")).rejects.toMatchObject({ fields: { arrivedOn: ["arrivedInFuture"] } });
    await expect(arriving("2026-09-24")).rejects.toMatchObject({ fields: { arrivedOn: ["arrivedTooLongAgo"] } });
    expect(await db().submission.count()).toBe(0);
    await arriving("2026-09-25");
    await arriving("2026-11-24");
    expect(await db().submission.count()).toBe(2);
  });

  it("is refused for a theme or desk that takes nothing", async () => {
    await makeTheme({ acceptsIdeas: false });
    await expect(enterSubmission(moderator, ideaOnPaper())).rejects.toMatchObject({ messageKey: "themeClosed" });
    const toNobody = { kind: "INQUIRY", ...onPaper, ...inquiryInput({ deskSlug: "nowhere" }) } as const;
    await expect(enterSubmission(moderator, toNobody)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().receiptSequence.count()).toBe(0);
  });

  it("is for moderators and administrators alone", async () => {
    const theme = await makeTheme();
    const others: (Actor | undefined)[] = [
      undefined,
      authorOf({ id: crypto.randomUUID() }),
      staffActor("OFFICER", [theme.deskId]),
      staffActor("VIEWER"),
    ];
    for (const actor of others) {
      await expect(enterSubmission(contextOf(actor), ideaOnPaper())).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().submission.count()).toBe(0);
    expect(await auditedActions()).toEqual([]);
  });
});
