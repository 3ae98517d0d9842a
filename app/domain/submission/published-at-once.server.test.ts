import { describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import type { ReviewMode } from "#app/domain/plan/theme-policy.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  commentInput,
  confirmedAddress,
  contextOf,
  ideaInput,
  makeTheme,
  partnershipInput,
  publishedIdea,
  queuedMails,
  staffActor,
} from "#tests/support/submissions.ts";
import { enterSubmission } from "./commands/enter-submission.server.ts";
import { submitIdea } from "./commands/submit-idea.server.ts";
import { submitPartnership } from "./commands/submit-partnership.server.ts";

const themeWith = async (data: {
  reviewMode?: ReviewMode;
  closesOn?: Date;
  opensOn?: Date;
  area?: "REQUIRED" | "HIDDEN";
}) => {
  const theme = await makeTheme();
  await db().theme.update({ where: { id: theme.id }, data });
  return theme;
};
const stored = ({ id }: { id: string }) => db().submission.findUniqueOrThrow({ where: { id } });
const clean = () => ideaInput();
const withLink = () => ideaInput({ body: "https://example.org/ を参考にしてください。" });
const withPhone = () => ideaInput({ body: "090-1234-5678に電話してください。" });
const withPhishing = () => ideaInput({ body: "http://192.0.2.1/ を見てください。" });

describe("an idea for a theme that is read", () => {
  useDatabase();

  it.each<[ReviewMode, string, () => ReturnType<typeof ideaInput>, "PENDING" | "PUBLISHED"]>([
    ["BEFORE", "clean", clean, "PENDING"],
    ["FLAGGED_FIRST", "clean", clean, "PUBLISHED"],
    ["FLAGGED_FIRST", "flagged", withLink, "PENDING"],
    ["AFTER", "flagged", withLink, "PUBLISHED"],
    ["AFTER", "with personal data", withPhone, "PENDING"],
    ["AFTER", "with a link of phishing", withPhishing, "PENDING"],
  ])("%s, %s", async (reviewMode, _what, input, review) => {
    await themeWith({ reviewMode });
    const receipt = await submitIdea(contextOf(), input());
    expect(await stored(receipt)).toMatchObject({ review, awaitsLook: review === "PUBLISHED" });
  });

  it("afterwards is counted, promised an answer, told as published, with one audit entry", async () => {
    const theme = await themeWith({ reviewMode: "AFTER" });
    await confirmedAddress("a@example.com");
    const receipt = await submitIdea(contextOf(), ideaInput({ email: "a@example.com" }));
    expect(await stored(receipt)).toMatchObject({
      publishedAt: expect.any(Date),
      // ten business days after 24 November
      dueOn: new Date("2026-12-08T00:00:00Z"),
      handling: "NEW",
    });
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(1);
    const timeline = await db().timelineEntry.findMany({
      where: { submissionId: receipt.id },
      orderBy: { event: "asc" },
    });
    expect(timeline.map(({ event }) => event).sort()).toEqual(["PUBLISHED", "RECEIVED"]);
    expect(await queuedMails()).toEqual([{ template: "published", recipient: "a@example.com" }]);
    expect(await auditedActions()).toEqual(["submit-idea"]);
  });

  it("before, in any mode, if a company sends it or staff typed it in", async () => {
    await themeWith({ reviewMode: "AFTER" });
    const offer = await submitPartnership(contextOf(), partnershipInput());
    const entered = await enterSubmission(contextOf(staffActor("MODERATOR")), {
      kind: "IDEA",
      channel: "PAPER",
      arrivedOn: "2026-11-20",
      authorLocale: "ja",
      ...ideaInput(),
    });
    for (const receipt of [offer, entered]) expect(await stored(receipt)).toMatchObject({ review: "PENDING" });
  });
});

describe("a comment for a theme that is read afterwards", () => {
  useDatabase();

  it("is public at once, counted, and told to the author of its proposal", async () => {
    const theme = await themeWith({});
    await confirmedAddress("author@example.com");
    const idea = await publishedIdea({ email: "author@example.com" });
    await db().theme.update({ where: { id: theme.id }, data: { reviewMode: "FLAGGED_FIRST" } });
    const comment = await submitComment(contextOf(), commentInput({ on: { number: idea.number } }));
    expect(await db().comment.findUniqueOrThrow({ where: { id: comment.id } })).toMatchObject({
      review: "PUBLISHED",
      awaitsLook: true,
      dueOn: new Date("2026-11-27T00:00:00Z"),
    });
    expect((await stored(idea)).commentCount).toBe(1);
    expect((await queuedMails()).map(({ template }) => template)).toContain("commented");
    const flagged = await submitComment(
      contextOf(),
      commentInput({ on: { number: idea.number }, body: "https://example.org/" }),
    );
    expect(await db().comment.findUniqueOrThrow({ where: { id: flagged.id } })).toMatchObject({ review: "PENDING" });
  });
});

describe("a theme with days", () => {
  useDatabase();
  const lastMinute = contextOf(undefined, new Date("2026-11-30T15:20:00Z"));

  it("takes what was begun before its end for half an hour, and says when it closed after that", async () => {
    await themeWith({ closesOn: new Date("2026-11-30T00:00:00Z") });
    await submitIdea(lastMinute, ideaInput());
    const late = contextOf(undefined, new Date("2026-11-30T15:31:00Z"));
    for (const send of [
      () => submitIdea(late, ideaInput()),
      () => submitPartnership(late, partnershipInput()),
      () => submitComment(late, commentInput()),
    ]) {
      await expect(send()).rejects.toMatchObject({ code: "CONFLICT", messageKey: "closedSince" });
    }
    await expect(submitIdea(late, ideaInput())).rejects.toMatchObject({
      params: { date: expect.stringContaining("11月30日") },
    });
  });

  it("takes nothing before its first day, and what came on paper by the day it came", async () => {
    await themeWith({ opensOn: new Date("2026-12-01T00:00:00Z") });
    await expect(submitIdea(contextOf(), ideaInput())).rejects.toMatchObject({ messageKey: "opensLater" });
    await db().theme.updateMany({ data: { opensOn: null, closesOn: new Date("2026-11-20T00:00:00Z") } });
    const entry = { kind: "IDEA", channel: "PAPER", authorLocale: "ja", ...ideaInput() } as const;
    const moderator = contextOf(staffActor("MODERATOR"));
    await enterSubmission(moderator, { ...entry, arrivedOn: "2026-11-20" });
    await expect(
      enterSubmission(moderator, { ...entry, ...ideaInput(), arrivedOn: "2026-11-21" }),
    ).rejects.toMatchObject({ messageKey: "closedSince" });
  });
});

describe("a theme that asks for something", () => {
  useDatabase();

  it("refuses an idea without it, keeps nothing it does not ask for, and takes a letter as it is", async () => {
    const theme = await themeWith({ area: "REQUIRED" });
    await expect(submitIdea(contextOf(), ideaInput())).rejects.toMatchObject({ fields: { area: ["required"] } });
    await enterSubmission(contextOf(staffActor("MODERATOR")), {
      kind: "IDEA",
      channel: "PAPER",
      arrivedOn: "2026-11-20",
      authorLocale: "ja",
      ...ideaInput(),
    });
    await db().theme.update({ where: { id: theme.id }, data: { area: "HIDDEN" } });
    expect((await stored(await submitIdea(contextOf(), ideaInput({ area: "沼ノ端" })))).area).toBeNull();
  });
});
