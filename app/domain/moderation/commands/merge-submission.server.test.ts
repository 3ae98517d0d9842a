import { describe, expect, it } from "vitest";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { findMergedInto } from "#app/domain/reading/queries/find-merged-into.server.ts";
import { getProposalPage } from "#app/domain/reading/queries/get-proposal-page.server.ts";
import { searchPublished } from "#app/domain/search/queries/search-published.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { readSearch } from "#app/domain/shared/search-query.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { getTrackedSubmission } from "#app/domain/submission/queries/get-tracked-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { twoAlike } from "#tests/support/factories/alike.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { as, makeAddress, makeSubmission, noon, staff, submissionRow } from "#tests/support/factories/review-rows.ts";
import { authorOf } from "#tests/support/submissions.ts";
import { openItem } from "../open-item.server.ts";
import { previewMerge } from "../queries/preview-merge.server.ts";
import { declineItem } from "./decline-item.server.ts";
import { hideItem } from "./hide-item.server.ts";
import { mergeSubmission } from "./merge-submission.server.ts";
import { returnItem } from "./return-item.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const explanation = "どちらも町内会の回覧についてのご提案です。";
const reason = { reasonCode: "OTHER", explanation: "理由" } as const;

async function two(states: Parameters<typeof twoAlike>[0] = {}) {
  const { theme, source, target } = await twoAlike(states);
  const input = { submissionId: source.id, version: 1, into: target.number, intoVersion: 1, explanation };
  return { theme, source, target, input };
}

const mails = () =>
  db().mail.findMany({ orderBy: { template: "asc" }, select: { template: true, recipient: true, params: true } });

describe("merging a proposal into another one about the same", () => {
  it("ends what was promised for it, keeps the way back, and tells both authors", async () => {
    const { source, target, input } = await two();
    expect(
      await previewMerge(moderator, { ...input, into: `ｒ８ー${target.number.slice(3)}`, intoVersion: null }),
    ).toMatchObject({
      into: target.number,
      intoVersion: 1,
      preview: { mails: [{ number: source.number }, { number: target.number }] },
    });
    await mergeSubmission(as(moderator), input);

    expect(await submissionRow(source.id)).toMatchObject({
      review: "MERGED",
      mergedIntoId: target.id,
      reviewBeforeMerge: "PENDING",
      dueOnBeforeMerge: new Date("2026-11-27T00:00:00Z"),
      dueOn: null,
      version: 2,
    });
    expect(await submissionRow(target.id)).toMatchObject({ review: "PUBLISHED", version: 2 });
    expect(await db().timelineEntry.findMany({ orderBy: { event: "asc" } })).toMatchObject([
      { submissionId: source.id, event: "MERGED", audience: "AUTHOR", note: explanation },
      { submissionId: target.id, event: "JOINED", audience: "AUTHOR", note: null },
    ]);
    expect(await mails()).toMatchObject([
      { template: "joined", recipient: "first@example.com", params: { other: source.number } },
      {
        template: "merged",
        recipient: "second@example.com",
        params: { into: { number: target.number, title: "回覧を電子に" }, path: `/proposals/${target.number}` },
      },
    ]);
    expect(JSON.stringify((await mails())[0])).not.toContain("秘密の題");
    expect(await db().auditEntry.findMany()).toMatchObject([
      { action: "merge-submission", subjectId: source.id, detail: { into: target.number, from: "PENDING" } },
    ]);
  });

  it("names nothing of a proposal that is still in review but its number", async () => {
    const { source, target, input } = await two({ target: "PENDING" });
    await mergeSubmission(as(moderator), input);
    expect((await mails())[1]).toMatchObject({ params: { into: { number: target.number, title: null }, path: null } });
    const tracked = await getTrackedSubmission(authorOf(source), { locale: "ja", now: noon });
    expect(tracked).toMatchObject({
      review: "MERGED",
      mergedInto: { number: target.number, title: null, review: "PENDING" },
      holder: { desk: null, dueOn: "2026-11-27" },
    });
    expect(JSON.stringify(tracked)).not.toContain("回覧を電子に");
  });

  it("takes a public one out of view and its theme's number; its address leads to the other, which names it", async () => {
    const { theme, source, target, input } = await two({ source: "PUBLISHED" });
    await db().theme.update({ where: { id: theme.id }, data: { proposalCount: 2 } });
    await mergeSubmission(as(moderator), input);
    expect((await db().theme.findUniqueOrThrow({ where: { id: theme.id } })).proposalCount).toBe(1);
    expect(await findMergedInto(anonymous, source.number)).toBe(target.number);
    const page = await getProposalPage(anonymous, { number: target.number, now: noon, comments: {} }, "ja");
    expect(page).toMatchObject({ merged: [source.number], timeline: [{ event: "JOINED" }] });
    expect(JSON.stringify(page)).not.toContain("秘密の題");
    const query = readSearch(source.number);
    const found = query && (await searchPublished(anonymous, query, "ja"));
    expect(found?.proposals.map(({ number }) => number)).toEqual([target.number]);
    await expect(
      getProposalPage(anonymous, { number: source.number, now: noon, comments: {} }, "ja"),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leads nowhere and names nothing for what was never public, nor once the other one is public no longer", async () => {
    const { source, target, input } = await two();
    await mergeSubmission(as(moderator), input);
    expect(await findMergedInto(anonymous, source.number)).toBeNull();
    expect(await findMergedInto(staff("ADMIN"), source.number)).toBeNull();
    const page = await getProposalPage(anonymous, { number: target.number, now: noon, comments: {} }, "ja");
    expect(page.merged).toEqual([]);
    expect(await findMergedInto(anonymous, "no number")).toBeNull();
  });

  it("ends the turn of its desk with what the desk wrote", async () => {
    const { id, link, number } = await assigned();
    await draftAnswer(as(link), { submissionId: id, version: 2, outcomeKey: "adopted", referral: null, body: "案" });
    const target = await makeSubmission({ review: "PUBLISHED" });
    await mergeSubmission(as(moderator), {
      submissionId: id,
      version: 3,
      into: target.number,
      intoVersion: 1,
      explanation,
    });
    expect(await submissionRow(id)).toMatchObject({ handling: "NEW", handlingDeskId: null, number });
    expect(await db().assignment.findMany()).toMatchObject([{ endReason: "merged" }]);
    expect(await db().answer.findMany()).toMatchObject([{ state: "SUPERSEDED" }]);
    expect(await db().answerLink.count({ where: { revokedAt: null } })).toBe(0);
  });

  it("brings every version of the published answer to both authors, once to each address", async () => {
    const first = await makeAddress("first@example.com");
    const second = await makeAddress("second@example.com");
    const { id, number, officer } = await assigned({ hidden: { emailAddressId: first }, publishedAt: noon });
    for (const emailAddressId of [first, second, second]) {
      const { id: submissionId } = await makeSubmission({ hidden: { emailAddressId } });
      const { version: intoVersion } = await submissionRow(id);
      await mergeSubmission(as(moderator), { submissionId, version: 1, into: number, intoVersion, explanation });
    }
    await db().mail.deleteMany();
    for (const body of ["来年度から行います。", "時期を早めました。"]) {
      const draft = { submissionId: id, outcomeKey: "adopted", referral: null, body };
      const { answerId } = await draftAnswer(as(officer), { ...draft, version: (await submissionRow(id)).version });
      await publishAnswer(as(moderator), { submissionId: id, version: (await submissionRow(id)).version, answerId });
    }
    const sent = await db().mail.findMany({ where: { template: "answered" }, select: { recipient: true } });
    expect(sent.map(({ recipient }) => recipient).sort()).toEqual([
      "first@example.com",
      "first@example.com",
      "second@example.com",
      "second@example.com",
    ]);
    const merged = await db().submission.findFirstOrThrow({ where: { review: "MERGED" } });
    expect(await getTrackedSubmission(authorOf(merged), { locale: "ja", now: noon })).toMatchObject({
      answer: { body: "時期を早めました。" },
      mergedInto: { handling: "ANSWERED" },
      holder: null,
    });
  });

  it("tells a person who sent both once", async () => {
    const emailAddressId = await makeAddress("both@example.com");
    const target = await makeSubmission({ review: "PENDING", title: "一通目", hidden: { emailAddressId } });
    const source = await makeSubmission({ hidden: { emailAddressId } });
    await mergeSubmission(as(moderator), {
      submissionId: source.id,
      version: 1,
      into: target.number,
      intoVersion: 1,
      explanation,
    });
    expect(await mails()).toMatchObject([{ template: "merged", params: { into: { title: "一通目" } } }]);
  });

  it.each([
    ["withdrawn", async (id: string) => withdrawSubmission(as(authorOf({ id })), { version: 2 })],
    [
      "hidden",
      async (id: string) => hideItem(as(moderator), { item: { type: "submission", id }, version: 2, ...reason }),
    ],
  ])("lets it go on by itself when the other one is %s", async (_what, end) => {
    const { source, target, input } = await two({ source: "PUBLISHED" });
    await mergeSubmission(as(moderator), input);
    await end(target.id);
    expect(await submissionRow(source.id)).toMatchObject({
      review: "PUBLISHED",
      mergedIntoId: null,
      reviewBeforeMerge: null,
    });
    expect(await db().mail.findFirst({ where: { template: "separated" } })).toMatchObject({
      recipient: "second@example.com",
      params: { other: target.number, explanation: null, path: `/proposals/${source.number}` },
    });
  });

  it.each([
    ["returned", returnItem],
    ["declined", declineItem],
  ])("lets it go on by itself when the other one is %s", async (_what, decide) => {
    const { source, target, input } = await two({ target: "PENDING" });
    await mergeSubmission(as(moderator), input);
    await decide(as(moderator), { item: { type: "submission", id: target.id }, version: 2, ...reason });
    expect(await submissionRow(source.id)).toMatchObject({
      review: "PENDING",
      dueOn: new Date("2026-11-27T00:00:00Z"),
    });
  });

  it("can be withdrawn by its author, and then belongs to nothing", async () => {
    const { source, input } = await two();
    await mergeSubmission(as(moderator), input);
    await withdrawSubmission(as(authorOf(source)), { version: 2 });
    expect(await submissionRow(source.id)).toMatchObject({ review: "WITHDRAWN", mergedIntoId: null });
  });

  it("is refused for a number that leads to nothing it could be merged into", async () => {
    const { source, input } = await two({ source: "PUBLISHED" });
    const others: [string, Parameters<typeof makeSubmission>[0]][] = [
      ["mergeUnknown", { kind: "INQUIRY", review: "NOT_PUBLIC" }],
      ["mergeOtherKind", { kind: "PARTNERSHIP", review: "PUBLISHED" }],
      ["mergeNotOpen", { review: "DECLINED" }],
      ["mergeNotOpen", { review: "WITHDRAWN" }],
      ["mergeHidesPublic", { review: "PENDING" }],
      ["mergeSample", { review: "PUBLISHED", isSample: true }],
    ];
    const merge = (into: string) => mergeSubmission(as(moderator), { ...input, into });
    for (const [problem, row] of others) {
      await expect(merge((await makeSubmission(row)).number)).rejects.toMatchObject({ fields: { into: [problem] } });
    }
    await expect(merge(source.number)).rejects.toMatchObject({ fields: { into: ["mergeItself"] } });
    for (const number of ["R8-9999", "町内会"]) {
      await expect(merge(number)).rejects.toMatchObject({ fields: { into: ["mergeUnknown"] } });
    }
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("makes no chains: neither into what is merged, nor of what others are merged into", async () => {
    const { source, target, input } = await two();
    await mergeSubmission(as(moderator), input);
    const third = await makeSubmission();
    await expect(
      mergeSubmission(as(moderator), { ...input, submissionId: third.id, into: source.number, intoVersion: 2 }),
    ).rejects.toMatchObject({ fields: { into: ["mergeIntoMerged"] } });
    const published = await makeSubmission({ review: "PUBLISHED" });
    await expect(
      mergeSubmission(as(moderator), { ...input, submissionId: target.id, version: 2, into: published.number }),
    ).rejects.toMatchObject({ code: "CONFLICT", messageKey: "mergeHoldsOthers" });
  });

  it("is refused while another moderator has it open", async () => {
    const { source, input } = await two();
    const item = { type: "submission", id: source.id } as const;
    await openItem(staff("MODERATOR"), item, { now: noon, isLook: true });
    await expect(mergeSubmission(as(moderator), input)).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "claimedByAnother",
    });
    expect(await submissionRow(source.id)).toMatchObject({ review: "PENDING", version: 1 });
  });

  it("is refused to officers and viewers, for what is decided, private or answered, and on a page that either has overtaken", async () => {
    const { source, target, input } = await two();
    for (const actor of [staff("VIEWER"), staff("OFFICER")]) {
      await expect(mergeSubmission(as(actor), input)).rejects.toMatchObject({
        code: actor.role === "VIEWER" ? "FORBIDDEN" : "NOT_FOUND",
      });
    }
    for (const review of ["DECLINED", "HIDDEN", "WITHDRAWN"] as const) {
      const { id } = await makeSubmission({ review });
      await expect(mergeSubmission(as(moderator), { ...input, submissionId: id })).rejects.toMatchObject({
        messageKey: "notPossibleNow",
      });
    }
    const inquiry = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC" });
    await expect(mergeSubmission(as(moderator), { ...input, submissionId: inquiry.id })).rejects.toMatchObject({
      messageKey: "notPossibleNow",
    });
    await db().submission.update({ where: { id: source.id }, data: { answeredAt: noon } });
    await expect(mergeSubmission(as(moderator), input)).rejects.toMatchObject({ messageKey: "mergeAnswered" });
    await db().submission.update({ where: { id: source.id }, data: { answeredAt: null } });
    for (const stale of [{ version: 2 }, { intoVersion: 2 }]) {
      await expect(mergeSubmission(as(moderator), { ...input, ...stale })).rejects.toMatchObject({
        messageKey: "changedMeanwhile",
      });
    }
    expect(await submissionRow(target.id)).toMatchObject({ version: 1 });
    expect(await db().mail.count()).toBe(0);
  });

  it("happens once when two moderators merge the same two into each other at once", async () => {
    const { source, target, input } = await two({ target: "PENDING" });
    const results = await Promise.allSettled([
      mergeSubmission(as(moderator), input),
      mergeSubmission(as(moderator), { ...input, submissionId: target.id, into: source.number }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await db().submission.count({ where: { review: "MERGED" } })).toBe(1);
  });
});
