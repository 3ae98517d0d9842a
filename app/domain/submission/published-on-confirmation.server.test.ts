import { addMinutes } from "date-fns";
import { describe, expect, it } from "vitest";
import { confirmCommentAddress } from "#app/domain/comment/commands/confirm-comment-address.server.ts";
import { resendCommentConfirmation } from "#app/domain/comment/commands/resend-comment-confirmation.server.ts";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { findConfirmation } from "#app/domain/comment/queries/find-confirmation.server.ts";
import { findReceipt } from "#app/domain/comment/queries/find-receipt.server.ts";
import { getTracked } from "#app/domain/comment/queries/get-tracked.server.ts";
import { saveFlagWord } from "#app/domain/flag/commands/save-flag-word.server.ts";
import { confirmFollow } from "#app/domain/follow/commands/confirm-follow.server.ts";
import { requestFollow } from "#app/domain/follow/commands/request-follow.server.ts";
import { followRequestToken } from "#app/domain/follow/request-confirmation.server.ts";
import { letGoOf } from "#app/domain/moderation/claim-item.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { declineItem } from "#app/domain/moderation/commands/decline-item.server.ts";
import { escalateItem } from "#app/domain/moderation/commands/escalate-item.server.ts";
import { hideItem } from "#app/domain/moderation/commands/hide-item.server.ts";
import { lookOverItem } from "#app/domain/moderation/commands/look-over-item.server.ts";
import { planDecisions } from "#app/domain/moderation/commands/plan-decisions.server.ts";
import { reportItem } from "#app/domain/moderation/commands/report-item.server.ts";
import { returnItem } from "#app/domain/moderation/commands/return-item.server.ts";
import { revokeTrust } from "#app/domain/moderation/commands/revoke-trust.server.ts";
import { splitSubmission } from "#app/domain/moderation/commands/split-submission.server.ts";
import { trustAddress } from "#app/domain/moderation/commands/trust-address.server.ts";
import { openItem } from "#app/domain/moderation/open-item.server.ts";
import { markAddressBounced } from "#app/domain/participant/mark-address-bounced.server.ts";
import { confirmationToken } from "#app/domain/participant/request-confirmation.server.ts";
import { confirmReportAddress } from "#app/domain/report/commands/confirm-report-address.server.ts";
import { claimMinutes } from "#app/domain/shared/claim-time.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { lastRequest } from "#tests/support/factories/follow-rows.ts";
import { makeReasons } from "#tests/support/factories/review-rows.ts";
import {
  authorOf,
  commentInput,
  contextOf,
  ideaInput,
  makeTheme,
  newIdempotencyKey,
  partnershipInput,
  publishedIdea,
  queuedMails,
  staffActor,
  testNow,
} from "#tests/support/submissions.ts";
import { confirmSubmissionAddress } from "./commands/confirm-submission-address.server.ts";
import { resendSubmissionConfirmation } from "./commands/resend-submission-confirmation.server.ts";
import { reviseSubmission } from "./commands/revise-submission.server.ts";
import { submitIdea } from "./commands/submit-idea.server.ts";
import { submitPartnership } from "./commands/submit-partnership.server.ts";
import type { Receipt } from "./earlier-receipt.server.ts";

const email = "trusted@example.com";
const moderator = staffActor("MODERATOR");
const later = addMinutes(testNow, 1);

/** A theme that publishes trusted participants, and somebody who is trusted because of an idea that is public. */
async function trustedCity() {
  await makeReasons();
  const theme = await makeTheme();
  const first = await publishedIdea({ email });
  await confirm(first);
  await trustAddress(contextOf(moderator), {
    item: { type: "submission", id: first.id },
    note: "落ち着いた提案が続いている",
  });
  await db().theme.update({ where: { id: theme.id }, data: { publishesTrusted: true } });
  await db().mail.deleteMany();
  return { theme, first };
}

const tokensOf = async ({ id }: { id: string }) =>
  (
    await db().emailConfirmation.findMany({
      where: { OR: [{ submissionId: id }, { commentId: id }] },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })
  ).map((row) => confirmationToken(row.id));

async function confirm(receipt: { id: string }, type: ItemRef["type"] = "submission", now = later) {
  const [token = ""] = await tokensOf(receipt);
  const command = type === "submission" ? confirmSubmissionAddress : confirmCommentAddress;
  await command(contextOf(authorOf(receipt, type), now), { token });
}

let written = 0;
/** No two alike: the same text again would be something to look at twice. */
const freshBody = () => {
  written += 1;
  return `回覧板の ${written} 番目の工夫について、くわしく書いた提案です。`;
};
const idea = (changes: Parameters<typeof ideaInput>[0] = {}) =>
  submitIdea(contextOf(), ideaInput({ email, body: freshBody(), ...changes }));
const comment = (changes: Parameters<typeof commentInput>[0] = {}) =>
  submitComment(contextOf(), commentInput({ email, body: freshBody(), ...changes }));
const itemOf = ({ id }: { id: string }) => ({ type: "submission", id }) as const;
const stored = ({ id }: { id: string }) => db().submission.findUniqueOrThrow({ where: { id } });
const storedComment = ({ id }: { id: string }) => db().comment.findUniqueOrThrow({ where: { id } });
const reviewOf = async (receipt: { id: string }) => (await stored(receipt)).review;
const publications = ({ id }: { id: string }) =>
  db().timelineEntry.count({ where: { event: "PUBLISHED", OR: [{ submissionId: id }, { commentId: id }] } });

describe("what a trusted participant sends", () => {
  useDatabase();

  it("waits until they confirm it, and is then public, unread, promised an answer and told as published", async () => {
    const { theme } = await trustedCity();
    const receipt = await idea();
    expect(await stored(receipt)).toMatchObject({ review: "PENDING", dueOn: new Date("2026-11-27T00:00:00Z") });
    expect(await queuedMails()).toEqual([{ template: "confirm-address", recipient: email }]);
    const before = await db().auditEntry.count();
    await confirm(receipt);
    expect(await stored(receipt)).toMatchObject({
      review: "PUBLISHED",
      awaitsLook: true,
      publishedAt: later,
      dueOn: new Date("2026-12-08T00:00:00Z"),
      version: 2,
    });
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(2);
    expect(await queuedMails()).toEqual([
      { template: "confirm-address", recipient: email },
      { template: "published", recipient: email },
    ]);
    expect(await db().auditEntry.count()).toBe(before + 1);
    expect(await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).toMatchObject({
      action: "confirm-submission-address",
      detail: { published: true },
    });
    await lookOverItem(contextOf(moderator), { item: itemOf(receipt), version: 2 });
    expect(await stored(receipt)).toMatchObject({ awaitsLook: false, review: "PUBLISHED" });
  });

  it("as a comment is public on confirmation as well, and told to the author of its proposal", async () => {
    const { theme } = await trustedCity();
    await db().emailAddress.create({
      data: { id: crypto.randomUUID(), address: "author@example.com", confirmedAt: testNow, createdAt: testNow },
    });
    const proposal = await publishedIdea({ email: "author@example.com" });
    const receipt = await comment({ on: { number: proposal.number } });
    expect((await storedComment(receipt)).review).toBe("PENDING");
    await confirm(receipt, "comment");
    expect(await storedComment(receipt)).toMatchObject({
      review: "PUBLISHED",
      awaitsLook: true,
      dueOn: new Date("2026-11-27T00:00:00Z"),
    });
    expect((await stored(proposal)).commentCount).toBe(1);
    expect((await queuedMails()).map(({ template }) => template)).toContain("commented");
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(2);
  });

  it("is never public because somebody typed their address", async () => {
    await trustedCity();
    const receipt = await idea({ title: "ほかの人が書いたもの" });
    // the address is confirmed and trusted, and its owner confirms other things
    await confirm(await idea());
    await requestFollow(contextOf(), { target: { theme: "collaboration" }, email, pace: "WEEKLY" });
    await confirmFollow(contextOf(), { token: followRequestToken((await lastRequest(email)).id) });
    const other = await publishedIdea();
    await reportItem(contextOf(), {
      item: { type: "submission", number: other.number },
      reasonCode: "ABUSE",
      words: null,
      email: "reader@example.com",
      idempotencyKey: newIdempotencyKey(),
    });
    await db().emailAddress.updateMany({ where: { address: "reader@example.com" }, data: { confirmedAt: null } });
    const asked = await db().emailConfirmation.findFirstOrThrow({ where: { reportId: { not: null } } });
    await confirmReportAddress(contextOf(), { reportId: asked.reportId ?? "", token: confirmationToken(asked.id) });
    expect(await stored(receipt)).toMatchObject({ review: "PENDING", awaitsLook: false, version: 1 });
    // nor is a token for one thing a token for another
    const [token = ""] = await tokensOf(await idea());
    await expect(confirmSubmissionAddress(contextOf(authorOf(receipt)), { token })).rejects.toMatchObject({
      messageKey: "confirmationInvalid",
    });
    expect(await reviewOf(receipt)).toBe("PENDING");
  });

  it("changes nothing when the button is pressed again", async () => {
    await trustedCity();
    const receipt = await idea();
    await confirm(receipt);
    await hideItem(contextOf(moderator, later), {
      item: itemOf(receipt),
      version: 2,
      reasonCode: "OFF_TOPIC",
      explanation: "テーマと関係がありません。",
    });
    const mails = (await queuedMails()).length;
    await confirm(receipt);
    expect(await stored(receipt)).toMatchObject({ review: "HIDDEN", version: 3 });
    expect((await queuedMails()).length).toBe(mails);
    expect(await publications(receipt)).toBe(1);
  });

  it.each<[string, (receipt: Receipt) => Promise<unknown>]>([
    ["trust in them ended", async () => revokeTrust(contextOf(moderator), await theirEntry())],
    ["a mail to them came back", () => bounce()],
    ["somebody has it open", (item) => openItem(moderator, itemOf(item), { now: testNow, isLook: true })],
    [
      "it was handed to the administrators",
      (item) => escalateItem(contextOf(moderator), { item: itemOf(item), version: 1, note: "判断をお願いします。" }),
    ],
    [
      "a decision about it can still be taken back",
      (item) =>
        planDecisions(contextOf(moderator), {
          decision: "APPROVE",
          items: [{ ...itemOf(item), version: 1 }],
          reasonCode: null,
          explanation: null,
        }),
    ],
    [
      "its words came on the list of those to watch",
      () =>
        saveFlagWord(
          contextOf(moderator),
          { id: null },
          { word: "回覧板", matched: "回覧板", note: "", isActive: true },
        ),
    ],
    ["the theme does so no longer", () => db().theme.updateMany({ data: { publishesTrusted: false } })],
    ["the theme publishes in another way", () => db().theme.updateMany({ data: { reviewMode: "FLAGGED_FIRST" } })],
  ])("waits for the office once %s", async (_what, happens) => {
    await trustedCity();
    const receipt = await idea();
    await happens(receipt);
    await confirm(receipt);
    expect(await stored(receipt)).toMatchObject({ review: "PENDING", awaitsLook: false });
    expect(await publications(receipt)).toBe(0);
    expect(await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } })).toMatchObject({
      action: "confirm-submission-address",
      detail: { published: false },
    });
  });

  it.each([
    ["a link", { body: "https://example.org/ を参考にしてください。" }],
    ["what looks like personal data", { body: "090-1234-5678に電話してください。" }],
    ["a link as those of phishing", { body: "http://192.0.2.1/ を見てください。" }],
  ])("waits for the office with %s in it, and is asked for all the same", async (_what, words) => {
    await trustedCity();
    const receipt = await idea(words);
    expect(await queuedMails()).toEqual([{ template: "confirm-address", recipient: email }]);
    await confirm(receipt);
    expect(await reviewOf(receipt)).toBe("PENDING");
    const reply = await comment(words);
    await confirm(reply, "comment");
    expect((await storedComment(reply)).review).toBe("PENDING");
  });

  it("is public once nobody has it open any more and they confirm it again, as what is asked for says", async () => {
    await trustedCity();
    const receipt = await idea();
    await openItem(moderator, itemOf(receipt), { now: testNow, isLook: true });
    await resendSubmissionConfirmation(contextOf(authorOf(receipt)));
    await confirm(receipt);
    expect(await reviewOf(receipt)).toBe("PENDING");
    await letGoOf(contextOf(moderator), itemOf(receipt));
    const [, second = ""] = await tokensOf(receipt);
    await confirmSubmissionAddress(contextOf(authorOf(receipt), later), { token: second });
    expect(await reviewOf(receipt)).toBe("PUBLISHED");
    const old = await idea({});
    await openItem(moderator, itemOf(old), { now: testNow, isLook: true });
    await confirm(old, "submission", addMinutes(testNow, claimMinutes));
    expect(await reviewOf(old)).toBe("PUBLISHED");
  });

  it("does not become public by being confirmed after the office or its author acted on it", async () => {
    await trustedCity();
    const words = { reasonCode: "OTHER", explanation: "理由です。" } as const;
    const declined = await idea();
    await declineItem(contextOf(moderator), { item: itemOf(declined), version: 1, ...words });
    await confirm(declined);
    expect(await reviewOf(declined)).toBe("DECLINED");

    const revised = await idea({ body: "書き直す前の本文です。くわしくは次のとおりです。" });
    await returnItem(contextOf(moderator), { item: itemOf(revised), version: 1, ...words });
    const { title, body, expectedEffect, area, displayName } = ideaInput({ body: "書き直した本文です。" });
    await reviseSubmission(contextOf(authorOf(revised)), {
      version: 2,
      kind: "IDEA",
      ...{ title, body, expectedEffect, area, displayName },
    });
    await confirm(revised);
    expect(await stored(revised)).toMatchObject({ review: "PENDING", version: 3 });
  });

  it("is decided by one of two who act at the same moment", async () => {
    await trustedCity();
    for (let round = 0; round < 4; round += 1) {
      const receipt = await idea();
      const [, decision] = await Promise.allSettled([
        confirm(receipt),
        approveItem(contextOf(moderator, later), { item: itemOf(receipt), version: 1 }),
      ]);
      const { review, version, awaitsLook } = await stored(receipt);
      expect({ review, version }).toEqual({ review: "PUBLISHED", version: 2 });
      expect(await publications(receipt)).toBe(1);
      expect(awaitsLook).toBe(decision?.status === "rejected");
      await db().emailConfirmation.updateMany({ data: { createdAt: new Date("2026-11-01T00:00:00Z") } });
    }
  });
});

describe("a theme that publishes trusted participants", () => {
  useDatabase();

  it("asks everybody who gives an address alike, so that nobody learns who is trusted", async () => {
    await trustedCity();
    const confirmed = "known@example.com";
    await db().emailAddress.create({
      data: { id: crypto.randomUUID(), address: confirmed, confirmedAt: testNow, createdAt: testNow },
    });
    const shown = [];
    for (const address of [email, confirmed, "unknown@example.com"]) {
      const key = newIdempotencyKey();
      const receipt = await idea({ email: address, idempotencyKey: key });
      const [token = ""] = await tokensOf(receipt);
      const page = await findReceipt(receipt.number, key, { locale: "ja", now: testNow });
      const found = await findConfirmation(token, testNow);
      const tracked = await getTracked(authorOf(receipt), { locale: "ja", now: testNow });
      const mail = await db().mail.findFirstOrThrow({ where: { submissionId: receipt.id } });
      shown.push({
        receipt: page.address?.isAsked,
        state: found?.state,
        mayPublish: found?.mayPublish,
        publicPath: found?.publicPath,
        tracked: tracked.address?.isAsked,
        template: mail.template,
        asks: (mail.params as { mayPublish?: boolean }).mayPublish,
      });
    }
    const same = {
      receipt: true,
      state: "open",
      mayPublish: true,
      publicPath: null,
      tracked: true,
      template: "confirm-address",
      asks: true,
    };
    expect(shown).toEqual([same, same, same]);
  });

  it("publishes nothing of others on confirmation, whose receipt says until when it is read", async () => {
    await trustedCity();
    const receipt = await idea({ email: "other@example.com" });
    await confirm(receipt);
    expect(await stored(receipt)).toMatchObject({ review: "PENDING", version: 1 });
    expect((await queuedMails()).map(({ template }) => template)).toEqual(["confirm-address", "receipt"]);
    const tracked = await getTracked(authorOf(receipt), { locale: "ja", now: testNow });
    expect(tracked.address).toMatchObject({ confirmed: true, isAsked: false });
    await expect(resendSubmissionConfirmation(contextOf(authorOf(receipt)))).rejects.toMatchObject({
      messageKey: "addressConfirmed",
    });
  });

  it("asks with a confirmed address again when its author wants it, and sends the receipt where it asked too often", async () => {
    await trustedCity();
    const receipt = await comment();
    // with what made them trusted the fifth of the day
    for (let n = 0; n < 3; n += 1) await resendCommentConfirmation(contextOf(authorOf(receipt, "comment")));
    await expect(resendCommentConfirmation(contextOf(authorOf(receipt, "comment")))).rejects.toMatchObject({
      messageKey: "confirmationTooMany",
    });
    await idea();
    expect((await queuedMails()).map(({ template }) => template)).toEqual([
      ...Array.from({ length: 4 }, () => "confirm-address"),
      "receipt",
    ]);
  });

  it("asks nothing more of companies, and says where what was confirmed is public now", async () => {
    await trustedCity();
    const offer = await submitPartnership(contextOf(), partnershipInput({ email }));
    expect(await tokensOf(offer)).toEqual([]);
    const receipt = await comment();
    const [token = ""] = await tokensOf(receipt);
    await confirm(receipt, "comment");
    expect(await findConfirmation(token, later)).toMatchObject({
      state: "confirmed",
      mayPublish: false,
      publicPath: `/themes/collaboration#${receipt.number}`,
    });
  });

  it("publishes no part that the office split off", async () => {
    await trustedCity();
    const whole = await idea({ body: "回覧板を電子でも読みたい。\n公園の水飲み場も直してほしい。" });
    await splitSubmission(contextOf(moderator), {
      submissionId: whole.id,
      version: 1,
      title: "公園の水飲み場",
      passage: "公園の水飲み場も直してほしい。",
    });
    const part = await db().submission.findFirstOrThrow({ where: { splitFromId: whole.id } });
    await expect(resendSubmissionConfirmation(contextOf(authorOf(part)))).rejects.toMatchObject({
      messageKey: "addressConfirmed",
    });
    await confirm(whole);
    expect(await reviewOf(whole)).toBe("PENDING");
  });

  it("publishes no comment under what is hidden by then", async () => {
    const { first } = await trustedCity();
    const receipt = await comment({ on: { number: first.number } });
    await hideItem(contextOf(moderator), {
      item: itemOf(first),
      version: 2,
      reasonCode: "OFF_TOPIC",
      explanation: "テーマと関係がありません。",
    });
    await confirm(receipt, "comment");
    expect((await storedComment(receipt)).review).toBe("PENDING");
  });
});

async function theirEntry() {
  const { id, version } = await db().trustedAddress.findFirstOrThrow();
  return { id, version };
}

async function bounce() {
  await inTransaction(contextOf({ kind: "system", name: "test" }), (ctx) => markAddressBounced(ctx, email));
}
