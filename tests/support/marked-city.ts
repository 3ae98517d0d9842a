import { reviseComment } from "#app/domain/comment/commands/revise-comment.server.ts";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { withdrawComment } from "#app/domain/comment/commands/withdraw-comment.server.ts";
import { addNote } from "#app/domain/handling/commands/add-note.server.ts";
import { askAuthor } from "#app/domain/handling/commands/ask-author.server.ts";
import { assignSubmission } from "#app/domain/handling/commands/assign-submission.server.ts";
import { draftAnswer } from "#app/domain/handling/commands/draft-answer.server.ts";
import { extendDueDate } from "#app/domain/handling/commands/extend-due-date.server.ts";
import { publishAnswer } from "#app/domain/handling/commands/publish-answer.server.ts";
import { replyToQuestion } from "#app/domain/handling/commands/reply-to-question.server.ts";
import { sendBackAnswer } from "#app/domain/handling/commands/send-back-answer.server.ts";
import { approveItem } from "#app/domain/moderation/commands/approve-item.server.ts";
import { closeReports } from "#app/domain/moderation/commands/close-reports.server.ts";
import { declineItem } from "#app/domain/moderation/commands/decline-item.server.ts";
import { fileAppeal } from "#app/domain/moderation/commands/file-appeal.server.ts";
import { hideItem } from "#app/domain/moderation/commands/hide-item.server.ts";
import { mergeSubmission } from "#app/domain/moderation/commands/merge-submission.server.ts";
import { overturnAppeal } from "#app/domain/moderation/commands/overturn-appeal.server.ts";
import { redactItem } from "#app/domain/moderation/commands/redact-item.server.ts";
import { reportItem } from "#app/domain/moderation/commands/report-item.server.ts";
import { returnItem } from "#app/domain/moderation/commands/return-item.server.ts";
import { trustAddress } from "#app/domain/moderation/commands/trust-address.server.ts";
import { upholdAppeal } from "#app/domain/moderation/commands/uphold-appeal.server.ts";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import type { ReviewState } from "#app/domain/submission/submission.ts";
import { db } from "#app/platform/database/client.server.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";
import { type Colleague, colleague } from "./city.ts";
import {
  authorOf,
  commentInput,
  confirmedAddress,
  ideaInput,
  inquiryInput,
  newIdempotencyKey,
  partnershipInput,
} from "./submissions.ts";

/**
 * Whom a text is meant for. `public`: everybody, while its item is public; `city`: author, responsible desk and everybody on the desk;
 * `confidential`: as that, but no viewer; `contact`: author, and on request those who may; `author`: words of the city to the author;
 * `desk`: words between moderators and desk; `staff`: notes and drafts; `moderators`: what they note about authors; `sealed`: what a moderator hid, nobody without asking for it.
 */
export type Audience =
  | "public"
  | "city"
  | "confidential"
  | "contact"
  | "author"
  | "desk"
  | "staff"
  | "moderators"
  | "sealed";

/** An unmistakable text that stands in one field of one item. */
export type Marker = { text: string; item: string; field: string; audience: Audience };

/** Something that was sent, under the name the markers know it by. */
export type MarkedItem = {
  name: string;
  type: "submission" | "comment";
  state: ReviewState;
  isPublic: boolean;
  id: string;
  number: string;
  trackingKey: string;
  receipt: string;
};

const states = ["PENDING", "PUBLISHED", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const;
/** A merged one was public and is dealt with where the published one of its kind is. */
const submissionStates = [...states, "MERGED"] as const;

/**
 * A submission of each kind in each state and comments in each state, by the real commands, every field of every one filled with a text that
 * stands nowhere else. Each author's address is confirmed, so that every mail is queued that could be. Needs an empty database.
 */
export async function makeMarkedCity() {
  const now = new Date();
  const markers: Marker[] = [];
  const items: MarkedItem[] = [];
  const as = (actor: Actor = anonymous): CommandContext => ({ actor, now, locale: "ja" });
  await seedPlan(as({ kind: "system", name: "test" }));
  const desk = await db().desk.findUniqueOrThrow({ where: { slug: "gyokaku" } });
  const otherDesk = await db().desk.findUniqueOrThrow({ where: { slug: "jinji-kenshu" } });
  const people = {
    administrator: await colleague("ADMIN", now),
    moderator: await colleague("MODERATOR", now),
    viewer: await colleague("VIEWER", now),
    officer: await colleague("OFFICER", now, { deskIds: [desk.id] }),
    otherOfficer: await colleague("OFFICER", now, { deskIds: [otherDesk.id] }),
  } satisfies Record<string, Colleague>;
  const { moderator, officer, administrator } = people;

  /** A new marker; three digits, so that none is part of another. */
  function mark(item: string, field: string, audience: Audience): string {
    const text = `zq${String(markers.length + 100)}qz`;
    markers.push({ text, item, field, audience });
    return text;
  }
  async function markedAddress(item: string): Promise<string> {
    const address = `${mark(item, "email", "contact")}@example.com`;
    await confirmedAddress(address);
    return address;
  }
  function markedPhone(item: string): string {
    const phone = `0144-99-${String(markers.length + 1_000)}`;
    markers.push({ text: phone, item, field: "phone", audience: "contact" });
    return phone;
  }

  async function version(type: "submission" | "comment", id: string): Promise<number> {
    const of = { where: { id }, select: { version: true } };
    const row = await (type === "submission"
      ? db().submission.findUniqueOrThrow(of)
      : db().comment.findUniqueOrThrow(of));
    return row.version;
  }

  /** Brings an item to its state as people would. */
  async function bring(
    name: string,
    type: "submission" | "comment",
    id: string,
    state: (typeof submissionStates)[number],
  ) {
    const item = { type, id };
    const words = { reasonCode: "OTHER", explanation: mark(name, "explanation", "author") } as const;
    const byModerator = as(moderator.actor);
    const present = async () => ({ item, version: await version(type, id) });
    switch (state) {
      case "PENDING":
        return;
      case "PUBLISHED":
        return approveItem(byModerator, await present());
      case "RETURNED":
        return returnItem(byModerator, { ...(await present()), ...words });
      case "DECLINED":
        return declineItem(byModerator, { ...(await present()), ...words });
      case "HIDDEN":
        await approveItem(byModerator, await present());
        return hideItem(byModerator, { ...(await present()), ...words });
      case "MERGED": {
        await approveItem(byModerator, await present());
        const into = items.find((one) => one.name === name.replace("MERGED", "PUBLISHED"));
        if (into === undefined) throw new Error(`nothing to merge ${name} into`);
        return mergeSubmission(byModerator, {
          submissionId: id,
          version: await version(type, id),
          into: into.number,
          intoVersion: await version("submission", into.id),
          explanation: words.explanation,
        });
      }
      case "WITHDRAWN": {
        await approveItem(byModerator, await present());
        const author = as(authorOf({ id }, type));
        const input = { version: await version(type, id) };
        return type === "submission" ? withdrawSubmission(author, input) : withdrawComment(author, input);
      }
    }
  }

  type Sent = { id: string; number: string; trackingKey: string };
  async function send(
    item: Pick<MarkedItem, "name" | "type" | "state" | "isPublic">,
    submit: (idempotencyKey: string) => Promise<Sent>,
  ): Promise<MarkedItem> {
    const receipt = newIdempotencyKey();
    const marked = { ...item, ...(await submit(receipt)), receipt };
    items.push(marked);
    return marked;
  }

  /** Everything a desk and the moderators write about a submission on its way to an answer. */
  async function handle({ name, id, isPublic }: MarkedItem, isAnswered: boolean): Promise<void> {
    const at = async () => ({ submissionId: id, version: await version("submission", id) });
    const dueOn = addBusinessDays(isoDate(now), 10);
    const byModerator = as(moderator.actor);
    const byOfficer = as(officer.actor);
    const instruction = mark(name, "instruction", "desk");
    await assignSubmission(byModerator, { ...(await at()), deskId: desk.id, dueOn, instruction });
    await addNote(byModerator, { submissionId: id, note: mark(name, "note", "staff") });
    await extendDueDate(byOfficer, {
      ...(await at()),
      dueOn: addBusinessDays(dueOn, 2),
      reason: mark(name, "lateReason", "public"),
    });
    const { questionId } = await askAuthor(byOfficer, { ...(await at()), question: mark(name, "question", "author") });
    const reply = mark(name, "reply", "author");
    await replyToQuestion(as(authorOf({ id })), { questionId, reply });
    const outcome = await db().outcome.findFirstOrThrow({ where: { needsReferral: true } });
    const draft = async (audience: Audience) =>
      draftAnswer(byOfficer, {
        ...(await at()),
        outcomeKey: outcome.key,
        referral: mark(name, "referral", audience),
        body: mark(name, "answer", audience),
      });
    const first = await draft("staff");
    const note = mark(name, "sendBackNote", "staff");
    await sendBackAnswer(byModerator, { ...(await at()), answerId: first.answerId, note });
    const second = await draft(isAnswered ? (isPublic ? "public" : "author") : "staff");
    if (isAnswered) await publishAnswer(as(administrator.actor), { ...(await at()), answerId: second.answerId });
  }

  for (const state of submissionStates) {
    const isPublic = state === "PUBLISHED";
    const idea = `IDEA ${state}`;
    const sentIdea = await send({ name: idea, type: "submission", state, isPublic }, async (idempotencyKey) =>
      submitIdea(
        as(),
        ideaInput({
          title: mark(idea, "title", "public"),
          body: mark(idea, "body", "public"),
          expectedEffect: mark(idea, "expectedEffect", "public"),
          area: mark(idea, "area", "public"),
          displayName: mark(idea, "displayName", "public"),
          name: mark(idea, "name", "contact"),
          email: await markedAddress(idea),
          phone: markedPhone(idea),
          idempotencyKey,
        }),
      ),
    );
    await bring(idea, "submission", sentIdea.id, state);

    const partnership = `PARTNERSHIP ${state}`;
    const sentPartnership = await send(
      { name: partnership, type: "submission", state, isPublic },
      async (idempotencyKey) =>
        submitPartnership(
          as(),
          partnershipInput({
            organizationName: mark(partnership, "organizationName", "public"),
            title: mark(partnership, "title", "public"),
            body: mark(partnership, "body", "public"),
            contactPerson: mark(partnership, "contactPerson", "contact"),
            cooperation: mark(partnership, "cooperation", "city"),
            request: mark(partnership, "request", "city"),
            confidentialNote: mark(partnership, "confidentialNote", "confidential"),
            email: await markedAddress(partnership),
            phone: markedPhone(partnership),
            idempotencyKey,
          }),
        ),
    );
    await bring(partnership, "submission", sentPartnership.id, state);
    if (isPublic) {
      await handle(sentIdea, true);
      await handle(sentPartnership, false);
    }
    if (state === "DECLINED") await handle(sentPartnership, true);
  }

  /** Its author answers back to the decision that stands. */
  async function appeal(name: string): Promise<{ item: ItemRef; version: number; appealId: string }> {
    const { type, id } = itemNamed(name);
    const of = columnOf({ type, id });
    const decision = await db().reviewDecision.findFirstOrThrow({
      where: { ...of, decision: { in: ["DECLINE", "HIDE"] } },
    });
    await fileAppeal(as(authorOf({ id }, type)), { decisionId: decision.id, words: mark(name, "appeal", "author") });
    const { id: appealId } = await db().appeal.findUniqueOrThrow({ where: { decisionId: decision.id } });
    return { item: { type, id }, version: await version(type, id), appealId };
  }

  /** A reader reports what is public, and wants to be told. */
  async function report(name: string, ...cited: string[]) {
    const { type, id, number } = itemNamed(name);
    await reportItem(as(), {
      item: { type, number },
      reasonCode: "OTHER",
      words: [mark(name, "report", "staff"), ...cited].join(" "),
      email: await markedAddress(name),
      idempotencyKey: newIdempotencyKey(),
    });
    const of = type === "submission" ? { submissionId: id } : { commentId: id };
    const { id: reportId } = await db().report.findFirstOrThrow({ where: of });
    return { item: { type, id }, version: await version(type, id), reports: [reportId] };
  }

  const inquiry = "INQUIRY";
  await send({ name: inquiry, type: "submission", state: "NOT_PUBLIC", isPublic: false }, async (idempotencyKey) =>
    submitInquiry(
      as(),
      inquiryInput({
        title: mark(inquiry, "title", "city"),
        body: mark(inquiry, "body", "city"),
        name: mark(inquiry, "name", "contact"),
        email: await markedAddress(inquiry),
        phone: markedPhone(inquiry),
        idempotencyKey,
      }),
    ),
  );

  const itemNamed = (name: string): MarkedItem => {
    const item = items.find((candidate) => candidate.name === name);
    if (item === undefined) throw new Error(`there is no ${name}`);
    return item;
  };
  const proposal = itemNamed("IDEA PUBLISHED");

  // one appeal waits, one decision stands, one was reversed
  await appeal("IDEA DECLINED");
  const upheld = await appeal("PARTNERSHIP DECLINED");
  await upholdAppeal(as(administrator.actor), {
    ...upheld,
    explanation: mark("PARTNERSHIP DECLINED", "appealExplanation", "author"),
  });
  const granted = "IDEA GRANTED";
  const sentGranted = await send(
    { name: granted, type: "submission", state: "PUBLISHED", isPublic: true },
    async (idempotencyKey) =>
      submitIdea(
        as(),
        ideaInput({
          title: mark(granted, "title", "public"),
          body: mark(granted, "body", "public"),
          email: await markedAddress(granted),
          idempotencyKey,
        }),
      ),
  );
  await bring(granted, "submission", sentGranted.id, "DECLINED");
  await overturnAppeal(as(administrator.actor), {
    ...(await appeal(granted)),
    explanation: mark(granted, "appealExplanation", "author"),
  });

  async function comment(
    name: string,
    state: (typeof states)[number],
    isPublic: boolean,
    on: Partial<Parameters<typeof commentInput>[0]>,
  ): Promise<MarkedItem> {
    const sent = await send({ name, type: "comment", state, isPublic }, async (idempotencyKey) =>
      submitComment(
        as(),
        commentInput({
          ...on,
          body: mark(name, "body", "public"),
          displayName: mark(name, "displayName", "public"),
          name: mark(name, "name", "contact"),
          email: await markedAddress(name),
          idempotencyKey,
        }),
      ),
    );
    await bring(name, "comment", sent.id, state);
    return sent;
  }

  for (const state of states) {
    const isPublic = state === "PUBLISHED";
    await comment(`COMMENT ON THEME ${state}`, state, isPublic, {});
    await comment(`COMMENT ON PROPOSAL ${state}`, state, isPublic, { on: { number: proposal.number } });
  }

  // what was public itself, under something that no longer is
  const gone = await send(
    { name: "IDEA HIDDEN LATER", type: "submission", state: "HIDDEN", isPublic: false },
    (idempotencyKey) =>
      submitIdea(as(), ideaInput({ title: mark("IDEA HIDDEN LATER", "title", "public"), idempotencyKey })),
  );
  await bring(gone.name, "submission", gone.id, "PUBLISHED");
  await comment("COMMENT UNDER HIDDEN", "PUBLISHED", false, { on: { number: gone.number } });
  await hideItem(as(moderator.actor), {
    item: { type: "submission", id: gone.id },
    version: await version("submission", gone.id),
    reasonCode: "OTHER",
    explanation: mark(gone.name, "explanation", "author"),
  });

  // one report waits, one was closed with nothing wrong, one when the comment was hidden
  await report(proposal.name);
  const kept = await report("COMMENT ON THEME PUBLISHED");
  await closeReports(as(administrator.actor), {
    ...kept,
    outcome: "KEPT",
    explanation: mark("COMMENT ON THEME PUBLISHED", "report explanation", "staff"),
  });

  const parent = await comment("COMMENT HIDDEN LATER", "PUBLISHED", false, {});
  await comment("REPLY UNDER HIDDEN", "PUBLISHED", false, { parent: parent.id });
  await report(parent.name);
  await hideItem(as(moderator.actor), {
    item: { type: "comment", id: parent.id },
    version: await version("comment", parent.id),
    reasonCode: "OTHER",
    explanation: mark(parent.name, "explanation", "author"),
  });

  // an author who wrote more than they wanted to be read: what was replaced is the city's record
  const returned = itemNamed("COMMENT ON THEME RETURNED");
  for (const marker of markers) {
    if (marker.item === returned.name && marker.audience === "public") marker.audience = "staff";
  }
  await reviseComment(as(authorOf(returned, "comment")), {
    body: mark(returned.name, "revised body", "public"),
    displayName: null,
    stance: null,
    version: await version("comment", returned.id),
  });

  // personal data that was public, and in mails, until a moderator hid it
  const redacted = "IDEA REDACTED";
  const inTitle = mark(redacted, "hidden in title", "sealed");
  const inBody = mark(redacted, "hidden in body", "sealed");
  const sentRedacted = await send(
    { name: redacted, type: "submission", state: "PUBLISHED", isPublic: true },
    async (idempotencyKey) =>
      submitIdea(
        as(),
        ideaInput({
          title: `${inTitle} ${mark(redacted, "title", "public")}`,
          body: `${mark(redacted, "body", "public")} ${inBody} ${inBody}`,
          displayName: mark(redacted, "hidden name", "sealed"),
          email: await markedAddress(redacted),
          idempotencyKey,
        }),
      ),
  );
  await bring(redacted, "submission", sentRedacted.id, "PUBLISHED");
  await handle(sentRedacted, true);
  const commentOnRedacted = await comment("COMMENT REDACTED", "PUBLISHED", true, {
    on: { number: sentRedacted.number },
  });
  await report(redacted, inBody);
  const hideSealed = async ({ name, type, id }: MarkedItem) => {
    const sealed = markers.filter(({ item, audience }) => item === name && audience === "sealed");
    for (const { text } of sealed) {
      await redactItem(as(moderator.actor), {
        item: { type, id },
        version: await version(type, id),
        ranges: [],
        words: { text, label: "OTHER" },
      });
    }
  };
  await hideSealed(sentRedacted);
  for (const marker of markers) {
    if (marker.item === commentOnRedacted.name && marker.field === "displayName") marker.audience = "sealed";
  }
  await hideSealed(commentOnRedacted);

  // whose author is trusted, in themes that publish what they confirm: what waits in them is asked to be confirmed
  await db().theme.updateMany({ data: { publishesTrusted: true } });
  await trustAddress(as(moderator.actor), {
    item: { type: "submission", id: proposal.id },
    note: mark(proposal.name, "trustNote", "moderators"),
  });

  return { now, markers, items, itemNamed, people, desk, proposal };
}

export type MarkedCity = Awaited<ReturnType<typeof makeMarkedCity>>;
