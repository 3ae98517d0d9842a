import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { enterSubmission } from "#app/domain/submission/commands/enter-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { reportInput } from "#tests/support/factories/reports.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeDesk,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { ideaInput, makeTheme as makeTestTheme } from "#tests/support/submissions.ts";
import { reportItem } from "../commands/report-item.server.ts";
import { getCommentReview, getSubmissionReview } from "./get-review-page.server.ts";

describe("the review page", () => {
  useDatabase();
  const around = { locale: "ja", now: noon } as const;

  it("marks personal data in public text exactly, but not the telephone of a desk", async () => {
    await makeDesk();
    const { number } = await makeSubmission({ body: "連絡は090-1234-5678まで。担当は0144-32-6169です。" });
    const page = await getSubmissionReview(staff("MODERATOR"), number, around);
    const body = page.fields.find(({ name }) => name === "body");
    expect(body?.findings.map(({ kind, text }) => [kind, text])).toEqual([["PHONE", "090-1234-5678"]]);
    const [found] = body?.findings ?? [];
    expect(body?.text.slice(found?.start, found?.end)).toBe("090-1234-5678");
  });

  it("never carries contact data, only what could be asked for; to a viewer not even that", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const { number } = await makeSubmission({
      hidden: {
        emailAddressId,
        name: "市民A",
        phone: "0144-00-0000",
        contactPerson: "企画担当",
        confidentialNote: "社外秘",
      },
    });
    const page = await getSubmissionReview(staff("MODERATOR"), number, around);
    expect(page.contact).toEqual({ name: true, email: true, phone: true, contactPerson: true });
    expect(page.cityOnly?.confidentialNote).toBe("社外秘");
    for (const secret of ["author@example.com", "市民A", "0144-00-0000", "企画担当"]) {
      expect(JSON.stringify(page)).not.toContain(secret);
    }
    const viewer = await getSubmissionReview(staff("VIEWER"), number, around);
    expect(viewer.contact).toBeNull();
    expect(JSON.stringify(viewer)).not.toContain("社外秘");
    expect(viewer.mayDecide).toEqual([]);
    expect(viewer.handling?.acts).toEqual([]);
  });

  it("shows reports without who sent them: to moderators whether they could ask, to officers nothing", async () => {
    const { number, officer } = await assigned({ review: "PUBLISHED", publishedAt: noon });
    const named = { type: "submission", number } as const;
    const input = reportInput(named, { email: "reader@example.com", sender: "network-a" });
    await reportItem(as(anonymous), input);
    const page = await getSubmissionReview(staff("MODERATOR"), number, around);
    expect(page.reports).toMatchObject({
      open: [{ words: input.words, hasAddress: true, isRepeat: false }],
      closed: [],
    });
    expect(page.decides).toBe(true);
    expect(JSON.stringify(page)).not.toMatch(/reader@|network-a/);
    const viewer = await getSubmissionReview(staff("VIEWER"), number, around);
    expect(viewer.reports.open).toMatchObject([{ words: input.words, hasAddress: null }]);
    expect(viewer.decides).toBe(false);
    const seen = await getSubmissionReview(officer, number, around);
    expect(seen.reports).toEqual({ open: [], closed: [] });
    expect(JSON.stringify(seen)).not.toContain("電話番号");
  });

  it("is there for the officer of the desk that has it, and not for another, even when it is public", async () => {
    const { number, officer, otherOfficer } = await assigned();
    const page = await getSubmissionReview(officer, number, around);
    expect(page.mayDecide).toEqual([]);
    expect(page.handling?.acts).toEqual(["draft", "passOn", "extend", "notOurs", "ask"]);
    await expect(getSubmissionReview(otherOfficer, number, around)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("proposes the desk of the rule, then of the theme; and for an inquiry the desk it was sent to", async () => {
    const [themeDesk, ruleDesk, inquiryDesk] = [await makeDesk(), await makeDesk(), await makeDesk()];
    const theme = await makeTheme(themeDesk.id);
    const { number } = await makeSubmission({ themeId: theme.id, review: "PUBLISHED" });
    const moderator = staff("MODERATOR");
    expect((await getSubmissionReview(moderator, number, around)).suggestion).toEqual({
      deskId: themeDesk.id,
      by: "theme",
      note: "",
      dueOn: "2026-12-08",
    });
    await db().routingRule.create({
      data: { id: randomUUID(), position: 1, kind: "IDEA", deskId: ruleDesk.id, note: "道路の担当です" },
    });
    expect((await getSubmissionReview(moderator, number, around)).suggestion).toMatchObject({
      deskId: ruleDesk.id,
      by: "rule",
      note: "道路の担当です",
    });
    const inquiry = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC", inquiryDeskId: inquiryDesk.id });
    expect((await getSubmissionReview(moderator, inquiry.number, around)).suggestion).toMatchObject({
      deskId: inquiryDesk.id,
      by: "inquiry",
      dueOn: "2026-12-01",
    });
  });

  it("says who typed in what did not come through the site, and when", async () => {
    await makeTestTheme();
    const one = { ...staff("MODERATOR"), name: "受付担当" };
    const { number } = await enterSubmission(as(one), {
      kind: "IDEA",
      channel: "PAPER",
      arrivedOn: "2026-11-20",
      authorLocale: "ja",
      ...ideaInput(),
    });
    const page = await getSubmissionReview(staff("ADMIN"), number, around);
    expect(page).toMatchObject({ channel: "PAPER", entry: { by: "受付担当", at: noon.toISOString() } });
    const sent = await makeSubmission();
    expect((await getSubmissionReview(staff("ADMIN"), sent.number, around)).entry).toBeNull();
  });

  it("of a comment says what it stands on; officers have none", async () => {
    const theme = await makeTheme((await makeDesk()).id);
    const submission = await makeSubmission({ themeId: theme.id, review: "PUBLISHED" });
    const { number } = await makeComment({ themeId: theme.id, submissionId: submission.id, stance: "FOR" });
    const page = await getCommentReview(staff("MODERATOR"), number, around);
    expect(page).toMatchObject({
      kind: "COMMENT",
      stance: "FOR",
      proposal: { number: submission.number, title: submission.title },
      handling: null,
      mayDecide: ["APPROVE", "RETURN", "DECLINE"],
    });
    await expect(getCommentReview(staff("OFFICER", theme.deskId), number, around)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getSubmissionReview(staff("MODERATOR"), number, around)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
