import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  auditedActions,
  bringSubmissionTo,
  changeNow,
  confirmedAddress,
  contextOf,
  ideaInput,
  makeTheme,
  publishedIdea,
  staffActor,
} from "#tests/support/submissions.ts";
import { removeSampleSubmissions } from "./remove-sample-submissions.server.ts";
import { submitIdea } from "./submit-idea.server.ts";

useDatabase();

const system = contextOf({ kind: "system", name: "見本" });

const countsOf = (id: string) =>
  db().theme.findUniqueOrThrow({ where: { id }, select: { proposalCount: true, answeredCount: true } });

describe("removing the sample submissions", () => {
  it("takes them away with all that belongs to them, lowers the counters and leaves what people sent", async () => {
    const theme = await makeTheme();
    const addressId = await confirmedAddress("sample@example.com");
    const real = await publishedIdea();
    const answered = await submitIdea(system, ideaInput({ isSample: true, email: "sample@example.com" }));
    await bringSubmissionTo(answered.id, "PUBLISHED");
    await changeNow(answered.id, { outcomeKey: "adopted" });
    const published = await submitIdea(system, ideaInput({ isSample: true }));
    await bringSubmissionTo(published.id, "PUBLISHED");
    const hidden = await submitIdea(system, ideaInput({ isSample: true }));
    await bringSubmissionTo(hidden.id, "HIDDEN");
    expect(await countsOf(theme.id)).toEqual({ proposalCount: 3, answeredCount: 1 });
    const before = await auditedActions();

    const removed = await removeSampleSubmissions(system);
    expect(removed.ids.toSorted()).toEqual([answered.id, published.id, hidden.id].toSorted());
    expect(removed.emailAddressIds).toEqual([addressId]);
    expect(await db().submission.findMany({ select: { id: true } })).toEqual([{ id: real.id }]);
    expect(await db().submissionPrivate.count()).toBe(1);
    expect(await db().submissionRevision.count()).toBe(1);
    expect(await db().timelineEntry.count({ where: { submissionId: { not: real.id } } })).toBe(0);
    expect(await countsOf(theme.id)).toEqual({ proposalCount: 1, answeredCount: 0 });
    expect(await auditedActions()).toEqual([...before, "remove-sample-submissions"]);
  });

  it("does nothing where there are none", async () => {
    expect(await removeSampleSubmissions(system)).toEqual({ ids: [], emailAddressIds: [] });
    expect(await auditedActions()).toEqual([]);
  });

  it("is the system's alone", async () => {
    await expect(removeSampleSubmissions(contextOf(staffActor("ADMIN")))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeSampleSubmissions(contextOf())).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
