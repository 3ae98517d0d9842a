import { beforeEach, describe, expect, it } from "vitest";
import { reviseComment } from "#app/domain/comment/commands/revise-comment.server.ts";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { indexMissingComments } from "#app/domain/comment/index-comment.server.ts";
import { addNote } from "#app/domain/handling/commands/add-note.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { indexMissingSubmissions } from "#app/domain/submission/index-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { makeSubmission } from "#tests/support/factories/review-rows.ts";
import {
  authorOf,
  bringCommentTo,
  commentInput,
  contextOf,
  ideaInput,
  inquiryInput,
  makeTheme,
  newIdempotencyKey,
  partnershipInput,
  staffActor,
  testNow,
} from "#tests/support/submissions.ts";
import { redactItem } from "../commands/redact-item.server.ts";
import { queueFilterSchema } from "../queue.ts";
import { queueItems } from "./queue-items.server.ts";

useDatabase();

const find = async (viewer: StaffActor, q: string, filter: object = {}) => {
  const asked = queueFilterSchema.parse({ view: "all", q, ...filter });
  const { items } = await queueItems(viewer, asked, { locale: "ja", now: testNow, size: 50 });
  return items.map(({ number }) => number).sort();
};

describe("searching the heaps", () => {
  const moderator = staffActor("MODERATOR");
  let idea: { id: string; number: string };
  let offer: { id: string; number: string };
  let inquiry: { id: string; number: string };
  let comment: { id: string; number: string };
  let officer: StaffActor;

  beforeEach(async () => {
    await makeTheme();
    const desk = await db().desk.findFirstOrThrow();
    officer = staffActor("OFFICER", [desk.id]);
    const idempotencyKey = newIdempotencyKey;
    idea = await submitIdea(
      contextOf(),
      ideaInput({
        idempotencyKey: idempotencyKey(),
        title: "公園のＩＣＴ",
        body: "ベンチを増やす。",
        name: "髙橋花子",
        phone: "0144-32-6169",
        email: "hanako.idea@example.com",
      }),
    );
    offer = await submitPartnership(
      contextOf(),
      partnershipInput({
        idempotencyKey: idempotencyKey(),
        organizationName: "株式会社ほたて",
        contactPerson: "営業部の見本さん",
        cooperation: "送迎の車を出します。",
        confidentialNote: "新製品は秋に出します。",
      }),
    );
    inquiry = await submitInquiry(
      contextOf(),
      inquiryInput({
        deskSlug: desk.slug,
        idempotencyKey: idempotencyKey(),
        title: "冊子のこと",
        body: "点字の冊子はありますか。",
        name: "佐藤",
      }),
    );
    comment = await submitComment(
      contextOf(),
      commentInput({
        idempotencyKey: idempotencyKey(),
        body: "噴水もほしいです。",
        name: "鈴木一郎",
        email: "suzuki@example.com",
      }),
    );
  });

  /** Whom a search finds something for, by how: each role that sees the whole list, and the desk that has the inquiry. */
  const everybody = { MODERATOR: true, ADMIN: true, VIEWER: true };
  const moderators = { MODERATOR: true, ADMIN: true, VIEWER: false };
  it.each([
    ["a word of the text, however it is written", "ict 公園", () => idea, everybody],
    ["a word of a text that is not public and never will be", "点字", () => inquiry, everybody],
    ["a word of a comment", "噴水", () => comment, everybody],
    ["an organisation", "ほたて", () => offer, everybody],
    ["what only the city reads", "送迎", () => offer, everybody],
    ["an author's name, in another kanji", "高橋", () => idea, moderators],
    ["a name and a word of the text", "高橋 ベンチ", () => idea, moderators],
    ["a mail address", "hanako.idea@example.com", () => idea, moderators],
    ["a part of it", "hanako", () => idea, moderators],
    ["a telephone number as it was written", "0144-32-6169", () => idea, moderators],
    ["one without dashes", "0144326169", () => idea, moderators],
    ["one grouped otherwise", "01443-2-6169", () => idea, moderators],
    ["a contact person", "見本さん", () => offer, moderators],
    ["what is confidential", "新製品", () => offer, moderators],
    ["the name of who asked", "佐藤", () => inquiry, moderators],
    ["the name of who commented", "鈴木", () => comment, moderators],
    ["the address of who commented", "suzuki@example.com", () => comment, moderators],
  ] as const)("finds by %s", async (_by, words, item, seen) => {
    for (const [role, finds] of Object.entries(seen)) {
      const viewer = staffActor(role as keyof typeof seen);
      expect([role, await find(viewer, words)]).toEqual([role, finds ? [item().number] : []]);
    }
  });

  it("shows an officer what lies with their desk, and by its words alone", async () => {
    expect(await find(officer, "点字")).toEqual([inquiry.number]);
    expect(await find(officer, "佐藤")).toEqual([]);
    expect(await find(officer, "公園")).toEqual([]);
    expect(await find(officer, idea.number)).toEqual([]);
    expect(await find(officer, "噴水")).toEqual([]);
  });

  it("finds by the receipt number, whole or a part of it", async () => {
    const [, digits = ""] = comment.number.split("-");
    expect(await find(moderator, comment.number)).toEqual([comment.number]);
    expect(await find(moderator, `受付番号 ${comment.number.toLowerCase()}`)).toEqual([comment.number]);
    expect(await find(moderator, digits)).toEqual([comment.number]);
    expect(await find(staffActor("VIEWER"), inquiry.number)).toEqual([inquiry.number]);
  });

  it("finds by a note as soon as it is written", async () => {
    expect(await find(moderator, "現地確認")).toEqual([]);
    await addNote(contextOf(moderator), { submissionId: idea.id, note: "現地確認が必要です。" });
    expect(await find(moderator, "現地確認")).toEqual([idea.number]);
    expect(await find(staffActor("VIEWER"), "現地確認 公園")).toEqual([idea.number]);
  });

  it("keeps to the heap and its filters", async () => {
    expect(await find(moderator, "公園", { view: "pending" })).toEqual([idea.number]);
    expect(await find(moderator, "公園", { view: "assign" })).toEqual([]);
    expect(await find(moderator, "公園", { kind: "COMMENT" })).toEqual([]);
  });

  it("forgets what was hidden or replaced", async () => {
    const hide = { ranges: [], words: { text: "ベンチ", label: "OTHER" } } as const;
    await redactItem(contextOf(moderator), { item: { type: "submission", id: idea.id }, version: 1, ...hide });
    expect(await find(moderator, "ベンチ")).toEqual([]);
    await bringCommentTo(comment.id, "RETURNED");
    const { version } = await db().comment.findUniqueOrThrow({ where: { id: comment.id } });
    const text = { body: "花壇がほしいです。", stance: null, displayName: null };
    await reviseComment(contextOf(authorOf(comment, "comment")), { version, ...text });
    expect(await find(moderator, "噴水")).toEqual([]);
    expect(await find(moderator, "花壇 鈴木")).toEqual([comment.number]);
  });

  it("finds nothing for what nobody wrote, and takes signs of SQL for themselves", async () => {
    for (const words of ["気象衛星", "%", "_", "' OR 1=1 --", "公園 気象衛星"])
      expect(await find(moderator, words)).toEqual([]);
  });

  it("finds what came before there was a search, once it is made findable", async () => {
    await db().commentSearch.deleteMany();
    const { number } = await makeSubmission({ number: "R1-0001", title: "昔の提案" });
    expect(await find(moderator, "昔の提案")).toEqual([]);
    expect(await indexMissingSubmissions(10)).toBe(1);
    expect(await indexMissingComments(10)).toBe(1);
    expect(await indexMissingSubmissions(10)).toBe(0);
    expect(await find(moderator, "昔の提案")).toEqual([number]);
    expect(await find(moderator, "噴水")).toEqual([comment.number]);
  });
});
