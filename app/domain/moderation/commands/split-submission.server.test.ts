import { describe, expect, it } from "vitest";
import { findAuthor } from "#app/domain/comment/queries/find-author.server.ts";
import { getProposalPage } from "#app/domain/reading/queries/get-proposal-page.server.ts";
import { anonymous } from "#app/domain/shared/actor.ts";
import { trackingKeyOf } from "#app/domain/shared/tracking-key-of.server.ts";
import { enterSubmission } from "#app/domain/submission/commands/enter-submission.server.ts";
import { getTrackedSubmission } from "#app/domain/submission/queries/get-tracked-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  as,
  makeAddress,
  makeDesk,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import {
  authorOf,
  makeTheme as makeOpenTheme,
  newIdempotencyKey,
  partnershipInput,
} from "#tests/support/submissions.ts";
import { openItem } from "../open-item.server.ts";
import { previewSplit } from "../queries/preview-split.server.ts";
import { approveItem } from "./approve-item.server.ts";
import { splitSubmission } from "./split-submission.server.ts";

useDatabase();

const moderator = staff("MODERATOR");
const body = "窓口の受付を長くしてほしい。\n\nそれとは別に、公園の草刈りのことです。\n月に一度はお願いします。";
const part = { title: "公園の草刈り", passage: "公園の草刈りのことです。\n月に一度はお願いします。" };
const rowOf = (number: string) =>
  db().submission.findUniqueOrThrow({ where: { number }, include: { private: true, revisions: true, timeline: true } });

async function twoMatters(changes: Parameters<typeof makeSubmission>[0] = {}) {
  const theme = await makeTheme();
  const emailAddressId = await makeAddress("author@example.com");
  return makeSubmission({
    themeId: theme.id,
    body,
    channel: "PAPER",
    area: "西部",
    displayName: "市民A",
    expectedEffect: "待たずにすむ",
    receivedAt: new Date("2026-11-23T15:00:00Z"),
    hidden: { emailAddressId, name: "氏名A", phone: "0144-00-0000" },
    ...changes,
  });
}

describe("splitting two matters", () => {
  it("makes the second in its author's words, with all that goes with them, and leaves the first as it is", async () => {
    const whole = await twoMatters();
    const input = { submissionId: whole.id, version: 1, ...part };
    expect(await previewSplit(moderator, input)).toMatchObject({
      facts: [{ text: part.title }, { text: part.passage }],
      mails: [{ number: whole.number, text: expect.stringContaining("R8-XXXX") }],
    });
    const { number } = await splitSubmission(as(moderator), input);

    expect(await rowOf(whole.number)).toMatchObject({ body, title: whole.title, review: "PENDING", version: 2 });
    const made = await rowOf(number);
    expect(made).toMatchObject({
      kind: "IDEA",
      channel: "PAPER",
      review: "PENDING",
      handling: "NEW",
      title: part.title,
      body: part.passage,
      expectedEffect: null,
      area: "西部",
      displayName: "市民A",
      themeId: whole.themeId,
      splitFromId: whole.id,
      receivedAt: whole.receivedAt,
      dueOn: whole.dueOn,
      version: 1,
      private: { name: "氏名A", phone: "0144-00-0000" },
      revisions: [{ revision: 1, body: part.passage }],
    });
    expect(made.searchText).toContain("草刈り");
    expect(made.timeline.map(({ event, audience, note }) => [event, audience, note]).sort()).toEqual([
      ["RECEIVED", "PUBLIC", null],
      ["SPLIT", "AUTHOR", whole.number],
    ]);
    expect(await findAuthor(number, trackingKeyOf(made.id))).toMatchObject({ number });
    expect(await db().mail.findMany()).toMatchObject([
      {
        template: "split",
        recipient: "author@example.com",
        threadKey: whole.number,
        params: { part: { id: made.id, number }, passage: part.passage },
      },
    ]);
    expect(await db().auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { action: "split-submission", subjectId: whole.id, detail: { into: number } },
      { action: "split-submission", subjectId: made.id, detail: { from: whole.number } },
    ]);
  });

  it("leads from each to the other: for their author by keys, for everybody once both are public", async () => {
    const whole = await twoMatters({ review: "PUBLISHED", publishedAt: noon });
    const { number } = await splitSubmission(as(moderator), { submissionId: whole.id, version: 1, ...part });
    const made = await rowOf(number);
    const now = { locale: "ja", now: noon } as const;
    expect(await getTrackedSubmission(authorOf(whole), now)).toMatchObject({
      split: { from: null, into: [{ number, title: part.title, trackingKey: trackingKeyOf(made.id) }] },
    });
    expect(await getTrackedSubmission(authorOf(made), now)).toMatchObject({
      split: { from: { number: whole.number, trackingKey: trackingKeyOf(whole.id) }, into: [] },
    });
    const page = (of: string) => getProposalPage(anonymous, { number: of, now: noon, comments: {} }, "ja");
    expect(await page(whole.number)).toMatchObject({ splitFrom: [], splitInto: [] });
    // Three business days from Tuesday: the first was promised an answer, the part waits for review.
    expect(made.dueOn?.toISOString()).toBe("2026-11-27T00:00:00.000Z");
    await approveItem(as(moderator), { item: { type: "submission", id: made.id }, version: 1 });
    expect(await page(whole.number)).toMatchObject({ splitInto: [number] });
    expect(await page(number)).toMatchObject({ splitFrom: [whole.number] });
  });

  it("keeps what a company tells the city alone with both", async () => {
    await makeOpenTheme();
    const input = partnershipInput({ body, idempotencyKey: newIdempotencyKey() });
    const { id } = await enterSubmission(as(moderator), {
      kind: "PARTNERSHIP",
      channel: "PAPER",
      arrivedOn: "2026-11-24",
      authorLocale: "ja",
      ...input,
    });
    const { number } = await splitSubmission(as(moderator), { submissionId: id, version: 1, ...part });
    expect(await rowOf(number)).toMatchObject({
      organizationName: input.organizationName,
      private: { confidentialNote: input.confidentialNote, costSharing: "PARTIAL", contactPerson: "企画担当" },
      revisions: [{ cityOnly: { confidentialNote: input.confidentialNote } }],
    });
  });

  it("gives an inquiry's part to the same desk, in private", async () => {
    const desk = await makeDesk();
    const { id } = await makeSubmission({ kind: "INQUIRY", review: "NOT_PUBLIC", body, inquiryDeskId: desk.id });
    const { number } = await splitSubmission(as(moderator), { submissionId: id, version: 1, ...part });
    expect(await rowOf(number)).toMatchObject({ review: "NOT_PUBLIC", inquiryDeskId: desk.id, searchText: "" });
  });

  it("takes no other words than the author's, and not all of them", async () => {
    const { id } = await twoMatters();
    const split = (passage: string) =>
      splitSubmission(as(moderator), { submissionId: id, version: 1, title: "題", passage });
    await expect(split("公園の草刈りを月に一度お願いします。")).rejects.toMatchObject({
      fields: { passage: ["passageNotVerbatim"] },
    });
    await expect(split(body)).rejects.toMatchObject({ fields: { passage: ["passageIsAll"] } });
    expect(await db().submission.count()).toBe(1);
  });

  it("is refused while another moderator has it open", async () => {
    const item = { type: "submission", id: (await twoMatters()).id } as const;
    await openItem(staff("MODERATOR"), item, { now: noon, isLook: true });
    await expect(splitSubmission(as(moderator), { submissionId: item.id, version: 1, ...part })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "claimedByAnother",
    });
    expect(await db().submission.count()).toBe(1);
  });

  it("is refused to officers and viewers, for what is decided or with its author, and on a stale page", async () => {
    const desk = await makeDesk();
    const { id } = await twoMatters({ handlingDeskId: desk.id });
    const input = { submissionId: id, version: 1, ...part };
    for (const actor of [staff("VIEWER"), staff("OFFICER", desk.id)]) {
      await expect(splitSubmission(as(actor), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(splitSubmission(as(moderator), { ...input, version: 2 })).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    for (const review of ["RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const) {
      const other = await makeSubmission({ review, body });
      await expect(splitSubmission(as(moderator), { ...input, submissionId: other.id })).rejects.toMatchObject({
        messageKey: "notPossibleNow",
      });
    }
  });
});
