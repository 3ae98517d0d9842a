import { randomUUID } from "node:crypto";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { testMailbox } from "#app/domain/directory/commands/test-mailbox.server.ts";
import { mailboxToken } from "#app/domain/directory/mailbox-test.server.ts";
import { saveFlagWord } from "#app/domain/flag/commands/save-flag-word.server.ts";
import { requestFollow } from "#app/domain/follow/commands/request-follow.server.ts";
import { followRequestToken } from "#app/domain/follow/request-confirmation.server.ts";
import { answerToken } from "#app/domain/handling/answer-link.server.ts";
import { askAuthor } from "#app/domain/handling/commands/ask-author.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { receiveMessage } from "#app/domain/inbound/commands/receive-message.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { planDecisions } from "#app/domain/moderation/commands/plan-decisions.server.ts";
import { returnItem } from "#app/domain/moderation/commands/return-item.server.ts";
import { type Actor, anonymous, type StaffActor, type StaffRole } from "#app/domain/shared/actor.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { createSignInLink } from "#app/domain/staff/commands/create-sign-in-link.server.ts";
import { inviteStaff } from "#app/domain/staff/commands/invite-staff.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { deriveToken, hashToken, randomToken } from "#app/platform/crypto.ts";
import { db } from "#app/platform/database/client.server.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";
import { lastRequest, makeFollow } from "./factories/follow-rows.ts";
import { makeAccount } from "./factories/staff-rows.ts";
import {
  commentInput,
  confirmationTokenOf,
  ideaInput,
  inquiryInput,
  newIdempotencyKey,
  partnershipInput,
} from "./submissions.ts";

/** What a person got for what they sent. */
export type Sent = { id: string; number: string; trackingKey: string; receipt: string };

/** Somebody with an account and a browser: `cookie` is what it sends. */
export type Colleague = { id: string; version: number; actor: StaffActor; cookie: string };

export type City = Awaited<ReturnType<typeof makeCity>>;

/**
 * The real plan content, one account for each role with a running session, and a submission or comment in each state that a page depends on.
 * Made by the real commands at the present time, because the server it is shown by runs by the real clock. Needs an empty database.
 */
export async function makeCity() {
  const now = new Date();
  const as = (actor: Actor = anonymous): CommandContext => ({ actor, now, locale: "ja" });
  const system: Actor = { kind: "system", name: "test" };
  await seedPlan(as(system));
  const deskOf = async (slug: string) => db().desk.findUniqueOrThrow({ where: { slug } });
  const [desk, otherDesk] = await Promise.all([deskOf("gyokaku"), deskOf("jinji-kenshu")]);
  const theme = await db().theme.findUniqueOrThrow({ where: { slug: "collaboration" } });
  const question = await db().question.findFirstOrThrow({ where: { themeId: theme.id }, orderBy: { position: "asc" } });

  const administrator = await colleague("ADMIN", now);
  const moderator = await colleague("MODERATOR", now);
  const viewer = await colleague("VIEWER", now);
  const officer = await colleague("OFFICER", now, { deskIds: [desk.id] });
  const otherOfficer = await colleague("OFFICER", now, { deskIds: [otherDesk.id] });
  const halfWay = await colleague("MODERATOR", now, { stage: "second-factor" });
  const enrolling = await colleague("ADMIN", now, { stage: "enrol" });

  const dueOn = addBusinessDays(isoDate(now), 10);
  const version = async (id: string) => (await db().submission.findUniqueOrThrow({ where: { id } })).version;
  const give = async ({ id }: Sent) =>
    assignSubmission(as(moderator.actor), {
      submissionId: id,
      version: await version(id),
      deskId: desk.id,
      dueOn,
      instruction: null,
    });
  const draft = async ({ id }: Sent) =>
    draftAnswer(as(officer.actor), {
      submissionId: id,
      version: await version(id),
      outcomeKey: (await db().outcome.findFirstOrThrow({ where: { needsReferral: false } })).key,
      referral: null,
      body: "担当で確かめて、来年度の計画に入れます。",
    });
  const approve = async (type: "submission" | "comment", { id }: Sent) =>
    approveItem(as(moderator.actor), { item: { type, id }, version: 1 });

  const published = await sent((idempotencyKey) => submitIdea(as(), ideaInput({ idempotencyKey })));
  await approve("submission", published);
  await give(published);
  const { answerId } = await draft(published);
  await publishAnswer(as(moderator.actor), {
    submissionId: published.id,
    version: await version(published.id),
    answerId,
  });

  const pending = await sent((idempotencyKey) => submitPartnership(as(), partnershipInput({ idempotencyKey })));
  await give(pending);
  const pendingDraft = await draft(pending);
  const asked = await askAuthor(as(officer.actor), {
    submissionId: pending.id,
    version: await version(pending.id),
    question: "車両は何台ありますか。",
  });

  const returned = await sent((idempotencyKey) =>
    submitIdea(as(), ideaInput({ idempotencyKey, email: "unconfirmed@example.com" })),
  );
  await returnItem(as(moderator.actor), {
    item: { type: "submission", id: returned.id },
    version: 1,
    reasonCode: "PERSONAL_DATA",
    explanation: "個人のことが書かれています。",
  });

  const inquiry = await sent((idempotencyKey) => submitInquiry(as(), inquiryInput({ idempotencyKey })));
  const comment = await sent((idempotencyKey) =>
    submitComment(as(), commentInput({ on: { number: published.number }, idempotencyKey })),
  );
  await approve("comment", comment);
  const pendingComment = await sent((idempotencyKey) => submitComment(as(), commentInput({ idempotencyKey })));

  const planned = await sent((idempotencyKey) => submitComment(as(), commentInput({ idempotencyKey })));
  const { runId } = await planDecisions(as(moderator.actor), {
    decision: "APPROVE",
    items: [{ type: "comment", id: planned.id, version: 1 }],
    reasonCode: null,
    explanation: null,
  });
  const flagWord = await saveFlagWord(
    as(moderator.actor),
    { id: null },
    { word: "詐欺", matched: "詐欺", note: "", isActive: true },
  );

  const trusted = await db().trustedAddress.create({
    data: {
      id: randomUUID(),
      note: "落ち着いた提案が続いている",
      trustedAt: now,
      trustedBy: "審査担当",
      emailAddress: {
        create: { id: randomUUID(), address: "trusted@example.com", confirmedAt: now, createdAt: now },
      },
    },
  });

  const received = await receiveMessage(as(system), {
    raw: Buffer.from("From: officer@tomakomai.example\r\nSubject: R8-0001\r\n\r\n来年度に検討します。\r\n"),
    recipient: "office@tomakomai.example",
  });
  const invite = (email: string) =>
    inviteStaff(as(administrator.actor), { email, name: "新しい担当", role: "VIEWER", locale: "ja", deskIds: [] });
  const invitation = await invite("invited@tomakomai.example");
  const otherInvitation = await invite("also-invited@tomakomai.example");
  const sample = await makeAccount({ role: "VIEWER", password: null, isSample: true });
  const follow = await makeFollow("follower@example.com", { search: "" }, { pace: "WEEKLY", at: now });
  await makeFollow("follower@example.com", { proposal: published.number }, { at: now });
  await requestFollow(as(), { target: { theme: theme.slug }, email: "follower@example.com", pace: "DAILY" });
  const link = await db().answerLink.findFirstOrThrow({ where: { submissionId: pending.id, revokedAt: null } });

  return {
    followsToken: follow.token,
    followRequestToken: followRequestToken((await lastRequest("follower@example.com")).id),
    now,
    dueOn,
    theme,
    question,
    desk,
    otherDesk,
    section: await db().section.findUniqueOrThrow({ where: { id: desk.sectionId } }),
    department: await db().department.findFirstOrThrow({ where: { sections: { some: { id: desk.sectionId } } } }),
    rule: await db().routingRule.findFirstOrThrow({ orderBy: { position: "asc" } }),
    reason: await db().reason.findUniqueOrThrow({ where: { key: "OTHER" } }),
    reply: await db().cannedReply.findFirstOrThrow({ where: { decision: "RETURN" } }),
    term: await db().glossaryTerm.findFirstOrThrow({ orderBy: { term: "asc" } }),
    flagWord,
    trusted,
    plan: await db().plan.findUniqueOrThrow({ where: { id: theme.planId } }),
    outcome: await db().outcome.findFirstOrThrow({ where: { needsReferral: false } }),
    administrator,
    moderator,
    viewer,
    officer,
    otherOfficer,
    halfWay,
    enrolling,
    published,
    pending,
    returned,
    inquiry,
    comment,
    pendingComment,
    /** A comment on which a decision is planned, and the run it is planned in. */
    planned,
    runId,
    draftId: pendingDraft.answerId,
    askedId: asked.questionId,
    answerToken: answerToken(link.id),
    otherInvitationId: otherInvitation.id,
    mailboxToken: await mailboxTokenOf(as(moderator.actor), otherDesk.id),
    invitationToken: deriveToken("invitation", invitation.id),
    confirmationToken: await confirmationTokenOf({ submissionId: returned.id }),
    signInToken: await createSignInLink(as(system), sample.id),
    mail: await db().mail.findFirstOrThrow({ where: { template: "assigned", submissionId: pending.id } }),
    inboundMessage: await db().inboundMessage.findFirstOrThrow({
      select: { id: true },
      where: { id: received.id ?? "" },
    }),
    pendingVersion: await version(pending.id),
    returnedVersion: await version(returned.id),
  };
}

async function sent(
  send: (idempotencyKey: string) => Promise<{ id: string; number: string; trackingKey: string }>,
): Promise<Sent> {
  const receipt = newIdempotencyKey();
  return { ...(await send(receipt)), receipt };
}

/** An account of a role with a running session, complete unless `stage` says what is still missing. */
export async function colleague(
  role: StaffRole,
  now: Date,
  {
    stage = "complete",
    deskIds = [],
    locale = "ja",
  }: { stage?: "complete" | "second-factor" | "enrol"; deskIds?: string[]; locale?: "ja" | "en" } = {},
): Promise<Colleague> {
  const account = await makeAccount({ role, deskIds, password: null, secondFactor: stage !== "enrol" });
  if (locale !== "ja") await db().staffAccount.update({ where: { id: account.id }, data: { locale } });
  const token = randomToken();
  await db().staffSession.create({
    data: {
      id: randomUUID(),
      tokenHash: hashToken(token),
      staffId: account.id,
      secondFactorAt: stage === "complete" ? now : null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3_600_000),
    },
  });
  return { id: account.id, version: account.version, actor: account.actor, cookie: `desk=${token}` };
}

/** The key in the test mail of a desk's mailbox, sent just now. */
async function mailboxTokenOf(context: CommandContext, deskId: string): Promise<string> {
  const { version } = await db().desk.findUniqueOrThrow({ where: { id: deskId } });
  await testMailbox(context, { id: deskId, version });
  const { mailboxTestId } = await db().desk.findUniqueOrThrow({ where: { id: deskId } });
  return mailboxToken(mailboxTestId ?? "");
}
