import { describe, expect, it } from "vitest";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { appealedSubmission, nextDay } from "#tests/support/factories/appeals.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { escalateItem } from "../commands/escalate-item.server.ts";
import { giveBackItem } from "../commands/give-back-item.server.ts";
import { upholdAppeal } from "../commands/uphold-appeal.server.ts";
import { findOpenAppeal } from "./find-open-appeal.server.ts";
import { getSubmissionReview } from "./get-review-page.server.ts";

describe("the appeal on the review page", () => {
  useDatabase();

  it("says who may decide about it, and says so when nobody is left", async () => {
    const decider = await makeAccount({ role: "MODERATOR", password: null });
    const { item } = await appealedSubmission(decider.actor);
    const find = (viewer: Parameters<typeof findOpenAppeal>[0]) =>
      findOpenAppeal(viewer, { ...item, review: "DECLINED", isEscalated: false }, nextDay);
    expect(await find(decider.actor)).toMatchObject({ viewer: "nobodyLeft", dueOn: "2026-12-02", late: false });
    await makeAccount({ role: "VIEWER", password: null });
    await makeAccount({ role: "OFFICER", password: null });
    const gone = await makeAccount({ role: "MODERATOR", password: null });
    await db().staffAccount.update({ where: { id: gone.id }, data: { isActive: false } });
    expect(await find(decider.actor)).toMatchObject({ viewer: "nobodyLeft" });
    const administrator = await makeAccount({ role: "ADMIN", password: null });
    expect(await find(decider.actor)).toMatchObject({ viewer: "isParty" });
    expect(await find(administrator.actor)).toMatchObject({ viewer: "decides" });
    expect(await find(staff("VIEWER"))).toMatchObject({ viewer: "reads" });
  });

  it("is offered to administrators alone while the item is handed to them", async () => {
    const { item, number, appealed, decider } = await appealedSubmission();
    const [moderator, administrator] = [staff("MODERATOR"), staff("ADMIN")];
    const partOf = async (viewer: StaffActor) =>
      (await getSubmissionReview(viewer, number, { locale: "ja", now: nextDay })).appeal?.viewer;
    expect(await partOf(moderator)).toBe("decides");
    await escalateItem(as(moderator, nextDay), { item, version: appealed.version, note: "判断に迷います。" });
    expect(await partOf(moderator)).toBe("escalated");
    expect(await partOf(administrator)).toBe("decides");
    expect(await partOf(decider)).toBe("nobodyLeft");
    expect(await partOf(staff("VIEWER"))).toBe("reads");
    await giveBackItem(as(administrator, nextDay), { item, version: appealed.version + 1, note: "お任せします。" });
    expect(await partOf(moderator)).toBe("decides");
  });

  it("is late after its day, and gone once it was decided; the history keeps it with the decision it was about", async () => {
    const { number, appealed, decider } = await appealedSubmission();
    const other = staff("MODERATOR");
    const at = (now: Date) => getSubmissionReview(other, number, { locale: "ja", now });
    expect((await at(new Date("2026-12-03T00:00:00Z"))).appeal).toMatchObject({
      late: true,
      decidedBy: decider.name,
      words: "傷つける言葉はどこにもありません。",
    });
    await upholdAppeal(as(other, nextDay), { ...appealed, explanation: "変えません。" });
    const page = await at(nextDay);
    expect(page.appeal).toBeNull();
    expect(page.decisions).toMatchObject([
      { decision: "DECLINE", appeal: { state: "upheld", explanation: "変えません。", by: other.name } },
    ]);
    expect(page.timeline.map(({ event }) => event).sort()).toEqual(["APPEALED", "APPEAL_UPHELD", "DECLINED"]);
  });
});
