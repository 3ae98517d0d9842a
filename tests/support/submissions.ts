import { randomBytes, randomUUID } from "node:crypto";
import { changeComment } from "#app/domain/comment/change-comment.server.ts";
import type { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import type { CommentReview } from "#app/domain/comment/comment.ts";
import { confirmationToken } from "#app/domain/participant/request-confirmation.server.ts";
import { type Actor, type AuthorActor, anonymous, type StaffActor, type StaffRole } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { changeSubmission, type SubmissionChanges } from "#app/domain/submission/change-submission.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import type { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import type { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import type { Receipt } from "#app/domain/submission/earlier-receipt.server.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";

/** A Tuesday morning in Tokyo with three open days after it: review is due on 27 November, an inquiry's answer on 1 December. */
export const testNow = new Date("2026-11-24T01:00:00.000Z");

export const contextOf = (actor: Actor = anonymous, now: Date = testNow): CommandContext => ({
  actor,
  now,
  locale: "ja",
});

export const authorOf = ({ id }: { id: string }, of: "submission" | "comment" = "submission"): AuthorActor => ({
  kind: "author",
  of,
  id,
});

export const staffActor = (role: StaffRole, deskIds: string[] = []): StaffActor => ({
  kind: "staff",
  id: randomUUID(),
  role,
  name: "審査担当",
  deskIds,
});

const words = (ja: string) => ({ ja, easy: ja, en: ja });

/** The token of the newest mail that asks the owner of an address to confirm it. */
export async function confirmationTokenOf(
  of: { submissionId: string } | { commentId: string } | { reportId: string },
): Promise<string> {
  const newest = { createdAt: "desc" } as const;
  return confirmationToken((await db().emailConfirmation.findFirstOrThrow({ where: of, orderBy: newest })).id);
}

/** What the confirm page makes. */
export const newIdempotencyKey = () => randomBytes(32).toString("base64url");

export async function makeDesk({ slug = "gyokaku" }: { slug?: string } = {}): Promise<{ id: string; slug: string }> {
  const id = randomUUID();
  await db().desk.create({
    data: {
      id,
      slug,
      name: words("行革担当"),
      duty: words("プランのこと"),
      phone: "0144-32-6169",
      hours: words("平日"),
      mailbox: `${slug}@tomakomai.example`,
      position: 1,
      section: {
        create: {
          id: randomUUID(),
          key: `section-${slug}`,
          name: words("行政監理室"),
          position: 1,
          department: {
            create: { id: randomUUID(), key: `department-${slug}`, name: words("総務部"), position: 1 },
          },
        },
      },
    },
  });
  return { id, slug };
}

export type TestTheme = { id: string; slug: string; questionId: string; closedQuestionId: string; deskId: string };

export async function makeTheme({
  slug = "collaboration",
  acceptsIdeas = true,
  participation = "OPEN",
  deskId,
}: {
  slug?: string;
  acceptsIdeas?: boolean;
  participation?: "OPEN" | "CLOSED";
  deskId?: string;
} = {}): Promise<TestTheme> {
  const id = randomUUID();
  const desk = deskId ?? (await makeDesk({ slug: `desk-of-${slug}` })).id;
  const questionId = randomUUID();
  const closedQuestionId = randomUUID();
  await db().plan.create({
    data: {
      id: randomUUID(),
      key: `plan-of-${slug}`,
      title: words("行政創革プラン"),
      summary: words("概要"),
      startsOn: new Date("2020-04-01T00:00:00Z"),
      position: 1,
      participation,
      themes: {
        create: {
          id,
          slug,
          numeral: "Ⅲ",
          position: 1,
          title: words("協働の推進"),
          lead: words("導入"),
          body: words("本文"),
          acceptsIdeas,
          acceptsPartnerships: acceptsIdeas,
          deskId: desk,
          questions: {
            create: [
              { id: questionId, key: `${slug}.open`, position: 1, text: words("何があるとよいですか") },
              { id: closedQuestionId, key: `${slug}.closed`, position: 2, text: words("終わった質問"), isOpen: false },
            ],
          },
        },
      },
    },
  });
  return { id, slug, questionId, closedQuestionId, deskId: desk };
}

type IdeaInput = Parameters<typeof submitIdea>[1];
export const ideaInput = (changes: Partial<IdeaInput> = {}): IdeaInput => ({
  themeSlug: "collaboration",
  title: "町内会の連絡をまとめる",
  body: "回覧板を市のページでも読めるようにしてほしい。",
  expectedEffect: null,
  area: null,
  questionId: null,
  displayName: null,
  name: null,
  email: null,
  phone: null,
  idempotencyKey: newIdempotencyKey(),
  ...changes,
});

type PartnershipInput = Parameters<typeof submitPartnership>[1];
export const partnershipInput = (changes: Partial<PartnershipInput> = {}): PartnershipInput => ({
  themeSlug: "collaboration",
  organizationName: "例示交通株式会社",
  title: "窓口までの送迎",
  body: "窓口に来るのが難しい人を送迎します。",
  questionId: null,
  corporateNumber: "2120901007402",
  contactPerson: "企画担当",
  email: null,
  phone: "0144-00-0000",
  cooperation: "車両と運転手を出します。",
  request: "停留所の場所を貸してください。",
  costSharing: "PARTIAL",
  confidentialNote: "社外秘の原価は一回あたり一二三四円です。",
  idempotencyKey: newIdempotencyKey(),
  ...changes,
});

type InquiryInput = Parameters<typeof submitInquiry>[1];
export const inquiryInput = (changes: Partial<InquiryInput> = {}): InquiryInput => ({
  deskSlug: "gyokaku",
  title: "改定版の入手方法",
  body: "改定版の冊子はどこでもらえますか。",
  name: null,
  email: null,
  phone: null,
  idempotencyKey: newIdempotencyKey(),
  ...changes,
});

type CommentInput = Parameters<typeof submitComment>[1];
export const commentInput = (changes: Partial<CommentInput> = {}): CommentInput => ({
  on: { themeSlug: "collaboration" },
  body: "賛成です。冬に助かります。",
  displayName: null,
  stance: null,
  questionId: null,
  parent: null,
  name: null,
  email: null,
  idempotencyKey: newIdempotencyKey(),
  ...changes,
});

const wayTo: Record<Exclude<ReviewState, "NOT_PUBLIC">, ReviewState[]> = {
  PENDING: [],
  PUBLISHED: ["PUBLISHED"],
  RETURNED: ["RETURNED"],
  DECLINED: ["DECLINED"],
  HIDDEN: ["PUBLISHED", "HIDDEN"],
  WITHDRAWN: ["PUBLISHED", "WITHDRAWN"],
  MERGED: ["PUBLISHED", "MERGED"],
};

/** Brings a submission to a state by the moves the state table allows; merged into another one of its kind that there must be. */
export async function bringSubmissionTo(id: string, state: Exclude<ReviewState, "NOT_PUBLIC">): Promise<void> {
  for (const review of wayTo[state]) {
    await changeNow(id, { review, ...(review === "MERGED" ? { mergedIntoId: await anotherOne(id) } : {}) });
  }
}

async function anotherOne(id: string): Promise<string> {
  const { kind } = await db().submission.findUniqueOrThrow({ where: { id }, select: { kind: true } });
  const other = await db().submission.findFirstOrThrow({ where: { kind, id: { not: id } }, select: { id: true } });
  return other.id;
}

/** Changes a submission at its present version. */
export async function changeNow(id: string, changes: SubmissionChanges, now: Date = testNow): Promise<void> {
  await inTransaction(contextOf(staffActor("MODERATOR"), now), async (ctx) => {
    const { version } = await ctx.tx.submission.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await changeSubmission(ctx, { id, version, changes });
  });
}

export async function bringCommentTo(id: string, state: CommentReview, now = testNow): Promise<void> {
  for (const review of wayTo[state] as CommentReview[]) {
    await inTransaction(contextOf(staffActor("MODERATOR"), now), async (ctx) => {
      const { version } = await ctx.tx.comment.findUniqueOrThrow({ where: { id }, select: { version: true } });
      await changeComment(ctx, { id, version, changes: { review } });
    });
  }
}

export async function publishedIdea(changes: Partial<IdeaInput> = {}): Promise<Receipt> {
  const receipt = await submitIdea(contextOf(), ideaInput(changes));
  await bringSubmissionTo(receipt.id, "PUBLISHED");
  return receipt;
}

/** Makes a mail address known and confirmed, as an earlier submission would have. */
export async function confirmedAddress(address: string): Promise<string> {
  const id = randomUUID();
  await db().emailAddress.create({ data: { id, address, confirmedAt: testNow, createdAt: testNow } });
  return id;
}

/** Templates of all mails queued, in order of their names, with their recipients. */
export async function queuedMails(): Promise<{ template: string; recipient: string }[]> {
  return db().mail.findMany({
    select: { template: true, recipient: true },
    orderBy: [{ template: "asc" }, { recipient: "asc" }],
  });
}

/** Actions of the audit log, in order. */
export async function auditedActions(): Promise<string[]> {
  const entries = await db().auditEntry.findMany({ select: { action: true }, orderBy: { id: "asc" } });
  return entries.map((entry) => entry.action);
}
