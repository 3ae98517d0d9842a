import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  authorOf,
  bringSubmissionTo,
  changeNow,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  partnershipInput,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitIdea } from "../commands/submit-idea.server.ts";
import { submitInquiry } from "../commands/submit-inquiry.server.ts";
import { submitPartnership } from "../commands/submit-partnership.server.ts";
import { reviewStates } from "../submission.ts";
import { submissionSight } from "../visibility.ts";
import { visibleSubmissions } from "./visible-submissions.server.ts";

/** One idea and one partnership in every state, one inquiry; the one named `…@own` lies with the officer's desk. */
async function world() {
  await makeTheme();
  const own = await makeDesk({ slug: "own" });
  const other = await makeDesk({ slug: "other" });
  const ids: Record<string, string> = {};
  for (const state of reviewStates) {
    if (state === "NOT_PUBLIC") continue;
    for (const desk of [null, own]) {
      const idea = await submitIdea(contextOf(), ideaInput());
      const partnership = await submitPartnership(contextOf(), partnershipInput());
      ids[`IDEA ${state}${desk ? "@own" : ""}`] = idea.id;
      ids[`PARTNERSHIP ${state}${desk ? "@own" : ""}`] = partnership.id;
      for (const { id } of [idea, partnership]) {
        if (desk) await changeNow(id, { handling: "ASSIGNED", handlingDeskId: desk.id });
        await bringSubmissionTo(id, state);
      }
    }
  }
  ids["INQUIRY NOT_PUBLIC@own"] = (await submitInquiry(contextOf(), inquiryInput({ deskSlug: "own" }))).id;
  ids["INQUIRY NOT_PUBLIC"] = (await submitInquiry(contextOf(), inquiryInput({ deskSlug: "other" }))).id;
  const passedOn = (await submitInquiry(contextOf(), inquiryInput({ deskSlug: "own" }))).id;
  await changeNow(passedOn, { handling: "ASSIGNED", handlingDeskId: other.id });
  ids["INQUIRY NOT_PUBLIC passed on"] = passedOn;
  return { ids, own, other };
}

describe("what a viewer may see of submissions", () => {
  useDatabase({ reset: "file" });

  it("is, in the database and in the pure rule, exactly what the table says", async () => {
    const { ids, own, other } = await world();
    const names = Object.keys(ids);
    const everybodys = names.filter((name) => / PUBLISHED/.test(name));
    const ofOwnDesk = [...new Set([...everybodys, ...names.filter((name) => name.endsWith("@own"))])];
    const pendingId = ids["PARTNERSHIP PENDING"] ?? "";
    const atOwn = ids["IDEA DECLINED@own"] ?? "";
    const link = (submissionId: string, deskId: string): Actor => ({
      kind: "desk-link",
      linkId: crypto.randomUUID(),
      assignmentId: crypto.randomUUID(),
      submissionId,
      deskId,
      label: "行革担当",
    });
    const table: [string, Actor, string[]][] = [
      ["anonymous", anonymous, everybodys],
      ["the author of a pending one", authorOf({ id: pendingId }), [...everybodys, "PARTNERSHIP PENDING"]],
      ["the author of a comment with such an id", authorOf({ id: pendingId }, "comment"), everybodys],
      ["an officer without desks", staffActor("OFFICER"), everybodys],
      ["an officer of the desk", staffActor("OFFICER", [own.id]), ofOwnDesk],
      [
        "an officer of another desk",
        staffActor("OFFICER", [other.id]),
        [...everybodys, "INQUIRY NOT_PUBLIC", "INQUIRY NOT_PUBLIC passed on"],
      ],
      ["who has the desk's link", link(atOwn, own.id), [...everybodys, "IDEA DECLINED@own"]],
      ["who has a link of a desk it left", link(atOwn, other.id), everybodys],
      ["a viewer", staffActor("VIEWER"), names],
      ["a moderator", staffActor("MODERATOR"), names],
      ["an administrator", staffActor("ADMIN"), names],
      ["the platform", { kind: "system", name: "npm start" }, names],
    ];
    const rows = await db().submission.findMany({
      select: { id: true, kind: true, review: true, handlingDeskId: true, inquiryDeskId: true },
    });
    expect(rows).toHaveLength(names.length);
    for (const [who, viewer, expected] of table) {
      const seen = await db().submission.findMany({ where: visibleSubmissions(viewer), select: { id: true } });
      const nameOf = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
      expect([who, seen.map(({ id }) => nameOf.get(id)).sort()]).toEqual([who, [...expected].sort()]);
      const bySight = rows.filter((row) => submissionSight(viewer, row) !== "nothing").map(({ id }) => nameOf.get(id));
      expect([who, bySight.sort()]).toEqual([who, [...expected].sort()]);
    }
  });

  it("shows city-only parts to nobody but the author, the desk that has it and the office, contact data not to a viewer", async () => {
    const facts = {
      id: crypto.randomUUID(),
      kind: "PARTNERSHIP",
      review: "PUBLISHED",
      handlingDeskId: "desk",
      inquiryDeskId: null,
    } as const;
    expect(submissionSight(anonymous, facts)).toBe("public");
    expect(submissionSight(authorOf({ id: crypto.randomUUID() }), facts)).toBe("public");
    expect(submissionSight(authorOf(facts), facts)).toBe("contact");
    expect(submissionSight(staffActor("OFFICER", ["other"]), facts)).toBe("public");
    expect(submissionSight(staffActor("OFFICER", ["desk"]), facts)).toBe("contact");
    expect(submissionSight(staffActor("VIEWER"), facts)).toBe("city");
    expect(submissionSight(staffActor("MODERATOR"), facts)).toBe("contact");
  });

  it("keeps an inquiry from everybody even if its state said otherwise", async () => {
    const facts = { id: "x", kind: "INQUIRY", review: "PUBLISHED", handlingDeskId: null, inquiryDeskId: null } as const;
    expect(submissionSight(anonymous, facts)).toBe("nothing");
    const { id } = await submitInquiry(contextOf(), inquiryInput({ deskSlug: "own" }));
    await db().submission.update({ where: { id }, data: { review: "PUBLISHED" } });
    expect(await db().submission.findFirst({ where: { AND: [visibleSubmissions(anonymous), { id }] } })).toBeNull();
  });
});
