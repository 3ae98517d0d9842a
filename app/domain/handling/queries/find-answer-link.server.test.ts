import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { noon } from "#tests/support/factories/review-rows.ts";
import { answerToken } from "../answer-link.server.ts";
import { findAnswerLink } from "./find-answer-link.server.ts";

useDatabase();

describe("the token of a desk's mail", () => {
  it("stands for the desk and one assignment, and reading it changes nothing", async () => {
    const { id, desk, link } = await assigned();
    const before = await db().answerLink.findMany();
    expect(await findAnswerLink(answerToken(link.linkId), noon)).toMatchObject({ deskId: desk.id, submissionId: id });
    expect(await db().answerLink.findMany()).toEqual(before);
  });

  it("is nothing when it is wrong, expired, revoked, or of a turn that ended", async () => {
    const { link } = await assigned();
    const token = answerToken(link.linkId);
    for (const wrong of ["", "x", `${token}x`, token.slice(1), "a".repeat(5_000), link.linkId]) {
      expect(await findAnswerLink(wrong, noon)).toBeNull();
    }
    expect(await findAnswerLink(token, new Date("2027-01-22T03:00:00Z"))).not.toBeNull();
    expect(await findAnswerLink(token, new Date("2027-01-23T03:00:00Z"))).toBeNull();
    await db().assignment.update({ where: { id: link.assignmentId }, data: { endedAt: noon } });
    expect(await findAnswerLink(token, noon)).toBeNull();
  });
});
