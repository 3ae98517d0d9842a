import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { appealedSubmission, declinedSubmission, nextDay } from "#tests/support/factories/appeals.ts";
import { as, makeSubmission, staff } from "#tests/support/factories/review-rows.ts";
import { overturnAppeal } from "../commands/overturn-appeal.server.ts";
import { upholdAppeal } from "../commands/uphold-appeal.server.ts";
import { getTrackedAppeal } from "./get-tracked-appeal.server.ts";

describe("what an author reads about appealing", () => {
  useDatabase();
  const nothing = { possible: null, filed: null };
  const authorOf = (id: string) => ({ kind: "author", of: "submission", id }) as const;

  it("is nothing before a decision, and for a month that it is possible", async () => {
    const pending = await makeSubmission();
    expect(await getTrackedAppeal(authorOf(pending.id), { now: nextDay })).toEqual(nothing);
    const { item, decisionId } = await declinedSubmission();
    const possible = { decisionId, until: "2026-12-24" };
    expect(await getTrackedAppeal(authorOf(item.id), { now: nextDay })).toEqual({ possible, filed: null });
    expect(await getTrackedAppeal(authorOf(item.id), { now: new Date("2026-12-25T00:00:00Z") })).toEqual(nothing);
  });

  it("is the appeal that waits, late after its day, and then why the decision stands", async () => {
    const { item, appealed } = await appealedSubmission();
    const words = "傷つける言葉はどこにもありません。";
    expect(await getTrackedAppeal(authorOf(item.id), { now: nextDay })).toEqual({
      possible: null,
      filed: {
        state: "open",
        words,
        filedAt: nextDay.toISOString(),
        dueOn: "2026-12-02",
        late: false,
        explanation: null,
      },
    });
    expect((await getTrackedAppeal(authorOf(item.id), { now: new Date("2026-12-03T00:00:00Z") })).filed?.late).toBe(
      true,
    );
    await upholdAppeal(as(staff("MODERATOR"), nextDay), { ...appealed, explanation: "変えません。" });
    expect(await getTrackedAppeal(authorOf(item.id), { now: nextDay })).toMatchObject({
      possible: null,
      filed: { state: "upheld", explanation: "変えません。" },
    });
  });

  it("is nothing any more once the text is public: the timeline tells the rest", async () => {
    const { item, appealed } = await appealedSubmission();
    await overturnAppeal(as(staff("MODERATOR"), nextDay), { ...appealed, explanation: "改めます。" });
    expect(await getTrackedAppeal(authorOf(item.id), { now: nextDay })).toEqual(nothing);
    expect(await db().timelineEntry.count({ where: { submissionId: item.id, event: "APPEAL_OVERTURNED" } })).toBe(1);
  });

  it("is for the author of the item alone", async () => {
    const { item } = await declinedSubmission();
    const other = { kind: "author", of: "comment", id: item.id } as const;
    await expect(getTrackedAppeal(other, { now: nextDay })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
