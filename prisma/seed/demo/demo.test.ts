import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { deliverMail } from "#app/domain/mail/deliver-mail.server.ts";
import { trustAddress } from "#app/domain/moderation/commands/trust-address.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { createSignInLink } from "#app/domain/staff/commands/create-sign-in-link.server.ts";
import { signInByLink } from "#app/domain/staff/commands/sign-in-by-link.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { publicSubmissions } from "#app/domain/submission/queries/visible-submissions.server.ts";
import { handlingStates, reviewStates, submissionKinds } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type MailTransport, mailFolder } from "#app/platform/mail/transport.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  bringCommentTo,
  bringSubmissionTo,
  commentInput,
  contextOf,
  ideaInput,
  staffActor,
} from "#tests/support/submissions.ts";
import { outcomes } from "../content/outcomes.ts";
import { sampleSubmissions, sampleThemeComments } from "../content/samples.ts";
import { seedPlan } from "../seed-plan.ts";
import { type AddedSamples, addSamples } from "./add-samples.ts";
import { sampleSender } from "./moment.ts";
import { removeSamples } from "./remove-samples.ts";

/** A Tuesday morning in Tokyo. */
const now = new Date("2026-11-24T01:00:00.000Z");
const hour = 60 * 60 * 1000;
const demoAt = (at: Date) => ({ ...contextOf(sampleSender), now: at });
const demo = demoAt(now);
const visitor = contextOf(undefined, now);
const patience = 60_000;
const trustNote = "落ち着いた提案が続いている";

const threads = [
  ...sampleThemeComments,
  ...sampleSubmissions.flatMap((sample) => (sample.kind === "INQUIRY" ? [] : sample.comments)),
];
const sampleComments = threads.flatMap((thread) => [thread, ...thread.replies]);

async function tableSizes() {
  const client = db();
  return {
    submissions: await client.submission.count(),
    comments: await client.comment.count(),
    timeline: await client.timelineEntry.count(),
    decisions: await client.reviewDecision.count(),
    assignments: await client.assignment.count(),
    links: await client.answerLink.count(),
    answers: await client.answer.count(),
    notes: await client.internalNote.count(),
    questions: await client.authorQuestion.count(),
    addresses: await client.emailAddress.count(),
    confirmations: await client.emailConfirmation.count(),
    trusted: await client.trustedAddress.count(),
    mails: await client.mail.count(),
    accounts: await client.staffAccount.count(),
    sessions: await client.staffSession.count(),
    signInLinks: await client.signInLink.count(),
  };
}

/** Every counter beside what it counts. */
async function counters() {
  const shown = { ...publicComments, submissionId: null };
  const themes = await db().theme.findMany({ orderBy: { position: "asc" } });
  const proposals = await db().submission.findMany({ select: { id: true, number: true, commentCount: true } });
  const kept: Record<string, number[]> = {};
  const counted: Record<string, number[]> = {};
  for (const { id, slug, proposalCount, answeredCount, commentCount } of themes) {
    kept[slug] = [proposalCount, answeredCount, commentCount];
    counted[slug] = [
      await db().submission.count({ where: { ...publicSubmissions, themeId: id } }),
      await db().submission.count({ where: { ...publicSubmissions, themeId: id, answeredAt: { not: null } } }),
      await db().comment.count({ where: { ...shown, themeId: id } }),
    ];
  }
  for (const { id, number, commentCount } of proposals) {
    kept[number] = [commentCount];
    counted[number] = [await db().comment.count({ where: { ...publicComments, submissionId: id } })];
  }
  return { kept, counted };
}

const publicComments = {
  review: "PUBLISHED" as const,
  OR: [{ parentId: null }, { parent: { review: "PUBLISHED" as const } }],
};

describe("the samples", () => {
  useDatabase({ reset: "file" });
  let runs: AddedSamples[];

  beforeAll(async () => {
    await seedPlan(demo);
    runs = await Promise.all([addSamples(demo), addSamples(demo)]);
  }, patience);

  it("are added once by two runs at the same time, and not again by a later one", async () => {
    const [first, second] = runs.toSorted((left, right) => right.submissions - left.submissions);
    expect(first).toMatchObject({ submissions: sampleSubmissions.length, comments: sampleComments.length });
    expect(second).toEqual({ cast: first?.cast, submissions: 0, comments: 0 });
    const before = await tableSizes();
    expect(before).toMatchObject({ submissions: sampleSubmissions.length, comments: sampleComments.length });
    expect(await addSamples(demoAt(new Date(now.getTime() + hour)))).toEqual(second);
    expect(await tableSizes()).toEqual(before);
  });

  it("are all marked as samples, the accounts one of each role", async () => {
    const items = [...(await db().submission.findMany()), ...(await db().comment.findMany())];
    const accounts = await db().staffAccount.findMany();
    expect([...items, ...accounts].filter(({ isSample }) => !isSample)).toEqual([]);
    expect(accounts.map(({ role }) => role).toSorted()).toEqual(["ADMIN", "MODERATOR", "OFFICER", "VIEWER"]);
  });

  it("show every kind, review state, handling state and outcome", async () => {
    const submissions = await db().submission.findMany();
    const comments = await db().comment.findMany();
    expect(new Set(submissions.map(({ kind }) => kind))).toEqual(new Set(submissionKinds));
    expect(new Set(submissions.map(({ review }) => review))).toEqual(
      new Set(reviewStates.filter((state) => state !== "MERGED")),
    );
    expect(new Set(submissions.map(({ handling }) => handling))).toEqual(new Set(handlingStates));
    expect(new Set(comments.map(({ review }) => review))).toEqual(
      new Set(["PENDING", "PUBLISHED", "RETURNED", "DECLINED", "WITHDRAWN"]),
    );
    const published = await db().answer.findMany({ where: { publishedAt: { not: null } } });
    expect(new Set(published.map(({ outcomeKey }) => outcomeKey))).toEqual(new Set(outcomes.map(({ key }) => key)));
    const answers = await db().answer.findMany({ select: { state: true } });
    expect(new Set(answers.map(({ state }) => state))).toEqual(
      new Set(["DRAFT", "PUBLISHED", "SUPERSEDED", "SENT_BACK"]),
    );
    const reports = await db().report.findMany({ select: { outcome: true } });
    expect(new Set(reports.map(({ outcome }) => outcome))).toEqual(new Set([null, "KEPT"]));
    expect(await db().trustedAddress.count({ where: { revokedAt: null, suspendedAt: null } })).toBe(1);
    expect(submissions.some(({ waitsForAuthor }) => waitsForAuthor)).toBe(true);
    expect(submissions.some(({ lateReason }) => lateReason !== null)).toBe(true);
  });

  it("leave no review waiting past its day, and happen in order of time up to now", async () => {
    const columns = { number: true, review: true, dueOn: true, receivedAt: true, changedAt: true } as const;
    const items = [
      ...(await db().submission.findMany({ select: columns })),
      ...(await db().comment.findMany({ select: columns })),
    ].toSorted((left, right) => left.number.localeCompare(right.number));
    const waiting = items.filter(({ review }) => review === "PENDING");
    expect(waiting.length).toBeGreaterThan(2);
    expect(waiting.filter(({ dueOn }) => dueOn === null || isoDate(dueOn) < isoDate(now))).toEqual([]);
    expect(items.filter(({ changedAt }) => changedAt > now)).toEqual([]);
    expect(isInOrder(items.map(({ receivedAt }) => receivedAt))).toBe(true);
    // The plan was loaded now, before the samples' past began.
    const audited = await db().auditEntry.findMany({ where: { at: { lt: now } }, orderBy: { id: "asc" } });
    expect(audited.length).toBeGreaterThan(100);
    expect(isInOrder(audited.map(({ at }) => at))).toBe(true);
  });

  it("are counted where the pages show numbers", async () => {
    const { kept, counted } = await counters();
    expect(kept).toEqual(counted);
    expect(kept.collaboration?.every((count) => count > 0)).toBe(true);
  });

  it("are drafted by the desk and published by another person, as the city's own rule asks", async () => {
    const answers = await db().answer.findMany({ where: { publishedAt: { not: null } } });
    expect(answers.length).toBeGreaterThan(5);
    expect(answers.filter((answer) => answer.draftedById !== runs[0]?.cast.officer.id)).toEqual([]);
    expect(answers.filter((answer) => answer.approvedById !== runs[0]?.cast.administrator.id)).toEqual([]);
  });

  it("open the desk with a link each, for every role", async () => {
    for (const { id } of Object.values(runs[0]?.cast ?? {})) {
      const token = await createSignInLink(demo, id);
      expect(await signInByLink(visitor, { token, userAgent: null })).toMatchObject({ stage: "complete" });
    }
    expect(await db().staffSession.count()).toBe(4);
  });
});

describe("adding and removing the samples", () => {
  useDatabase();

  it("adds them whole or not at all, and tells the operator what stands in the way", async () => {
    await seedPlan(demo);
    await db().theme.update({ where: { slug: "ict" }, data: { acceptsIdeas: false } });
    const before = await tableSizes();
    await expect(addSamples(demo)).rejects.toThrow(/online-form-error: send: .*themeClosed/);
    expect(await tableSizes()).toEqual(before);
  });

  it(
    "leaves what people sent, correct counters and the audit log, and no trace of a sample",
    async () => {
      // In the holidays, when due dates jump.
      const newYear = demoAt(new Date("2027-01-02T15:30:00.000Z"));
      await seedPlan(newYear);
      const idea = await submitIdea(visitor, ideaInput());
      await bringSubmissionTo(idea.id, "PUBLISHED");
      const comment = await submitComment(visitor, commentInput({ on: { themeSlug: "collaboration" } }));
      await bringCommentTo(comment.id, "PUBLISHED", now);
      const before = await tableSizes();
      const { kept: countersBefore } = await counters();

      const { cast } = await addSamples(newYear);
      // Somebody replies to a sample, and somebody really uses an address that a sample carries, too.
      const parent = await db().comment.findFirstOrThrow({
        where: { isSample: true, submissionId: null, parentId: null, review: "PUBLISHED" },
        select: { id: true, theme: { select: { slug: true } } },
      });
      const reply = await submitComment(
        visitor,
        commentInput({ on: { themeSlug: parent.theme.slug }, parent: parent.id }),
      );
      await bringCommentTo(reply.id, "PUBLISHED", now);
      const theirs = await submitIdea(visitor, ideaInput({ email: "shimin-a@example.com" }));
      // A moderator trusts them, and besides the sender of a sample.
      await trust(theirs.id);
      await trust(await sampleIdeaOf("sanpo-sample@example.com"));
      await createSignInLink(newYear, cast.viewer.id);
      const files = await deliverSampleMails(theirs.id);
      expect(files.length).toBeGreaterThan(50);
      expect(files.filter((file) => !existsSync(file))).toEqual([]);
      const audited = await db().auditEntry.count();

      const removed = await removeSamples(newYear);
      expect(removed).toEqual({
        submissions: sampleSubmissions.length,
        comments: sampleComments.length + 1,
        written: 1,
        accounts: 4,
      });
      expect(await tableSizes()).toEqual({
        ...before,
        submissions: before.submissions + 1,
        timeline: before.timeline + 1,
        addresses: 1,
        trusted: before.trusted + 1,
        mails: before.mails + 1,
      });
      expect(
        await db().emailAddress.findMany({ select: { address: true, trust: { select: { note: true } } } }),
      ).toEqual([{ address: "shimin-a@example.com", trust: { note: trustNote } }]);
      expect(files.filter((file) => existsSync(file))).toEqual([]);
      const { kept, counted } = await counters();
      expect(kept).toEqual(counted);
      expect(kept).toEqual({ ...countersBefore, [theirs.number]: [0] });
      const entries = await db().auditEntry.findMany({ orderBy: { id: "asc" }, select: { action: true } });
      expect(entries.slice(audited).map(({ action }) => action)).toEqual([
        "remove-sample-comments",
        "remove-sample-submissions",
        "remove-sample-staff",
      ]);

      expect(await removeSamples(newYear)).toEqual({ submissions: 0, comments: 0, written: 0, accounts: 0 });
      expect(await db().auditEntry.count()).toBe(entries.length);
      expect((await submitIdea(visitor, ideaInput())).number > theirs.number).toBe(true);
      // In spring the samples' numbers are of two fiscal years.
      await addSamples(demoAt(new Date("2027-04-20T03:00:00.000Z")));
      const again = await db().submission.findMany({ where: { isSample: true }, select: { number: true } });
      expect(again).toHaveLength(sampleSubmissions.length);
      expect(new Set(again.map(({ number }) => number.split("-")[0]))).toEqual(new Set(["R8", "R9"]));
    },
    patience,
  );
});

/** A moderator of the city trusts whoever sent an idea. */
async function trust(submissionId: string): Promise<void> {
  const moderator = contextOf(staffActor("MODERATOR"), now);
  await trustAddress(moderator, { item: { type: "submission", id: submissionId }, note: trustNote });
}

async function sampleIdeaOf(address: string): Promise<string> {
  const { id } = await db().submission.findFirstOrThrow({
    where: { isSample: true, private: { emailAddress: { address } } },
    select: { id: true },
  });
  return id;
}

/**
 * Delivers everything about samples the way the worker does, with a mail server at hand. Nothing may leave through it.
 *
 * @returns the files that were written instead
 */
async function deliverSampleMails(realId: string): Promise<string[]> {
  const mails = await db().mail.findMany({
    where: { state: "QUEUED", submissionId: { not: realId } },
    select: { id: true },
  });
  const server: MailTransport = {
    isPaced: true,
    send: ({ to }) => Promise.reject(new Error(`a sample's mail left to ${to}`)),
    close: () => undefined,
  };
  const files: string[] = [];
  for (const { id } of mails) {
    expect(await deliverMail(id, server)).toBe("sent");
    files.push(join(mailFolder(), `${id}.eml`));
  }
  return files;
}

function isInOrder(times: readonly Date[]): boolean {
  return times.every((time, index) => index === 0 || time >= (times[index - 1] ?? time));
}
