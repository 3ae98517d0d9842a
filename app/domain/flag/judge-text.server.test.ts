import { addMinutes } from "date-fns/addMinutes";
import { describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { redactItem } from "#app/domain/moderation/commands/redact-item.server.ts";
import { reviseSubmission } from "#app/domain/submission/commands/revise-submission.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  authorOf,
  bringSubmissionTo,
  commentInput,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  staffActor,
  testNow,
} from "#tests/support/submissions.ts";
import { saveFlagWord } from "./commands/save-flag-word.server.ts";
import { flagWordSchema } from "./flag-words.schema.ts";
import { forgetSenders } from "./judge-text.server.ts";
import { listFlags } from "./queries/list-flags.server.ts";

const moderator = contextOf(staffActor("MODERATOR"));
const watch = (word: string) =>
  saveFlagWord(moderator, { id: null }, flagWordSchema.parse({ word, note: "", isActive: "on" }));
const kindsOf = async (id: string, type: "submission" | "comment" = "submission") =>
  (await listFlags({ type, id })).findings.map(({ kind }) => kind);
const stored = (id: string) => db().submission.findUniqueOrThrow({ where: { id } });

const long = "市役所の窓口の待ち時間を短くするために、順番を前の日に予約できるようにしてください。";

describe("flags", () => {
  useDatabase();

  it("say what was found and where, and refuse and hide nothing", async () => {
    await makeTheme();
    await watch("サギ");
    const body = "さぎに注意。http://192.0.2.1/ と https://example.com を見て、090-1234-5678に電話を。";
    const receipt = await submitIdea(contextOf(), ideaInput({ title: "詐欺とさぎ", body }));
    const { findings } = await listFlags({ type: "submission", id: receipt.id });
    expect(
      findings.map(({ kind, field, reason, start, end }) => [
        kind,
        field,
        reason,
        (field === "title" ? "詐欺とさぎ" : body).slice(start ?? 0, end ?? 0),
      ]),
    ).toEqual([
      ["PHISHING", "body", "IP_ADDRESS", "http://192.0.2.1/"],
      ["PERSONAL_DATA", "body", "PHONE", "090-1234-5678"],
      ["WORD", "body", null, "さぎ"],
      ["WORD", "title", null, "さぎ"],
      ["LINK", "body", null, "https://example.com"],
    ]);
    // it has its number, waits as everything does, reads as it was typed, and is published by a moderator as usual
    expect(receipt.number).toBe("R8-0001");
    expect(await stored(receipt.id)).toMatchObject({ review: "PENDING", body, isFlagged: true });
    await approveItem(moderator, { item: { type: "submission", id: receipt.id }, version: 1 });
    expect(await stored(receipt.id)).toMatchObject({ review: "PUBLISHED", body });
    // no row holds a word of what was sent
    const rows = JSON.stringify([await db().flag.findMany(), await db().textPrint.findMany()]);
    for (const word of ["さぎ", "192.0.2.1", "example", "090-1234"]) expect(rows).not.toContain(word);
  });

  it("are none for an innocent text, and words out of use are not looked for", async () => {
    await makeTheme();
    const id = await watch("回覧板");
    await saveFlagWord(moderator, { id, version: 1 }, flagWordSchema.parse({ word: "回覧板", note: "" }));
    const receipt = await submitIdea(contextOf(), ideaInput());
    expect(await kindsOf(receipt.id)).toEqual([]);
    expect((await stored(receipt.id)).isFlagged).toBe(false);
  });

  it("of an inquiry leave out personal data, which its author means for the city", async () => {
    await makeDesk();
    const { id } = await submitInquiry(
      contextOf(),
      inquiryInput({ body: "090-1234-5678へ。https://bit.ly/abc のことです。" }),
    );
    expect(await kindsOf(id)).toEqual(["PHISHING"]);
  });

  it("tell the same text by the same sender from the same text by others, in submissions and comments together", async () => {
    await makeTheme();
    const first = await submitIdea(contextOf(), ideaInput({ body: long, sender: "network-a" }));
    const again = await submitIdea(contextOf(), ideaInput({ body: long.replace("、", ", "), sender: "network-a" }));
    const other = await submitComment(contextOf(), commentInput({ body: long, sender: "network-b" }));
    const unlike = await submitIdea(contextOf(), ideaInput({ body: `${long}冬は特にお願いします。` }));
    expect((await listFlags({ type: "submission", id: again.id })).findings).toMatchObject([
      { kind: "REPEATED", count: 1 },
    ]);
    expect((await listFlags({ type: "comment", id: other.id })).findings).toMatchObject([
      { kind: "SAME_TEXT", count: 2 },
    ]);
    expect(await kindsOf(unlike.id)).toEqual([]);
    // the first was alone when it came, and is told to be the first of them
    expect(await listFlags({ type: "submission", id: first.id })).toMatchObject({
      findings: [{ kind: "REPEATED", count: null }],
      same: { count: 3 },
    });
  });

  it("are set on what came before, too, once its text comes again, while it waits to be read, and only then", async () => {
    await makeTheme();
    const first = await submitComment(contextOf(), commentInput({ body: long, sender: "network-a" }));
    expect(await db().comment.findUnique({ where: { id: first.id } })).toMatchObject({ isFlagged: false, version: 1 });
    const link = { title: "https://example.com を見て", body: long, sender: "network-b" };
    const second = await submitIdea(contextOf(), ideaInput(link));
    const marked = { isFlagged: true, version: 1, review: "PENDING" };
    expect(await db().comment.findUnique({ where: { id: first.id } })).toMatchObject(marked);
    expect(await db().flag.findMany({ where: { commentId: first.id } })).toMatchObject([
      { kind: "SAME_TEXT", count: null, field: null, revision: 1 },
    ]);
    await submitIdea(contextOf(), ideaInput({ body: long, sender: "network-c" }));
    // once for good, and not where it was said on arrival
    expect(await kindsOf(first.id, "comment")).toEqual(["SAME_TEXT"]);
    expect(await kindsOf(second.id)).toEqual(["SAME_TEXT", "LINK"]);
  });

  it("stay away from what was decided before its text came again", async () => {
    await makeTheme();
    const first = await submitIdea(contextOf(), ideaInput({ body: long }));
    await approveItem(moderator, { item: { type: "submission", id: first.id }, version: 1 });
    await submitIdea(contextOf(), ideaInput({ body: long }));
    expect(await kindsOf(first.id)).toEqual([]);
    expect((await stored(first.id)).isFlagged).toBe(false);
  });

  it("wait for nobody who is deciding about what came before", async () => {
    await makeTheme();
    const first = await submitIdea(contextOf(), ideaInput({ body: long }));
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT FROM "Submission" WHERE id = ${first.id}::uuid FOR UPDATE`;
      await submitIdea(contextOf(), ideaInput({ body: long }));
    });
    expect((await stored(first.id)).isFlagged).toBe(false);
    await submitIdea(contextOf(), ideaInput({ body: long }));
    expect((await stored(first.id)).isFlagged).toBe(true);
  });

  it("know the same sender by the mail address, too, and short texts as nothing", async () => {
    await makeTheme();
    await submitIdea(contextOf(), ideaInput({ body: long, email: "a@example.com" }));
    const again = await submitIdea(contextOf(), ideaInput({ body: long, email: "a@example.com" }));
    expect(await kindsOf(again.id)).toEqual(["REPEATED"]);
    const short = { body: "賛成です。" };
    await submitComment(contextOf(), commentInput(short));
    const comment = await submitComment(contextOf(), commentInput(short));
    expect(await listFlags({ type: "comment", id: comment.id })).toEqual({ findings: [], same: null });
  });

  it("see a burst from one network, and forget the network after a day", async () => {
    await makeTheme();
    const sent: string[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      const at = contextOf(undefined, addMinutes(testNow, minute));
      sent.push((await submitIdea(at, ideaInput({ sender: "network-a" }))).id);
    }
    const flagged = await Promise.all(sent.map((id) => kindsOf(id)));
    expect(flagged.map((kinds) => kinds.includes("BURST"))).toEqual([false, false, false, false, true]);
    const later = await submitIdea(contextOf(undefined, addMinutes(testNow, 30)), ideaInput({ sender: "network-a" }));
    expect(await kindsOf(later.id)).not.toContain("BURST");

    expect(await forgetSenders(addMinutes(testNow, 24 * 60 + 10))).toBe(5);
    expect(await db().textPrint.count({ where: { sender: { not: null } } })).toBe(1);
  });

  it("follow the text when its author revises it, and when personal data in it is hidden", async () => {
    await makeTheme();
    const { id } = await submitIdea(contextOf(), ideaInput({ body: "https://bit.ly/abc を見て。" }));
    await bringSubmissionTo(id, "RETURNED");
    const { version } = await stored(id);
    const text = {
      title: "題名",
      body: "090-1234-5678に電話を。",
      expectedEffect: null,
      area: null,
      displayName: null,
    };
    await reviseSubmission(contextOf(authorOf({ id })), { kind: "IDEA", version, ...text });
    expect(await kindsOf(id)).toEqual(["PERSONAL_DATA"]);
    expect(await db().flag.findFirst()).toMatchObject({ revision: 2 });

    await redactItem(moderator, {
      item: { type: "submission", id },
      version: version + 1,
      ranges: [{ field: "body", start: 0, end: 13, label: "PHONE" }],
      words: null,
    });
    expect(await kindsOf(id)).toEqual([]);
    expect((await stored(id)).isFlagged).toBe(false);
  });
});
