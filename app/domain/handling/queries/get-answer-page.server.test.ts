import { describe, expect, it } from "vitest";
import { addNote } from "#app/domain/handling/commands/add-note.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import type { DeskLinkActor } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { as, makeAddress, noon } from "#tests/support/factories/review-rows.ts";
import { answerToken } from "../answer-link.server.ts";
import { getAnswerPage } from "./get-answer-page.server.ts";

describe("the page behind a desk's link", () => {
  useDatabase();
  const open = (link: DeskLinkActor, locale: Locale = "ja") =>
    getAnswerPage(answerToken(link.linkId), { locale, now: noon });

  it("gives the desk the request in full, with the confidential part, and nobody's contact data or staff notes", async () => {
    const emailAddressId = await makeAddress("author@example.com");
    const { id, moderator, link } = await assigned({
      kind: "PARTNERSHIP",
      review: "PENDING",
      organizationName: "港湾サービス",
      hidden: {
        emailAddressId,
        name: "市民A",
        phone: "0144-00-0000",
        contactPerson: "企画担当",
        cooperation: "人を出せます",
        request: "場所を借りたい",
        costSharing: "NONE",
        confidentialNote: "社外秘の計画",
      },
    });
    await addNote(as(moderator), { submissionId: id, note: "内部のメモ" });
    const { page } = await open(link);
    expect(page?.partnership).toMatchObject({ confidentialNote: "社外秘の計画", contactPerson: "企画担当" });
    expect(page?.handling.notes).toEqual([]);
    for (const secret of ["author@example.com", "市民A", "0144-00-0000", "内部のメモ"]) {
      expect(JSON.stringify(page)).not.toContain(secret);
    }
    expect(page?.handling.acts).toEqual(["draft", "passOn", "extend", "notOurs", "ask"]);
  });

  it("names the desk in the reader's language", async () => {
    const { desk, link } = await assigned();
    await db().desk.update({
      where: { id: desk.id },
      data: { name: { ja: "行革担当", easy: "行革担当", en: "Reform Desk" } },
    });
    expect([(await open(link)).page?.deskName, (await open(link, "en")).page?.deskName]).toEqual([
      "行革担当",
      "Reform Desk",
    ]);
  });

  it("shows the draft that waits", async () => {
    const { id, link } = await assigned();
    await draftAnswer(as(link), {
      submissionId: id,
      version: 2,
      outcomeKey: "adopted",
      referral: null,
      body: "案です",
    });
    const { page } = await open(link);
    expect(page?.version).toBe(3);
    expect(page?.handling.answers).toMatchObject([{ state: "DRAFT", body: "案です", origin: "LINK" }]);
  });

  it("is gone for the desk before, once another desk has a private submission", async () => {
    const { id, otherDesk, moderator, link } = await assigned({ kind: "INQUIRY", review: "NOT_PUBLIC" });
    await assignSubmission(as(moderator), {
      submissionId: id,
      version: 2,
      deskId: otherDesk.id,
      dueOn: "2026-12-04",
      instruction: null,
    });
    expect(await open(link)).toEqual({ phone: "0144-32-6169", page: null });
    expect(await getAnswerPage("anything", { locale: "ja", now: noon })).toEqual(await open(link));
  });
});
