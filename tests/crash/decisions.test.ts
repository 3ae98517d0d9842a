import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { planDecisions } from "#app/domain/moderation/commands/plan-decisions.server.ts";
import type { SeenItem } from "#app/domain/moderation/decision-run.ts";
import { now } from "#app/platform/clock.ts";
import { databaseUrl, db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as } from "#tests/support/factories/review-rows.ts";
import { setUndoSeconds } from "#tests/support/factories/runs.ts";
import { makeAccount } from "#tests/support/factories/staff-rows.ts";
import { startMailServer, type TestMailServer, waitFor } from "#tests/support/mail.ts";
import { type RunningApp, startApp } from "#tests/support/running-app.ts";

/*
 * A decision on 500 proposals, with the whole process killed (kill -9) in the middle of it, twice. Whatever the moment, each proposal is
 * decided on once and each author mailed once.
 */

const proposals = 500;
/** The kills come when so many were decided on. */
const kills = [120, 330];
/** A busy machine takes its time; in milliseconds. */
const patience = 600_000;

useDatabase({ reset: "file" });

let mail: TestMailServer;
let dataDir: string;
let app: RunningApp | undefined;

beforeAll(async () => {
  mail = await startMailServer();
  dataDir = mkdtempSync(join(tmpdir(), "sokaku-crash-"));
  chmodSync(dataDir, 0o711);
});
afterAll(async () => {
  await app?.kill();
  await mail.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const authorOf = (index: number) => `author-${index}@example.com`;

/** Proposals that wait for a decision, each by an author whose address is confirmed. */
async function waitingProposals(): Promise<SeenItem[]> {
  const at = now();
  const ids = Array.from({ length: proposals }, (_, index) => ({ index, id: randomUUID(), address: randomUUID() }));
  await db().emailAddress.createMany({
    data: ids.map(({ index, address }) => ({
      id: address,
      address: authorOf(index),
      confirmedAt: at,
      createdAt: at,
    })),
  });
  await db().submission.createMany({
    data: ids.map(({ index, id }) => ({
      id,
      number: `R8-${1001 + index}`,
      kind: "IDEA",
      locale: "ja",
      review: "PENDING",
      title: `窓口の待ち時間 ${index}`,
      body: "窓口が混む時間を前もって知らせてください。",
      trackingKeyHash: `tracking-${id}`,
      idempotencyHash: `idempotency-${id}`,
      receivedAt: at,
      changedAt: at,
    })),
  });
  await db().submissionPrivate.createMany({
    data: ids.map(({ id, address }) => ({ submissionId: id, emailAddressId: address })),
  });
  return ids.map(({ id }) => ({ type: "submission", id, version: 1 }));
}

it("a decision on 500 proposals outlives kill -9, and every author is mailed once", { timeout: patience }, async () => {
  const { actor } = await makeAccount({ role: "MODERATOR", password: null });
  await setUndoSeconds(0);
  const items = await waitingProposals();
  const options = { dataDir, databaseUrl: databaseUrl(), smtpUrl: mail.url };
  app = await startApp(options);
  const { runId } = await planDecisions(as(actor, now()), {
    decision: "APPROVE",
    items,
    reasonCode: null,
    explanation: null,
  });
  const run = () => db().decisionRun.findUniqueOrThrow({ where: { id: runId } });
  const cutAt: number[] = [];
  for (const kill of kills) {
    await waitFor(
      async () => (await run()).doneCount >= kill,
      patience,
      () => app?.output() ?? "",
    );
    await app.kill();
    cutAt.push((await run()).doneCount);
    app = await startApp(options);
  }
  await waitFor(
    async () => (await run()).finishedAt !== null,
    patience,
    () => app?.output() ?? "",
  );
  await waitFor(async () => (await db().mail.count({ where: { state: "SENT" } })) === proposals, patience);

  // the kills came in the middle of it
  for (const done of cutAt) expect(done).toBeLessThan(proposals);
  expect(await run()).toMatchObject({ doneCount: proposals, failedCount: 0 });
  expect(await db().submission.count({ where: { review: "PUBLISHED", version: 2 } })).toBe(proposals);
  const audited = await db().auditEntry.findMany({ where: { action: "approve-submission" } });
  expect(audited).toHaveLength(proposals);
  expect(new Set(audited.map(({ subjectId }) => subjectId)).size).toBe(proposals);
  expect(new Set(audited.map(({ actorId }) => actorId))).toEqual(new Set([actor.id]));

  const mails = await db().mail.findMany({ where: { template: "published" }, select: { recipient: true } });
  expect(mails).toHaveLength(proposals);
  const messages = Map.groupBy(mail.received, ({ to }) => to[0] ?? "");
  expect(new Set(messages.keys())).toEqual(new Set(items.map((_, index) => authorOf(index))));
  // A mail the server took as the process died is sent again as the same message, which mail programs show once.
  const different = [...messages.values()].filter((all) => new Set(all.map((one) => one.mail.messageId)).size > 1);
  expect(different).toEqual([]);
  expect(await app.stop()).toBe(0);
});
