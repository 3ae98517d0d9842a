import { describe, expect, it } from "vitest";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeComment, makeSubmission, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { approveItem } from "../commands/approve-item.server.ts";
import { queueFilterSchema } from "../queue.ts";
import { findNeighbours } from "./find-neighbours.server.ts";

describe("the neighbours of an item in a heap", () => {
  useDatabase();

  const pending = queueFilterSchema.parse({ view: "pending" });
  const dueOn = new Date("2026-11-27T00:00:00Z");
  const at = (minute: number) => new Date(noon.getTime() + minute * 60_000);
  const moderator = staff("MODERATOR");

  it("are what stands before and after it, of both kinds, and nothing at the ends", async () => {
    const theme = await makeTheme();
    const first = await makeSubmission({ dueOn, receivedAt: at(1) });
    const second = await makeComment({ themeId: theme.id, dueOn, receivedAt: at(2) });
    const third = await makeSubmission({ dueOn, receivedAt: at(3) });
    const find = (type: ItemRef["type"], id: string) => findNeighbours(moderator, pending, { type, id }, noon);
    expect(await find("submission", first.id)).toEqual({
      previous: null,
      next: { type: "comment", number: second.number },
    });
    expect(await find("comment", second.id)).toEqual({
      previous: { type: "submission", number: first.number },
      next: { type: "submission", number: third.number },
    });
    expect((await find("submission", third.id)).next).toBeNull();
  });

  it("are found for what has left the heap, from where it stands now, and only in the filter's part", async () => {
    const gone = await makeSubmission({ dueOn, receivedAt: at(1) });
    const partnership = await makeSubmission({ kind: "PARTNERSHIP", dueOn: new Date("2026-12-25T00:00:00Z") });
    const item = { type: "submission", id: gone.id } as const;
    await approveItem(as(moderator), { item, version: gone.version });
    expect(await findNeighbours(moderator, pending, item, noon)).toEqual({
      previous: null,
      next: { type: "submission", number: partnership.number },
    });
    const ideas = queueFilterSchema.parse({ view: "pending", kind: "IDEA" });
    expect(await findNeighbours(moderator, ideas, item, noon)).toEqual({ previous: null, next: null });
  });

  it("are none of an item that is not there", async () => {
    const item = { type: "submission", id: "00000000-0000-4000-8000-000000000000" } as const;
    expect(await findNeighbours(moderator, pending, item, noon)).toEqual({ previous: null, next: null });
  });
});
