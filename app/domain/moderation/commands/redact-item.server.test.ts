import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeDesk,
  makeSubmission,
  makeTheme,
  noon,
  staff,
  submissionRow,
} from "#tests/support/factories/review-rows.ts";
import { getSubmissionReview } from "../queries/get-review-page.server.ts";
import { previewRedaction } from "../queries/preview-redaction.server.ts";
import type { RedactionRange } from "../redaction.ts";
import { approveItem } from "./approve-item.server.ts";
import { declineItem } from "./decline-item.server.ts";
import { fileAppeal } from "./file-appeal.server.ts";
import { mergeSubmission } from "./merge-submission.server.ts";
import { redactItem } from "./redact-item.server.ts";
import { splitSubmission } from "./split-submission.server.ts";

useDatabase();

const phone = "090-0000-0000";
const body = `👪𠮷野です。電話は${phone}です。`;
const moderator = staff("MODERATOR");

/** Where a piece stands in a text. */
function range(text: string, piece: string, label: RedactionRange["label"], field: RedactionRange["field"] = "body") {
  const start = text.indexOf(piece);
  return { field, start, end: start + piece.length, label };
}

const hidePhone = { ranges: [range(body, phone, "PHONE")], words: null };

async function idea(overrides: Parameters<typeof makeSubmission>[0] = {}) {
  const theme = await makeTheme();
  const { id } = await makeSubmission({ themeId: theme.id, body, ...overrides });
  return { type: "submission", id } as const;
}

async function keepMail(template: string, params: object, submissionId: string | null = null) {
  await db().mail.create({
    data: {
      ...{ id: randomUUID(), messageId: `${randomUUID()}@tomakomai.example`, template, params, submissionId },
      ...{ locale: "ja", recipient: "desk@example.com", recipientKind: "DESK", subjectLine: "件名" },
      ...{ officePhone: "0144-32-6169", createdAt: noon },
    },
  });
}

describe("hiding personal data", () => {
  it("replaces it by its label at exactly its place, in the text and in what is searched", async () => {
    const item = await idea();
    await redactItem(as(moderator), { item, version: 1, ...hidePhone });
    const after = await submissionRow(item.id);
    expect(after).toMatchObject({
      body: "👪𠮷野です。電話は〔電話番号〕です。",
      review: "PENDING",
      revision: 1,
      version: 2,
      changedAt: noon,
    });
    expect(after.searchText).toContain("〔電話番号〕です");
    expect(after.searchText).not.toContain("0000");
    expect(after.searchTokens).not.toContain("09");
  });

  it("keeps the original sealed, tells the author and writes down who did it, without the text", async () => {
    const item = await idea({ title: "見本太郎の提案", displayName: "見本太郎" });
    const words = { text: "見本太郎", label: "NAME" } as const;
    await redactItem(as(moderator), { item, version: 1, ranges: hidePhone.ranges, words });
    expect(await submissionRow(item.id)).toMatchObject({ title: "〔氏名〕の提案", displayName: "〔氏名〕" });
    const originals = await db().sealedOriginal.findMany({ orderBy: { field: "asc" } });
    expect(originals).toMatchObject(
      ["body", "displayName", "title"].map((field) => ({
        submissionId: item.id,
        commentId: null,
        revision: 1,
        field,
        byId: moderator.id,
        byLabel: moderator.name,
        at: noon,
      })),
    );
    expect(JSON.stringify(originals)).not.toMatch(/0000-0000|見本/);
    expect(await db().timelineEntry.findMany()).toMatchObject([
      { submissionId: item.id, event: "REDACTED", audience: "AUTHOR", note: null },
    ]);
    const audit = await db().auditEntry.findMany();
    expect(audit).toMatchObject([
      {
        action: "redact-submission",
        actorId: moderator.id,
        subjectId: item.id,
        detail: { revision: 1, hidden: { title: ["NAME"], body: ["PHONE"], displayName: ["NAME"] } },
      },
    ]);
    expect(JSON.stringify(audit.map(({ detail }) => detail))).not.toContain("見本");
  });

  it("hides the same pieces in every version that is kept, sealing what they read", async () => {
    const item = await idea({ revision: 2 });
    const version = { submissionId: item.id, createdAt: noon };
    await db().submissionRevision.createMany({
      data: [
        { ...version, id: randomUUID(), revision: 1, title: phone, body: `昔の文。${phone}`, area: "中央" },
        { ...version, id: randomUUID(), revision: 2, title: "題", body },
      ],
    });
    await redactItem(as(moderator), { item, version: 1, ...hidePhone });
    expect(await db().submissionRevision.findMany({ orderBy: { revision: "asc" } })).toMatchObject([
      { title: "〔電話番号〕", body: "昔の文。〔電話番号〕", area: "中央" },
      { title: "題", body: "👪𠮷野です。電話は〔電話番号〕です。" },
    ]);
    const originals = await db().sealedOriginal.findMany({ orderBy: [{ revision: "asc" }, { field: "asc" }] });
    expect(originals.map(({ revision, field }) => [revision, field])).toEqual([
      [1, "body"],
      [1, "title"],
      [2, "body"],
    ]);
  });

  it("hides them in mails that repeat the text, sent or not, and leaves the words of the city alone", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const item = await idea({ hidden: { emailAddressId } });
    const { number } = await submissionRow(item.id);
    const tracked = { type: "submission", id: item.id, number };
    const mail = {
      locale: "ja",
      recipient: "author@example.com",
      recipientKind: "PERSON",
      subjectLine: "件名",
    } as const;
    const receipt = { item: tracked, kind: "IDEA", title: "題", body, reviewDueOn: null };
    const answered = {
      ...{ item: tracked, title: `題 ${phone}`, referral: null, answerVersion: 1, path: null },
      desk: { name: {}, section: {}, phone: "0144-32-6169", hours: {} },
      outcome: {},
      body: `市の回答。${phone}`,
    };
    const commented = { item: tracked, title: phone, commentBody: `他の人 ${phone}`, path: "/" };
    const rows = [
      { template: "receipt", params: receipt, state: "SENT" },
      { template: "receipt", params: receipt, state: "QUEUED" },
      { template: "answered", params: answered, state: "SENT" },
      { template: "commented", params: commented, state: "QUEUED" },
    ] as const;
    await db().mail.createMany({
      data: rows.map((one, index) => ({
        ...mail,
        ...one,
        id: randomUUID(),
        messageId: `${index}@tomakomai.example`,
        officePhone: "0144-32-6169",
        submissionId: item.id,
        createdAt: new Date(noon.getTime() + index),
      })),
    });
    await redactItem(as(moderator), { item, version: 1, ...hidePhone });
    const mails = await db().mail.findMany({ orderBy: { createdAt: "asc" } });
    const hidden = "👪𠮷野です。電話は〔電話番号〕です。";
    expect(mails.map(({ params }) => params)).toMatchObject([
      { body: hidden, title: "題" },
      { body: hidden },
      { title: "題 〔電話番号〕", body: answered.body },
      { title: "〔電話番号〕", commentBody: commented.commentBody },
    ]);
  });

  it("hides them in mails that repeat the text to authors of other proposals", async () => {
    const [first, second, writer] = [
      await makeAddress("first@example.com"),
      await makeAddress("second@example.com"),
      await makeAddress("writer@example.com"),
    ];
    const theme = await makeTheme();
    const called = `連絡先は${phone}です`;
    const into = await makeSubmission({
      ...{ themeId: theme.id, review: "PUBLISHED", title: called, hidden: { emailAddressId: first } },
    });
    const merged = await makeSubmission({ themeId: theme.id, hidden: { emailAddressId: second } });
    const merging = {
      submissionId: merged.id,
      version: 1,
      into: into.number,
      intoVersion: 1,
      explanation: "同じです。",
    };
    await mergeSubmission(as(moderator), merging);
    const digest = { day: "2026-11-24", more: 0, extension: null, deskName: {} };
    const due = { dueOn: "2026-12-01", daysLeft: 3 };
    await keepMail("desk-digest", {
      ...digest,
      items: [
        { submissionId: into.id, number: into.number, title: called, ...due },
        { submissionId: merged.id, number: merged.number, title: called, ...due },
      ],
    });
    const hideTitle = { ranges: [range(called, phone, "PHONE", "title")], words: null };
    await redactItem(as(moderator), { item: { type: "submission", id: into.id }, version: 2, ...hideTitle });
    const mails = await db().mail.findMany({ select: { template: true, params: true } });
    const paramsOf = (name: string) => mails.find(({ template }) => template === name)?.params;
    expect(paramsOf("merged")).toMatchObject({ into: { title: "連絡先は〔電話番号〕です" } });
    expect(paramsOf("joined")).toMatchObject({ title: "連絡先は〔電話番号〕です" });
    // the other one's title is another text, although it reads alike
    expect(paramsOf("desk-digest")).toMatchObject({
      items: [{ title: "連絡先は〔電話番号〕です" }, { title: called }],
    });

    const whole = await makeSubmission({
      ...{ themeId: theme.id, body: `遊具の話。${called}。`, hidden: { emailAddressId: writer } },
    });
    const splitting = { submissionId: whole.id, version: 1, title: called, passage: `${called}。` };
    const part = await splitSubmission(as(moderator), splitting);
    const { id } = await db().submission.findUniqueOrThrow({ where: { number: part.number } });
    const inPart = { ranges: [range(`${called}。`, phone, "PHONE")], words: null };
    await redactItem(as(moderator), { item: { type: "submission", id }, version: 1, ...inPart });
    expect((await db().mail.findFirstOrThrow({ where: { template: "split" } })).params).toMatchObject({
      partTitle: "連絡先は〔電話番号〕です",
      passage: "連絡先は〔電話番号〕です。",
    });
  });

  it("hides them in the mail about a part when the text is the one it was taken from", async () => {
    const emailAddressId = await makeAddress("writer@example.com");
    const item = await idea({ hidden: { emailAddressId } });
    const passage = `電話は${phone}です。`;
    await splitSubmission(as(moderator), { submissionId: item.id, version: 1, title: phone, passage });
    await redactItem(as(moderator), { item, version: 2, ...hidePhone });
    expect((await db().mail.findFirstOrThrow({ where: { template: "split" } })).params).toMatchObject({
      partTitle: "〔電話番号〕",
      passage: "電話は〔電話番号〕です。",
    });
  });

  it("hides them in what was said about the text: decisions, the timeline and appeals, and in nothing else of it", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const title = `連絡先は${phone}です`;
    const item = await idea({ title, hidden: { emailAddressId } });
    const words = { reasonCode: "ABUSE", explanation: "{題名}の件です。代表番号は0144-32-6111です。" };
    await declineItem(as(moderator), { item, version: 1, ...words });
    const [decision] = await db().reviewDecision.findMany();
    expect(decision?.explanation).toContain(phone);
    const author = as({ kind: "author", of: "submission", id: item.id });
    await fileAppeal(author, { decisionId: decision?.id ?? "", words: `「${title}」のどこが悪いのですか。` });
    await redactItem(as(moderator), { item, version: 3, ranges: [], words: { text: phone, label: "PHONE" } });
    const said = "連絡先は〔電話番号〕ですの件です。代表番号は0144-32-6111です。";
    expect(await db().reviewDecision.findMany()).toMatchObject([{ explanation: said }]);
    expect(await db().appeal.findMany()).toMatchObject([
      { words: "「連絡先は〔電話番号〕です」のどこが悪いのですか。", closedAt: null },
    ]);
    const notes = await db().timelineEntry.findMany({ where: { note: { not: null } } });
    expect(notes.map(({ note }) => note).toSorted()).toEqual([
      "「連絡先は〔電話番号〕です」のどこが悪いのですか。",
      said,
    ]);
    expect((await db().mail.findFirstOrThrow({ where: { template: "declined" } })).params).toMatchObject({
      title: "連絡先は〔電話番号〕です",
      explanation: said,
    });
    const viewer = await getSubmissionReview(staff("VIEWER"), (await submissionRow(item.id)).number, {
      locale: "ja",
      now: noon,
    });
    expect(JSON.stringify(viewer)).not.toContain(phone);
  });

  it("hides them in what was said about a comment that goes by the title of its proposal", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const title = `連絡先は${phone}です`;
    const item = await idea({ title, review: "PUBLISHED" });
    const theme = await makeTheme();
    const comment = await makeComment({ themeId: theme.id, submissionId: item.id, body, hidden: { emailAddressId } });
    const words = { reasonCode: "ABUSE", explanation: "{題名}へのコメントの件です。" };
    await declineItem(as(moderator), { item: { type: "comment", id: comment.id }, version: 1, ...words });
    const hideTitle = { ranges: [range(title, phone, "PHONE", "title")], words: null };
    await redactItem(as(moderator), { item, version: 1, ...hideTitle });
    const said = "連絡先は〔電話番号〕ですへのコメントの件です。";
    expect(await db().reviewDecision.findMany()).toMatchObject([{ explanation: said }]);
    expect(await db().timelineEntry.findFirstOrThrow({ where: { commentId: comment.id } })).toMatchObject({
      note: said,
    });
    expect((await db().mail.findFirstOrThrow({ where: { template: "declined" } })).params).toMatchObject({
      explanation: said,
    });
    // its own words are its author's
    expect((await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).body).toBe(body);
  });

  it("hides in a comment and its versions and mails", async () => {
    const theme = await makeTheme();
    const emailAddressId = await makeAddress("author@example.com");
    const submission = await makeSubmission({ themeId: theme.id, review: "PUBLISHED", hidden: { emailAddressId } });
    const comment = await makeComment({ themeId: theme.id, submissionId: submission.id, body, displayName: "見本" });
    await db().commentRevision.create({
      data: { id: randomUUID(), commentId: comment.id, revision: 1, body, displayName: "見本", createdAt: noon },
    });
    const item = { type: "comment", id: comment.id } as const;
    await approveItem(as(moderator), { item, version: 1 });
    const ranges = [...hidePhone.ranges, range("見本", "見本", "NAME", "displayName")];
    await redactItem(as(moderator), { item, version: 2, ranges, words: null });
    const hidden = { body: "👪𠮷野です。電話は〔電話番号〕です。", displayName: "〔氏名〕" };
    expect(await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({
      ...hidden,
      review: "PUBLISHED",
      version: 3,
    });
    expect((await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).searchText).not.toContain("0000");
    expect(await db().commentRevision.findFirstOrThrow()).toMatchObject(hidden);
    expect(await db().mail.findFirstOrThrow({ where: { template: "commented" } })).toMatchObject({
      params: { commentBody: hidden.body },
    });
    expect(await db().sealedOriginal.count({ where: { commentId: comment.id } })).toBe(2);
    expect(await db().auditEntry.count({ where: { action: "redact-comment" } })).toBe(1);
    expect(await db().timelineEntry.count({ where: { commentId: comment.id, event: "REDACTED" } })).toBe(1);
  });

  it.each(["PENDING", "PUBLISHED", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const)(
    "is possible while the review says %s, and leaves it there",
    async (review) => {
      const item = await idea({ review });
      await redactItem(as(staff("ADMIN")), { item, version: 1, ...hidePhone });
      expect((await submissionRow(item.id)).review).toBe(review);
    },
  );

  it("can be done again, each time sealing what was there", async () => {
    const item = await idea();
    await redactItem(as(moderator), { item, version: 1, ...hidePhone });
    await redactItem(as(moderator), { item, version: 2, ranges: [], words: { text: "𠮷野", label: "NAME" } });
    expect((await submissionRow(item.id)).body).toBe("👪〔氏名〕です。電話は〔電話番号〕です。");
    expect(await db().sealedOriginal.count()).toBe(2);
  });

  it("lets one of two win that are done at once", async () => {
    const item = await idea();
    const results = await Promise.allSettled(
      ["PHONE", "OTHER"].map((label) =>
        redactItem(as(moderator), {
          item,
          version: 1,
          ranges: [range(body, phone, label as "PHONE" | "OTHER")],
          words: null,
        }),
      ),
    );
    const refused = results.filter((result) => result.status === "rejected");
    expect(refused.map(({ reason }) => reason.messageKey)).toEqual(["changedMeanwhile"]);
    expect(await db().sealedOriginal.count()).toBe(1);
    expect(await db().auditEntry.count()).toBe(1);
  });

  it("is refused to viewers, officers and authors, on a stale page and for an inquiry, and changes nothing", async () => {
    const desk = await makeDesk();
    const item = await idea({ handlingDeskId: desk.id });
    const input = { item, version: 1, ...hidePhone };
    for (const actor of [
      staff("VIEWER"),
      staff("OFFICER", desk.id),
      { kind: "author", of: "submission", id: item.id } as const,
    ]) {
      await expect(redactItem(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(redactItem(as(staff("OFFICER")), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(redactItem(as({ kind: "anonymous" }), input)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(redactItem(as(moderator), { ...input, version: 2 })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
    const inquiry = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC", inquiryDeskId: desk.id, body });
    const asked = { ...input, item: { type: "submission", id: inquiry.id } as const };
    await expect(redactItem(as(moderator), asked)).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "neverPublic",
    });
    expect((await submissionRow(item.id)).body).toBe(body);
    expect((await submissionRow(inquiry.id)).body).toBe(body);
    expect([
      await db().sealedOriginal.count(),
      await db().auditEntry.count(),
      await db().timelineEntry.count(),
    ]).toEqual([0, 0, 0]);
  });

  it.each([
    [{ ranges: [], words: null }, { words: ["nothingToHide"] }],
    [{ ranges: [{ field: "body", start: 0, end: 5_000, label: "PHONE" }], words: null }, { hide: ["choose"] }],
    [{ ranges: [{ field: "area", start: 0, end: 1, label: "ADDRESS" }], words: null }, { hide: ["choose"] }],
    [{ ranges: [], words: { text: "ここにない言葉", label: "OTHER" } }, { words: ["notInText"] }],
  ] as [Pick<Parameters<typeof redactItem>[1], "ranges" | "words">, object][])(
    "refuses a choice that hides nothing: %j",
    async (choice, fields) => {
      const item = await idea();
      const input = { item, version: 1, ...choice };
      await expect(redactItem(as(moderator), input)).rejects.toMatchObject({ code: "INPUT", fields });
      await expect(previewRedaction(moderator, input)).rejects.toMatchObject({ code: "INPUT", fields });
      expect((await submissionRow(item.id)).version).toBe(1);
    },
  );
});

describe("the preview of hiding", () => {
  it("shows the texts as they would read, changes nothing and is for moderators", async () => {
    const item = await idea();
    const input = { item, version: 1, ...hidePhone };
    expect(await previewRedaction(moderator, input)).toEqual([
      { name: "body", text: "👪𠮷野です。電話は〔電話番号〕です。", labels: [{ start: 11, end: 17 }] },
    ]);
    expect((await submissionRow(item.id)).body).toBe(body);
    await expect(previewRedaction(staff("VIEWER"), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(previewRedaction(moderator, { ...input, version: 2 })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
