import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { PublishedRecord } from "#app/domain/handling/queries/published-records.server.ts";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  bringSubmissionTo,
  contextOf,
  inquiryInput,
  makeDesk,
  makeTheme,
  partnershipInput,
  publishedIdea,
  staffActor,
  testNow,
} from "#tests/support/submissions.ts";
import { exportProposals } from "./export-proposals.server.ts";

async function taken(viewer: Actor = anonymous, locale: Locale = "ja"): Promise<PublishedRecord[]> {
  const records: PublishedRecord[] = [];
  for await (const batch of exportProposals(viewer, locale)) records.push(...batch);
  return records;
}

const later = (minutes: number) => new Date(testNow.getTime() + minutes * 60_000);

describe("the published proposals as data", () => {
  useDatabase();

  it("hold what the page shows, and of its answers the one that stands", async () => {
    const { deskId, questionId } = await makeTheme();
    const words = { ja: "反映します", easy: "反映します", en: "Adopted" };
    await db().outcome.create({ data: { key: "adopted", position: 1, label: words, meaning: words } });
    const idea = await publishedIdea({ title: "=1+1", body: "一行目\n二段目", displayName: "市民A", questionId });
    for (const [answerVersion, state] of [
      [1, "SUPERSEDED"],
      [2, "PUBLISHED"],
      [3, "DRAFT"],
    ] as const) {
      await db().answer.create({
        data: {
          id: randomUUID(),
          submissionId: idea.id,
          deskId,
          answerVersion,
          state,
          body: `回答 ${answerVersion}`,
          outcomeKey: "adopted",
          origin: "SCREEN",
          draftedByLabel: "行革担当",
          draftedAt: testNow,
          publishedAt: state === "DRAFT" ? null : later(answerVersion),
        },
      });
    }
    const [record, ...others] = await taken(anonymous, "en");
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      number: idea.number,
      kind: "IDEA",
      title: "=1+1",
      body: "一行目\n二段目",
      author: "市民A",
      answer: { outcome: "Adopted", body: "回答 2", publishedAt: later(2).toISOString(), referral: null },
    });
    expect(Object.keys(record ?? {})).not.toContain("id");
  });

  it("are the same for whoever asks: nothing that is not published, and no inquiry", async () => {
    await makeTheme();
    const published = await publishedIdea();
    for (const state of ["PENDING", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN", "MERGED"] as const) {
      const { id } = await submitPartnership(contextOf(), partnershipInput());
      if (state !== "PENDING") await bringSubmissionTo(id, state);
    }
    await makeDesk();
    await submitInquiry(contextOf(), inquiryInput());
    for (const viewer of [anonymous, staffActor("ADMIN"), { kind: "system", name: "x" } as const]) {
      expect((await taken(viewer)).map(({ number }) => number)).toEqual([published.number]);
    }
  });

  it("sign an organization with its own name", async () => {
    await makeTheme();
    const { id } = await submitPartnership(contextOf(), partnershipInput({ organizationName: "株式会社北の橋" }));
    await bringSubmissionTo(id, "PUBLISHED");
    expect((await taken()).map(({ author }) => author)).toEqual(["株式会社北の橋"]);
  });

  it("come in batches, oldest first, each once, however many share a moment", async () => {
    await makeTheme();
    const { id, number } = await publishedIdea();
    const row = await db().submission.findUniqueOrThrow({ where: { id }, omit: { queuePlace: true } });
    await db().submission.createMany({
      data: Array.from({ length: 1_100 }, (_, index) => ({
        ...row,
        id: randomUUID(),
        number: `R8-${5000 + index}`,
        trackingKeyHash: `tracking-${index}`,
        idempotencyHash: `idempotency-${index}`,
        publishedAt: later(1 + Math.floor(index / 3)),
      })),
    });
    const sizes: number[] = [];
    const numbers: string[] = [];
    for await (const batch of exportProposals(anonymous, "ja")) {
      sizes.push(batch.length);
      numbers.push(...batch.map((record) => record.number));
    }
    expect(sizes).toEqual([500, 500, 101]);
    expect(numbers[0]).toBe(number);
    expect(new Set(numbers).size).toBe(1_101);
  });
});
