import { describe, expect, it } from "vitest";
import { hashToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  confirmedAddress,
  contextOf,
  ideaInput,
  makeTheme,
  newIdempotencyKey,
  queuedMails,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitIdea } from "./submit-idea.server.ts";

describe("submitting an idea", () => {
  useDatabase();

  it("stores it for review under the first receipt number of the fiscal year, with one audit entry", async () => {
    const theme = await makeTheme();
    const receipt = await submitIdea(
      contextOf(),
      ideaInput({ displayName: "市民A", name: "例示 花子", phone: "0144-00-0000", questionId: theme.questionId }),
    );
    expect(receipt.number).toBe("R8-0001");
    const stored = await db().submission.findUniqueOrThrow({
      where: { number: "R8-0001" },
      include: { private: true, revisions: true, timeline: true },
      omit: { queuePlace: true },
    });
    expect(stored).toMatchObject({
      kind: "IDEA",
      review: "PENDING",
      handling: "NEW",
      themeId: theme.id,
      questionId: theme.questionId,
      dueOn: new Date("2026-11-27T00:00:00Z"),
      trackingKeyHash: hashToken(receipt.trackingKey),
      private: { name: "例示 花子", phone: "0144-00-0000", emailAddressId: null },
      revisions: [{ revision: 1, title: "町内会の連絡をまとめる", displayName: "市民A", cityOnly: {} }],
      timeline: [{ event: "RECEIVED", audience: "PUBLIC" }],
      isSample: false,
    });
    expect(JSON.stringify(stored)).not.toContain(receipt.trackingKey);
    expect(await auditedActions()).toEqual(["submit-idea"]);
    expect(await queuedMails()).toEqual([]);
  });

  it("keeps rare characters as they were typed", async () => {
    await makeTheme();
    const title = "髙﨑神社の𠮷野家前 ㈱ か\u3099 👨‍👩‍👧 مرحبا";
    const { id } = await submitIdea(contextOf(), ideaInput({ title, displayName: "髙﨑" }));
    expect(await db().submission.findUniqueOrThrow({ where: { id } })).toMatchObject({ title, displayName: "髙﨑" });
  });

  it("asks an unknown address whether it is its owner's, and sends it nothing else", async () => {
    await makeTheme();
    await submitIdea(contextOf(), ideaInput({ email: "a@example.com" }));
    expect(await queuedMails()).toEqual([{ template: "confirm-address", recipient: "a@example.com" }]);
  });

  it("sends the receipt at once to an address that was confirmed before", async () => {
    await makeTheme();
    await confirmedAddress("a@example.com");
    await submitIdea(contextOf(), ideaInput({ email: "a@example.com" }));
    expect(await queuedMails()).toEqual([{ template: "receipt", recipient: "a@example.com" }]);
  });

  it("stops asking a mailbox after five times in a day, but keeps accepting ideas", async () => {
    await makeTheme();
    for (let sent = 0; sent < 7; sent += 1) await submitIdea(contextOf(), ideaInput({ email: "a@example.com" }));
    expect(await queuedMails()).toHaveLength(5);
    expect(await db().submission.count()).toBe(7);
  });

  it("gives the same receipt when the same confirm page is sent again", async () => {
    await makeTheme();
    const input = ideaInput({ email: "a@example.com" });
    const first = await submitIdea(contextOf(), input);
    expect(await submitIdea(contextOf(), input)).toEqual(first);
    expect(await db().submission.count()).toBe(1);
    expect(await queuedMails()).toHaveLength(1);
    expect(await auditedActions()).toEqual(["submit-idea"]);
  });

  it("gives one submission and one receipt when the same confirm page is sent several times at once", async () => {
    await makeTheme();
    const input = ideaInput({ email: "a@example.com" });
    const receipts = await Promise.all(Array.from({ length: 6 }, () => submitIdea(contextOf(), input)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await db().submission.count()).toBe(1);
    expect(await queuedMails()).toHaveLength(1);
  });

  it("numbers ideas sent at the same time without gaps or doubles", async () => {
    await makeTheme();
    const receipts = await Promise.all(Array.from({ length: 12 }, () => submitIdea(contextOf(), ideaInput())));
    expect(receipts.map((receipt) => receipt.number).sort()).toEqual(
      Array.from({ length: 12 }, (_, place) => `R8-${String(place + 1).padStart(4, "0")}`),
    );
  });

  it("begins a new sequence with the fiscal year, in Tokyo's time", async () => {
    await makeTheme();
    const lastMinute = new Date("2027-03-31T14:59:00Z");
    const firstMinute = new Date("2027-03-31T15:00:00Z");
    expect((await submitIdea(contextOf(undefined, lastMinute), ideaInput())).number).toBe("R8-0001");
    expect((await submitIdea(contextOf(undefined, firstMinute), ideaInput())).number).toBe("R9-0001");
  });

  it("is refused with clear words when the theme or its plan takes no proposals", async () => {
    await makeTheme({ slug: "closed-theme", acceptsIdeas: false });
    await makeTheme({ slug: "closed-plan", participation: "CLOSED" });
    await expect(submitIdea(contextOf(), ideaInput({ themeSlug: "closed-theme" }))).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "themeClosed",
    });
    await expect(submitIdea(contextOf(), ideaInput({ themeSlug: "closed-plan" }))).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "planClosed",
    });
    await expect(submitIdea(contextOf(), ideaInput({ themeSlug: "nowhere" }))).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db().receiptSequence.count()).toBe(0);
  });

  it("takes only a question that is open and belongs to the theme", async () => {
    const theme = await makeTheme();
    const other = await makeTheme({ slug: "ict" });
    for (const questionId of [theme.closedQuestionId, other.questionId, crypto.randomUUID()]) {
      await expect(submitIdea(contextOf(), ideaInput({ questionId }))).rejects.toMatchObject({
        code: "INPUT",
        fields: { questionId: ["questionClosed"] },
      });
    }
  });

  it("is not for staff, and only the platform itself can mark a sample", async () => {
    await makeTheme();
    await expect(submitIdea(contextOf(staffActor("ADMIN")), ideaInput())).rejects.toMatchObject({ code: "FORBIDDEN" });
    const forged = await submitIdea(contextOf(), ideaInput({ isSample: true }));
    const sample = await submitIdea(
      contextOf({ kind: "system", name: "見本" }),
      ideaInput({ isSample: true, idempotencyKey: newIdempotencyKey() }),
    );
    const rows = await db().submission.findMany({ select: { id: true, isSample: true } });
    expect(Object.fromEntries(rows.map((row) => [row.id, row.isSample]))).toEqual({
      [forged.id]: false,
      [sample.id]: true,
    });
  });
});
