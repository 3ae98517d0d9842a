import { addMinutes } from "date-fns";
import { beforeEach, describe, expect, it } from "vitest";
import { claimMinutes } from "#app/domain/shared/claim-time.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { contentGeneration } from "#app/platform/content-changes.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeComment, makeSubmission, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { claimItem, findClaim, holdItem, letGoOf, letGoOfNumber } from "./claim-item.server.ts";
import { clearClaims } from "./clear-claims.server.ts";
import { approveItem } from "./commands/approve-item.server.ts";
import { declineItem } from "./commands/decline-item.server.ts";
import { redactItem } from "./commands/redact-item.server.ts";
import { takeOverItem } from "./commands/take-over-item.server.ts";
import { openItem } from "./open-item.server.ts";

useDatabase();

const [a, b, c] = [staff("MODERATOR"), staff("ADMIN"), staff("MODERATOR")];
const look = { now: noon, isLook: true };
const later = (minutes: number) => addMinutes(noon, minutes);
const idea = async (): Promise<ItemRef & { number: string }> => {
  const { id, number } = await makeSubmission();
  return { type: "submission", id, number };
};

describe("opening an item", () => {
  let item: ItemRef & { number: string };
  beforeEach(async () => {
    item = await idea();
  });

  it("gives it to whoever may decide and opens it first, and tells the next one who has it since when", async () => {
    expect(await openItem(a, item, look)).toMatchObject({ holder: "me", since: noon.toISOString() });
    expect(await openItem(b, item, { now: later(3), isLook: true })).toEqual({
      byId: a.id,
      by: a.name,
      since: noon.toISOString(),
      holder: "another",
      mayTakeOver: true,
    });
  });

  it("gives a comment the same way", async () => {
    const { id } = await makeComment({ themeId: (await makeTheme()).id });
    await openItem(a, { type: "comment", id }, look);
    expect(await openItem(b, { type: "comment", id }, look)).toMatchObject({ by: a.name, holder: "another" });
  });

  it("gives nothing to a viewer, who sees who has it, to an officer, and to a browser that fetches ahead", async () => {
    const viewer = staff("VIEWER");
    expect(await openItem(viewer, item, look)).toBeNull();
    expect(await openItem(staff("OFFICER"), item, look)).toBeNull();
    expect(await openItem(a, item, { now: noon, isLook: false })).toBeNull();
    expect(await db().claim.count()).toBe(0);
    await openItem(a, item, look);
    expect(await openItem(viewer, item, look)).toMatchObject({ by: a.name, holder: "another", mayTakeOver: false });
    expect(await openItem(staff("OFFICER"), item, look)).toBeNull();
  });

  it("keeps it for some minutes after the last look, counted from each look anew", async () => {
    await openItem(a, item, look);
    await openItem(a, item, { now: later(claimMinutes - 1), isLook: true });
    expect(await openItem(b, item, { now: later(2 * claimMinutes - 2), isLook: true })).toMatchObject({
      holder: "another",
      since: noon.toISOString(),
    });
    const late = later(2 * claimMinutes - 1);
    expect(await findClaim(db(), b, item, late)).toBeNull();
    expect(await openItem(b, item, { now: late, isLook: true })).toMatchObject({
      holder: "me",
      since: late.toISOString(),
    });
    expect(await openItem(a, item, { now: late, isLook: true })).toMatchObject({ holder: "another", by: b.name });
  });

  it("gives it to exactly one of many who open it at once", async () => {
    const crowd = Array.from({ length: 8 }, () => staff("MODERATOR"));
    const seen = await Promise.all(crowd.map((one) => claimItem(null, one, item, noon)));
    expect(seen.filter(({ holder }) => holder === "me")).toHaveLength(1);
    expect(new Set(seen.map(({ byId }) => byId)).size).toBe(1);
    const late = later(claimMinutes);
    const again = await Promise.all(crowd.map((one) => claimItem(null, one, item, late)));
    expect(again.filter(({ holder }) => holder === "me")).toHaveLength(1);
    expect(await db().claim.count()).toBe(1);
  });

  it("is no change that pages are made anew for, and stands in no log", async () => {
    const before = contentGeneration();
    await openItem(a, item, look);
    await letGoOf(as(a), item);
    expect(contentGeneration()).toBe(before);
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("ends when its holder lets go, and only then", async () => {
    await openItem(a, item, look);
    await letGoOf(as(b), item);
    await letGoOfNumber(b, "submission", item.number);
    await letGoOfNumber(a, "comment", item.number);
    expect(await openItem(b, item, look)).toMatchObject({ holder: "another" });
    await letGoOfNumber(a, "submission", item.number);
    expect(await openItem(b, item, look)).toMatchObject({ holder: "me" });
  });

  it("leaves nothing behind once it ran out", async () => {
    await openItem(a, item, look);
    expect(await clearClaims(later(claimMinutes - 1))).toBe(0);
    expect(await clearClaims(later(claimMinutes))).toBe(1);
  });
});

describe("deciding about an item", () => {
  const words = { reasonCode: "OTHER", explanation: "理由です。" } as const;
  const refused = { code: "CONFLICT", messageKey: "claimedByAnother", params: { by: a.name, at: "12:00" } };

  it("is for whoever has it: others are told who that is, and nothing changes", async () => {
    const item = await idea();
    await openItem(a, item, look);
    await expect(approveItem(as(b), { item, version: 1 })).rejects.toMatchObject(refused);
    await expect(declineItem(as(b), { item, version: 1, ...words })).rejects.toMatchObject(refused);
    const hide = { item, version: 1, ranges: [], words: { text: "電子", label: "OTHER" } } as const;
    await expect(redactItem(as(b), hide)).rejects.toMatchObject(refused);
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toMatchObject({
      review: "PENDING",
      version: 1,
    });
    await approveItem(as(a), { item, version: 1 });
    expect(await db().claim.count()).toBe(0);
  });

  it("is possible without having opened it, and when the one who had it left it alone too long", async () => {
    const item = await idea();
    await openItem(a, item, look);
    await approveItem(as(b, later(claimMinutes)), { item, version: 1 });
    const fresh = await idea();
    await approveItem(as(b), { item: fresh, version: 1 });
    expect(await db().claim.count()).toBe(0);
  });

  it("keeps the claim when the decision fails for another reason", async () => {
    const item = await idea();
    await openItem(a, item, look);
    await expect(approveItem(as(a), { item, version: 7 })).rejects.toMatchObject({ messageKey: "changedMeanwhile" });
    expect(await openItem(b, item, look)).toMatchObject({ holder: "another" });
  });

  it("tells whom it was taken over from, on the page and in the refusal", async () => {
    const item = await idea();
    await openItem(a, item, look);
    await takeOverItem(as(b, later(2)), { item, from: a.id });
    expect(await openItem(a, item, { now: later(3), isLook: true })).toMatchObject({
      holder: "takenFromMe",
      by: b.name,
      since: later(2).toISOString(),
    });
    await expect(holdItem(as(a, later(3)), item)).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "claimTakenOver",
      params: { by: b.name, at: "12:02" },
    });
    expect(await openItem(c, item, { now: later(3), isLook: true })).toMatchObject({ holder: "another", by: b.name });
    await expect(holdItem(as(staff("VIEWER")), item)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
