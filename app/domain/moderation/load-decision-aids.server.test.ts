import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeComment, makeDesk, makeSubmission, makeTheme, staff } from "#tests/support/factories/review-rows.ts";
import { returnItem } from "./commands/return-item.server.ts";
import { saveCannedReply } from "./commands/save-canned-reply.server.ts";
import { loadDecisionAids } from "./load-decision-aids.server.ts";
import { loadReviewed } from "./load-reviewed.server.ts";
import { findReplyText } from "./queries/find-reply-text.server.ts";
import { getSubmissionReview } from "./queries/get-review-page.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const text = { ja: "{受付番号}「{題名}」({テーマ})について", easy: "", en: "About {受付番号}, “{題名}”" };
const makeReply = (changed: { decision?: "RETURN" | "HIDE"; isActive?: boolean } = {}) =>
  saveCannedReply(
    as(moderator),
    { id: null },
    { decision: "RETURN", reasonKey: null, title: "定型文", text, isActive: true, ...changed },
  );

describe("what stands beside the decisions", () => {
  it("are the reasons in use and the replies for these decisions, filled in the author's language", async () => {
    const theme = await makeTheme((await makeDesk()).id);
    const submission = await makeSubmission({ locale: "en", themeId: theme.id, title: "Paper" });
    const id = await makeReply();
    await makeReply({ decision: "HIDE" });
    await makeReply({ isActive: false });
    const item = { type: "submission", id: submission.id } as const;
    const reviewed = await loadReviewed(db(), moderator, item);
    const aids = await loadDecisionAids(moderator, reviewed, ["APPROVE", "RETURN", "DECLINE"], "ja");
    expect(aids.reasons.map(({ key }) => key).sort()).toEqual([
      "ABUSE",
      "DUPLICATE",
      "OFF_TOPIC",
      "OTHER",
      "PERSONAL_DATA",
    ]);
    expect(aids.reasons[0]).toMatchObject({ label: "理由 ABUSE", guideline: "目安 ABUSE" });
    expect(aids.replies).toEqual([
      {
        id,
        version: 1,
        title: "定型文",
        decision: "RETURN",
        reasonKey: null,
        text: `About ${submission.number}, “Paper”`,
      },
    ]);
    expect(await loadDecisionAids(moderator, reviewed, ["APPROVE"], "ja")).toEqual({ reasons: [], replies: [] });
    expect((await loadDecisionAids(moderator, reviewed, ["RESTORE"], "ja")).reasons).toEqual([]);
  });

  it("are Japanese where an edition is missing; a comment goes by the title of what it stands on", async () => {
    const theme = await makeTheme((await makeDesk()).id);
    const comment = await makeComment({ themeId: theme.id, locale: "easy" });
    const id = await makeReply();
    expect(await findReplyText(moderator, { type: "comment", id: comment.id }, id, ["RETURN"])).toEqual({
      id,
      version: 1,
      text: `${comment.number}「協働の推進」(協働の推進)について`,
    });
  });

  it("are not to be had otherwise", async () => {
    const { id } = await makeSubmission();
    const item = { type: "submission", id } as const;
    const gone = await makeReply({ isActive: false });
    const other = await makeReply({ decision: "HIDE" });
    for (const reply of [gone, other, "", "x".repeat(36), "0b5e4b0e-5f0a-4a54-8f0f-6a4a3f1d2c3b"]) {
      await expect(findReplyText(moderator, item, reply, ["RETURN", "DECLINE"])).rejects.toMatchObject({
        code: "INPUT",
        fields: { reply: ["choose"] },
      });
    }
    await expect(findReplyText(staff("VIEWER"), item, other, ["HIDE"])).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a decision with a canned reply", () => {
  it("keeps which version was used and tells the author the filled words", async () => {
    const { id, number } = await makeSubmission({ title: "回覧" });
    const reply = await makeReply();
    const item = { type: "submission", id } as const;
    await returnItem(as(moderator), {
      item,
      version: 1,
      reasonCode: "OTHER",
      explanation: "{題名}を直してください。{その他}",
      replies: [
        { id: reply, version: 1 },
        { id: reply, version: 9 },
      ],
    });
    const explanation = "回覧を直してください。{その他}";
    expect(await db().reviewDecision.findFirstOrThrow()).toMatchObject({ explanation });
    expect(await db().timelineEntry.findFirstOrThrow()).toMatchObject({ note: explanation });
    const page = await getSubmissionReview(moderator, number, { locale: "en", now: new Date() });
    expect(page.decisions).toMatchObject([
      { reason: "Reason OTHER", explanation, replies: [{ id: reply, version: 1, title: "定型文" }] },
    ]);
  });
});
