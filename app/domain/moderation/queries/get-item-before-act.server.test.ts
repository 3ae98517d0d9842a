import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { reportedSubmission } from "#tests/support/factories/reports.ts";
import { makeComment, makeDesk, makeSubmission, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { getItemBeforeAct } from "./get-item-before-act.server.ts";

describe("an item on the page before an act", () => {
  useDatabase();

  const ja = { act: "approve", reasonKey: undefined, locale: "ja" } as const;

  const comment = async () => makeComment({ themeId: (await makeTheme((await makeDesk()).id)).id });

  it("is its public texts with what looks like personal data, and its version", async () => {
    await makeDesk();
    const { number } = await makeSubmission({ body: "連絡は090-1234-5678まで。担当は0144-32-6169です。" });
    const page = await getItemBeforeAct(staff("MODERATOR"), { type: "submission", number }, ja);
    expect(page).toMatchObject({ number, kind: "IDEA", version: 1, reason: null });
    const body = page.fields.find(({ name }) => name === "body");
    expect(body?.findings.map(({ text }) => text)).toEqual(["090-1234-5678"]);
  });

  it("has the rule that was chosen, in the viewer's language", async () => {
    const { number } = await comment();
    const of = async (reasonKey: string, locale: "ja" | "en") =>
      (await getItemBeforeAct(staff("MODERATOR"), { type: "comment", number }, { act: "decline", reasonKey, locale }))
        .reason;
    expect(await of("OFF_TOPIC", "ja")).toEqual({ label: "理由 OFF_TOPIC", guideline: "目安 OFF_TOPIC" });
    expect((await of("OFF_TOPIC", "en"))?.label).toBe("Reason OFF_TOPIC");
    expect(await of("NO_SUCH_REASON", "ja")).toBeNull();
  });

  it("says what hiding it does to the reports of it", async () => {
    const { number } = await reportedSubmission();
    const closesBy = async (act: string) =>
      (await getItemBeforeAct(staff("MODERATOR"), { type: "submission", number }, { ...ja, act })).closes;
    expect(await closesBy("hide")).toEqual({ reports: 1, told: 0 });
    expect(await closesBy("return")).toEqual({ reports: 0, told: 0 });
  });

  it("is nothing for those who do not work with it", async () => {
    const { number } = await makeSubmission();
    const ofComment = await comment();
    const refused = { code: "NOT_FOUND" };
    const as = (role: "OFFICER" | "MODERATOR", item: { type: "submission" | "comment"; number: string }) =>
      getItemBeforeAct(staff(role), item, ja);
    await expect(as("OFFICER", { type: "submission", number })).rejects.toMatchObject(refused);
    await expect(as("OFFICER", { type: "comment", number: ofComment.number })).rejects.toMatchObject(refused);
    await expect(as("MODERATOR", { type: "comment", number })).rejects.toMatchObject(refused);
  });
});
