import { describe, expect, it } from "vitest";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  authorOf,
  bringCommentTo,
  changeNow,
  commentInput,
  contextOf,
  makeDesk,
  makeTheme,
  partnershipInput,
  publishedIdea,
  testNow,
} from "#tests/support/submissions.ts";
import { submitComment } from "../commands/submit-comment.server.ts";
import { getTracked } from "./get-tracked.server.ts";

const options = { locale: "ja", now: testNow } as const;

describe("the tracking page", () => {
  useDatabase();

  it("shows the author what they sent but neither name, telephone nor the whole mail address", async () => {
    await makeTheme();
    const receipt = await submitPartnership(
      contextOf(),
      partnershipInput({ email: "hanako@example.com", phone: "0144-00-0000" }),
    );
    const tracked = await getTracked(authorOf(receipt), options);
    expect(tracked).toMatchObject({
      kind: "PARTNERSHIP",
      review: "PENDING",
      holder: { desk: null, dueOn: "2026-11-27", late: false },
      cityOnly: { confidentialNote: "社外秘の原価は一回あたり一二三四円です。", costSharing: "PARTIAL" },
      address: { masked: "h***@example.com", confirmed: false, bounced: false },
      timeline: [{ event: "RECEIVED" }],
      may: { revise: false, withdraw: true },
      isPublic: false,
    });
    const text = JSON.stringify(tracked);
    for (const contact of ["hanako", "0144-00-0000", "企画担当", "2120901007402"]) expect(text).not.toContain(contact);
  });

  it("says who has it, until when, and when that day has passed", async () => {
    await makeTheme();
    const desk = await makeDesk();
    const receipt = await publishedIdea();
    await changeNow(receipt.id, {
      handling: "ASSIGNED",
      handlingDeskId: desk.id,
      dueOn: "2026-12-08",
      lateReason: "確認に時間がかかっています",
    });
    const holder = { desk: { name: "行革担当", section: "行政監理室", phone: "0144-32-6169" }, dueOn: "2026-12-08" };
    expect(await getTracked(authorOf(receipt), options)).toMatchObject({ holder: { ...holder, late: false } });
    expect(await getTracked(authorOf(receipt), { locale: "ja", now: new Date("2026-12-08T16:00:00Z") })).toMatchObject({
      holder: { ...holder, late: true },
      lateReason: "確認に時間がかかっています",
    });
    await withdrawSubmission(contextOf(authorOf(receipt)), { version: 3 });
    expect(await getTracked(authorOf(receipt), options)).toMatchObject({
      holder: null,
      may: { revise: false, withdraw: false },
      isPublic: false,
    });
  });

  it("works for a comment, and names its proposal only while that is public", async () => {
    await makeTheme();
    const idea = await publishedIdea();
    const receipt = await submitComment(contextOf(), commentInput({ on: { number: idea.number }, stance: "FOR" }));
    await bringCommentTo(receipt.id, "PUBLISHED");
    const author = authorOf(receipt, "comment");
    expect(await getTracked(author, options)).toMatchObject({
      type: "comment",
      isPublic: true,
      takesStance: true,
      proposal: { number: idea.number },
      text: { stance: "FOR" },
    });
    await changeNow(idea.id, { review: "HIDDEN" });
    expect(await getTracked(author, options)).toMatchObject({ isPublic: false, proposal: "gone" });
  });

  it("is not found for an id that is nothing", async () => {
    for (const of of ["submission", "comment"] as const) {
      await expect(getTracked(authorOf({ id: crypto.randomUUID() }, of), options)).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });
});
