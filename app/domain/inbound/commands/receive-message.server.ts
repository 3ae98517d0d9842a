import { createHash, randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { acknowledgeMailbox } from "#app/domain/directory/commands/acknowledge-mailbox.server.ts";
import { inOfficeOn } from "#app/domain/directory/desk-office.ts";
import { mailboxToken } from "#app/domain/directory/mailbox-test.server.ts";
import { answerToken } from "#app/domain/handling/answer-link.server.ts";
import { findAnswerLink } from "#app/domain/handling/queries/find-answer-link.server.ts";
import { listOutcomes } from "#app/domain/handling/queries/list-outcomes.server.ts";
import { enqueueMail } from "#app/domain/mail/enqueue-mail.server.ts";
import { type ReplyProblem, replyProblems } from "#app/domain/mail/mail-message.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { saysReceived } from "../acknowledgement.ts";
import { applyBounce } from "../apply-bounce.server.ts";
import { doAct } from "../do-act.server.ts";
import { findReplyTarget, type ReplyTarget } from "../find-target.server.ts";
import { largestMessage, type Reading } from "../inbound.ts";
import { readReceived } from "../read-received.server.ts";
import { type KnownNames, meaningOf } from "../reply-meaning.ts";
import { isFromMachine, isOfDesk } from "../sender.ts";

export type ReceivedState = "TAKEN" | "WAITING" | "QUARANTINED" | "BOUNCED" | "IGNORED";

/** What became of a message; `known`: it came before, and nothing was done again. */
export type Received = { id: string | null; state: ReceivedState | "KNOWN" };

type Incoming = { raw: Uint8Array; recipient: string; size?: number };

/** What is written down about a message besides the reading itself. */
type Outcome = {
  state: ReceivedState;
  reason?: string;
  act?: string;
  submissionId?: string | null;
  mailId?: string | null;
  answerId?: string | null;
};

/**
 * Takes in a message that came to one of our addresses: keeps it as it came, and makes of a desk's reply what its first line says, as a draft or
 * another act of that desk, or the word that a test mail arrived. What is not clear waits for a moderator, and its writer is told once; what could come from anybody is set apart;
 * reports that a mail did not arrive are noted on that mail; what programs send is kept and ignored. A message that comes again changes nothing.
 *
 * @param raw the message (RFC 5322); of one above `largestMessage` its beginning alone
 * @param recipient the address it came to, by the envelope
 * @param size of the whole message in bytes, where `raw` is only its beginning
 */
export async function receiveMessage(
  context: CommandContext,
  { raw, recipient, size = raw.byteLength }: Incoming,
): Promise<Received> {
  if (context.actor.kind !== "system") throw forbidden();
  const { MAIL_FROM, REPLY_DOMAIN, INBOUND_AUTHSERV_ID } = env();
  const reading = await readReceived(raw, {
    own: { sender: MAIL_FROM.address, replyDomain: REPLY_DOMAIN ?? null },
    authenticationServer: INBOUND_AUTHSERV_ID ?? null,
  });
  const target = await findReplyTarget(recipient);
  const known = await knownNames(context.now);
  return inTransaction(context, async (ctx) => {
    const id = randomUUID();
    const { count } = await ctx.tx.inboundMessage.createMany({
      data: [{ id, ...rowOf(reading, { raw, recipient, size }), receivedAt: ctx.now }],
      skipDuplicates: true,
    });
    if (count === 0) return { id: null, state: "KNOWN" };
    const outcome = await outcomeOf(ctx, { reading, target, known, isTooLarge: size > largestMessage });
    const explained = await explain(ctx, { reading, target, outcome });
    await ctx.tx.inboundMessage.update({
      where: { id },
      data: {
        ...outcome,
        answerLinkId: target.kind === "reply" ? target.answerLinkId : null,
        explainedAt: explained ? ctx.now : null,
      },
      select: { id: true },
    });
    await recordAudit(ctx, {
      action: "receive-message",
      subject: { type: "received-mail", id, number: target.kind === "reply" ? target.number : null },
      detail: { kind: reading.kind, state: outcome.state, reason: outcome.reason ?? null, act: outcome.act ?? null },
    });
    return { id, state: outcome.state };
  });
}

function rowOf(reading: Reading, { raw, recipient, size }: Required<Incoming>) {
  const identity = reading.messageId ?? createHash("sha256").update(raw).digest("hex");
  return {
    deliveryKey: createHash("sha256").update(`${recipient.toLowerCase()}\n${identity}`).digest("hex"),
    messageId: reading.messageId,
    raw: Uint8Array.from(raw),
    size,
    kind: reading.kind,
    // Until it is known what becomes of it, in the same transaction.
    state: "WAITING" as const,
    sender: reading.from,
    subjectLine: reading.subject.slice(0, 500),
    text: reading.text,
    own: reading.own,
    files: reading.attachments,
  };
}

async function outcomeOf(
  context: TxContext,
  {
    reading,
    target,
    known,
    isTooLarge,
  }: { reading: Reading; target: ReplyTarget; known: KnownNames; isTooLarge: boolean },
): Promise<Outcome> {
  const about =
    target.kind === "reply" ? { submissionId: target.submissionId, mailId: target.mailId } : { submissionId: null };
  if (reading.kind === "bounce" && reading.bounce !== null) {
    const mailId = target.kind === "bounce" ? target.mailId : null;
    const returned = await applyBounce(context, { bounce: reading.bounce, mailId });
    return returned === null
      ? { state: "IGNORED", reason: "bounceOfNothing" }
      : { state: "BOUNCED", reason: reading.bounce.severity, ...returned };
  }
  if (isFromMachine(reading.kind)) return { state: "IGNORED", reason: reading.kind, ...about };
  if (target.kind !== "reply" && target.kind !== "mailbox") return { state: "QUARANTINED", reason: "notOurAddress" };
  if (reading.kind === "unreadable" && reading.from === null) {
    return { state: "QUARANTINED", reason: "unreadable", ...about };
  }
  if (!isOfDesk(reading.from, target.mailboxes)) return { state: "QUARANTINED", reason: "otherSender", ...about };
  if (reading.authentication?.dmarc === "fail") return { state: "QUARANTINED", reason: "dmarc", ...about };
  if (target.kind === "mailbox") {
    if (!saysReceived(reading.own)) return { state: "WAITING", reason: "notAcknowledged" };
    await acknowledgeMailbox(context, { token: mailboxToken(target.mailboxTestId) });
    return { state: "TAKEN", act: "acknowledge" };
  }
  if (isTooLarge) return { state: "WAITING", reason: "tooLarge", ...about };
  if (reading.kind === "empty" || reading.kind === "unreadable") {
    return { state: "WAITING", reason: reading.kind, ...about };
  }
  const link = await findAnswerLink(answerToken(target.answerLinkId), context.now);
  if (link === null) return { state: "WAITING", reason: "turnOver", ...about };
  const meaning = meaningOf(reading, known, isoDate(context.now));
  if ("missing" in meaning) return { state: "WAITING", reason: meaning.missing, act: meaning.act, ...about };
  const done = await doAct(context, { actor: { ...link, byReply: true }, meaning });
  return "refused" in done
    ? { state: "WAITING", reason: done.refused, act: meaning.act, ...about }
    : { state: "TAKEN", act: meaning.act, answerId: done.answerId, ...about };
}

/**
 * Tells the writer why nothing came of a reply yet: at most once for each answer link, never a program, and never somebody who cannot be held
 * to be the desk, because anybody could put that address there.
 */
async function explain(
  context: TxContext,
  { reading, target, outcome }: { reading: Reading; target: ReplyTarget; outcome: Outcome },
): Promise<boolean> {
  if (outcome.state !== "WAITING" || target.kind !== "reply" || reading.from === null) return false;
  // Locked, so that of several replies at once the second sees what the first was told.
  await context.tx.$executeRaw`SELECT 1 FROM "Submission" WHERE "id" = ${target.submissionId}::uuid FOR UPDATE`;
  const before = await context.tx.inboundMessage.count({
    where: { answerLinkId: target.answerLinkId, explainedAt: { not: null } },
  });
  if (before > 0) return false;
  await enqueueMail(context, {
    template: "reply-not-taken",
    params: {
      number: target.number,
      problem: problemOf(outcome.reason),
      answerLinkId: target.answerLinkId,
      deskName: target.deskName,
    },
    to: reading.from,
    recipientKind: "DESK",
    locale: "ja",
    threadKey: target.number,
    submissionId: target.submissionId,
  });
  return true;
}

function problemOf(reason: string | undefined): ReplyProblem {
  return replyProblems.find((problem) => problem === reason) ?? "refused";
}

/** Outcomes and the desks in office by their names in every language, and desks also with their section before the name. */
async function knownNames(now: Date): Promise<KnownNames> {
  const [outcomes, desks] = await Promise.all([
    listOutcomes(db()),
    db().desk.findMany({
      where: inOfficeOn(isoDate(now)),
      select: { id: true, name: true, section: { select: { name: true } } },
    }),
  ]);
  const inAll = (text: unknown) => Object.values(text as LocalizedText);
  return {
    outcomes: outcomes
      .filter(({ isActive }) => isActive)
      .map(({ key, needsReferral, label }) => ({ key, needsReferral, names: inAll(label) })),
    desks: desks.map(({ id, name, section }) => ({
      id,
      names: [...inAll(name), ...inAll(section.name).map((words, at) => `${words}${inAll(name)[at] ?? ""}`)],
    })),
  };
}
