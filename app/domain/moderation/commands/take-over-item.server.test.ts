import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeSubmission, noon, staff } from "#tests/support/factories/review-rows.ts";
import { openItem } from "../open-item.server.ts";
import { takeOverItem } from "./take-over-item.server.ts";

useDatabase();

const [a, b, c] = [staff("MODERATOR"), staff("ADMIN"), staff("MODERATOR")];
const look = { now: noon, isLook: true };

async function openedBy(holder: typeof a) {
  const { id } = await makeSubmission();
  const item = { type: "submission", id } as const;
  await openItem(holder, item, look);
  return item;
}

describe("taking an item over", () => {
  it("makes it the moderator's, once, and writes down from whom; the item itself stays as it is", async () => {
    const item = await openedBy(a);
    const before = await db().submission.findUniqueOrThrow({ where: { id: item.id } });
    await takeOverItem(as(b), { item, from: a.id });
    expect(await openItem(b, item, look)).toMatchObject({ holder: "me" });
    expect(await db().submission.findUniqueOrThrow({ where: { id: item.id } })).toEqual(before);
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "take-over-submission", actorId: b.id, subjectId: item.id, detail: { from: a.id } },
    ]);
    await takeOverItem(as(a), { item, from: b.id });
    expect(await openItem(a, item, look)).toMatchObject({ holder: "me" });
  });

  it("is refused when yet another has it by now", async () => {
    const item = await openedBy(a);
    const results = await Promise.allSettled([
      takeOverItem(as(b), { item, from: a.id }),
      takeOverItem(as(c), { item, from: a.id }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT", messageKey: "claimedByAnother" },
    });
    expect(await db().auditEntry.count()).toBe(1);
  });

  it("is nothing to write down when nobody has it any more, or it is one's own", async () => {
    const { id } = await makeSubmission();
    const item = { type: "submission", id } as const;
    await takeOverItem(as(b), { item, from: a.id });
    await takeOverItem(as(b), { item, from: b.id });
    expect(await openItem(b, item, look)).toMatchObject({ holder: "me" });
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("is for moderators, on what they may see", async () => {
    const item = await openedBy(a);
    await expect(takeOverItem(as(staff("VIEWER")), { item, from: a.id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeOverItem(as(staff("OFFICER")), { item, from: a.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const nowhere = { type: "submission", id: "00000000-0000-4000-8000-000000000000" } as const;
    await expect(takeOverItem(as(b), { item: nowhere, from: a.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await openItem(a, item, look)).toMatchObject({ holder: "me" });
  });
});
