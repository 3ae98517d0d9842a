import { randomUUID } from "node:crypto";
import { subDays } from "date-fns/subDays";
import { beforeAll, describe, expect, it } from "vitest";
import type { StaffActor, StaffRole } from "#app/domain/shared/actor.ts";
import { handlingStates, reviewStates } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import {
  makeComment,
  makeDesk,
  makeOutcomes,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { queueFilterSchema, viewsFor } from "../queue.ts";
import { countHeaps } from "./count-heaps.server.ts";
import { queuePlaces } from "./queue-items.server.ts";

/** Everything an item can be to a heap, so often that each comes with each state: `index` walks through them at different lengths. */
function traits(index: number) {
  const day = (offset: number) => new Date(Date.UTC(2026, 10, 24 + offset));
  return {
    revision: 1 + (index % 2),
    dueOn: [day(-4), day(0), null, day(3), day(-1)][index % 5] ?? null,
    appealDueOn: index % 7 === 3 ? day(index % 2 === 0 ? -2 : 2) : null,
    awaitsLook: index % 3 === 1,
    reportedAt: index % 11 === 5 ? noon : null,
    receivedAt: new Date(noon.getTime() - index * 60_000),
  };
}

async function escalate(item: { submissionId: string } | { commentId: string }, endedAt: Date | null) {
  await db().escalation.create({
    data: { id: randomUUID(), ...item, note: "上の者へ", byId: randomUUID(), byLabel: "事務局", at: noon, endedAt },
  });
}

describe("the numbers beside the heaps", () => {
  useDatabase({ reset: "file" });
  let deskId: string;

  beforeAll(async () => {
    await makeOutcomes();
    deskId = (await makeDesk()).id;
    const otherDeskId = (await makeDesk()).id;
    const theme = await makeTheme(deskId);
    const kept = await makeSubmission({ review: "PUBLISHED", themeId: theme.id });
    let index = 0;
    const states = reviewStates.flatMap((review) => handlingStates.map((handling) => ({ review, handling })));
    for (const state of [...states, ...states]) {
      index += 1;
      const { id } = await makeSubmission({
        ...state,
        ...traits(index),
        ...(state.review === "MERGED" && { mergedIntoId: kept.id, reviewBeforeMerge: "PUBLISHED" }),
        themeId: theme.id,
        handlingDeskId: [deskId, otherDeskId, null][index % 3],
        inquiryDeskId: index % 5 === 4 || index % 5 === 0 ? deskId : null,
      });
      if (index % 3 === 0)
        await db().answer.create({
          data: {
            ...{ id: randomUUID(), submissionId: id, answerVersion: 1, deskId, outcomeKey: "adopted", body: "案" },
            ...{
              state: index % 2 === 0 ? "DRAFT" : "PUBLISHED",
              origin: "SCREEN",
              draftedByLabel: "担当",
              draftedAt: noon,
            },
          },
        });
      if (index % 8 === 1) await escalate({ submissionId: id }, index % 16 === 1 ? null : noon);
      if (index % 13 === 0) {
        const mailId = await queueMail(receiptMessage({ submissionId: id }), subDays(noon, index === 26 ? 40 : 1));
        await db().mail.update({ where: { id: mailId }, data: { state: "FAILED" } });
      }
    }
    for (const review of reviewStates.filter((state) => state !== "NOT_PUBLIC" && state !== "MERGED")) {
      for (let turn = 0; turn < 4; turn += 1) {
        index += 1;
        const { id } = await makeComment({ ...traits(index), review, themeId: theme.id });
        if (index % 5 === 1) await escalate({ commentId: id }, index % 2 === 0 ? null : noon);
      }
    }
  });

  const listed = async (viewer: StaffActor, view: ReturnType<typeof viewsFor>[number]) =>
    (await queuePlaces(viewer, { ...queueFilterSchema.parse({}), view }, { now: noon, size: 100 })).items.length;

  it.each<StaffRole>(["ADMIN", "MODERATOR", "VIEWER", "OFFICER"])(
    "are how many each list has, for %s",
    async (role) => {
      const viewer = staff(role, ...(role === "OFFICER" ? [deskId] : []));
      const views = viewsFor(viewer);
      const lists = await Promise.all(views.map(async (view) => [view, await listed(viewer, view)] as const));
      expect(await countHeaps(viewer, noon)).toEqual(Object.fromEntries(lists));
      // a heap that were empty would prove nothing
      for (const [view, count] of lists) expect(count, view).toBeGreaterThan(0);
    },
  );

  it("are nothing for an officer without a desk", async () => {
    expect(Object.values(await countHeaps(staff("OFFICER"), noon)).every((count) => count === 0)).toBe(true);
  });

  it("end where counting would cost more than it says", async () => {
    const theme = await makeTheme();
    for (let index = 0; index < 60; index += 1) {
      await makeSubmission({ themeId: theme.id });
      await makeComment({ themeId: theme.id });
    }
    expect(await countHeaps(staff("MODERATOR"), noon)).toMatchObject({ pending: 100, all: 100 });
  });
});
