import { describe, expect, it } from "vitest";
import { revokeAnswerLinks } from "#app/domain/handling/commands/revoke-answer-links.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { multipart, part } from "#tests/bench/mail/compose.ts";
import { useDatabase } from "#tests/support/database.ts";
import { newAudit } from "#tests/support/factories/assigned.ts";
import { type MailedToDesk, mailedToDesk, receive, replyDomain, replyOf } from "#tests/support/factories/received.ts";
import { as, noon, staff } from "#tests/support/factories/review-rows.ts";
import { receiveMessage } from "./receive-message.server.ts";

process.env.REPLY_DOMAIN = replyDomain;
process.env.INBOUND_AUTHSERV_ID = "mx.tomakomai.example";

const answer = "回答 反映します\nご提案ありがとうございます。\n来年度の計画に入れます。";

describe("receiving a reply", () => {
  useDatabase();

  const message = (id: string | null) => db().inboundMessage.findUniqueOrThrow({ where: { id: id ?? "" } });
  const explanations = () => db().mail.findMany({ where: { template: "reply-not-taken" } });

  it("makes a draft in the desk's name, to be approved by somebody else, and keeps the message as it came", async () => {
    const city = await mailedToDesk();
    const raw = replyOf(city, `${answer}\n\n> 提案 R8-0042`);
    const { id, state } = await receive(raw, city.replyTo.toUpperCase());
    expect(state).toBe("TAKEN");
    const draft = await db().answer.findFirstOrThrow({ where: { submissionId: city.id } });
    expect(draft).toMatchObject({
      state: "DRAFT",
      origin: "REPLY",
      outcomeKey: "adopted",
      body: "ご提案ありがとうございます。\n来年度の計画に入れます。",
      deskId: city.desk.id,
      draftedById: null,
      draftedByLabel: "行革担当",
    });
    const kept = await message(id);
    expect(kept).toMatchObject({
      kind: "reply",
      act: "draft",
      reason: null,
      answerId: draft.id,
      submissionId: city.id,
      mailId: city.mailId,
      sender: city.mailbox,
      own: answer,
    });
    expect(Buffer.from(kept.raw ?? []).equals(raw)).toBe(true);
    expect((await newAudit()).map(({ action, subjectType }) => [action, subjectType])).toEqual([
      ["draft-answer", "submission"],
      ["receive-message", "received-mail"],
    ]);
    expect(await explanations()).toEqual([]);
  });

  it("finds the outcome in the text where exactly one stands there", async () => {
    const city = await mailedToDesk();
    await receive(replyOf(city, "ご提案のとおり、計画に反映します。"), city.replyTo);
    expect(await db().answer.findFirstOrThrow()).toMatchObject({
      outcomeKey: "adopted",
      body: "ご提案のとおり、計画に反映します。",
    });
  });

  it("does each of the desk's acts", async () => {
    const passed = await mailedToDesk();
    await receive(replyOf(passed, "転送 市民協働担当\n協働の話なので、お願いします。"), passed.replyTo);
    expect(await db().submission.findUniqueOrThrow({ where: { id: passed.id } })).toMatchObject({
      handlingDeskId: passed.otherDesk.id,
    });
    expect(await db().internalNote.findFirstOrThrow()).toMatchObject({ body: "協働の話なので、お願いします。" });
  });

  it("moves the due date", async () => {
    const city = await mailedToDesk();
    const { state } = await receive(replyOf(city, "期限延長\uff1a12月18日まで 関係課との調整のため"), city.replyTo);
    expect(state).toBe("TAKEN");
    expect(await db().submission.findUniqueOrThrow({ where: { id: city.id } })).toMatchObject({
      lateReason: "関係課との調整のため",
    });
  });

  it("gives back what is not the desk's", async () => {
    const city = await mailedToDesk();
    await receive(replyOf(city, "所管外 道路維持担当\n市道の話です。"), city.replyTo);
    expect(await db().submission.findUniqueOrThrow({ where: { id: city.id } })).toMatchObject({ handling: "NEW" });
    expect(await db().internalNote.findFirstOrThrow()).toMatchObject({ body: "所管外 道路維持担当\n市道の話です。" });
  });

  it("asks the author", async () => {
    const city = await mailedToDesk();
    await receive(replyOf(city, "質問: いつの資料をご覧になりましたか。"), city.replyTo);
    expect(await db().authorQuestion.findFirstOrThrow()).toMatchObject({ body: "いつの資料をご覧になりましたか。" });
  });

  it("does nothing twice when a message comes again, also to two processes at once", async () => {
    const city = await mailedToDesk();
    const raw = replyOf(city, answer);
    const states = (await Promise.all([receive(raw, city.replyTo), receive(raw, city.replyTo)])).map(
      ({ state }) => state,
    );
    expect(states.sort()).toEqual(["KNOWN", "TAKEN"]);
    expect((await receive(raw, city.replyTo)).state).toBe("KNOWN");
    expect(await db().answer.count()).toBe(1);
    expect(await db().inboundMessage.count()).toBe(1);
  });

  it("takes officers of the desk's domain, and nobody else's", async () => {
    const city = await mailedToDesk();
    const officer = await receive(replyOf(city, answer, { from: "officer@tomakomai.example" }), city.replyTo);
    expect(officer.state).toBe("TAKEN");
    const stranger = await receive(
      replyOf(city, answer, { from: "gyokaku@tomakomai.example.attacker.example" }),
      city.replyTo,
    );
    expect(stranger.state).toBe("QUARANTINED");
    expect(await message(stranger.id)).toMatchObject({ reason: "otherSender", answerId: null });
    expect(await db().answer.count()).toBe(1);
    expect(await explanations()).toEqual([]);
  });

  it("sets apart what the city's own server reports as forged, and believes nobody else's report", async () => {
    const city = await mailedToDesk();
    const forged = ["Authentication-Results: mx.tomakomai.example; dmarc=fail header.from=tomakomai.example"];
    const { id, state } = await receive(replyOf(city, answer, { above: forged }), city.replyTo);
    expect(state).toBe("QUARANTINED");
    expect(await message(id)).toMatchObject({ reason: "dmarc" });
    const inTwo = ["Authentication-Results: mx.tomakomai.example; spf=pass smtp.mailfrom=tomakomai.example", ...forged];
    expect((await receive(replyOf(city, answer, { above: inTwo }), city.replyTo)).state).toBe("QUARANTINED");
    const foreign = ["Authentication-Results: mx.elsewhere.example; dmarc=fail"];
    expect((await receive(replyOf(city, answer, { above: foreign }), city.replyTo)).state).toBe("TAKEN");
  });

  it.each([
    ["a secret of another link", (address: string) => address.replace(/\.[0-9a-f]{20}@/, `.${"0".repeat(20)}@`)],
    ["another domain", (address: string) => address.replace("@reply.", "@other.")],
    ["no form of ours", () => "info@reply.tomakomai.example"],
  ])("does nothing for an address with %s", async (_name, changed) => {
    const city = await mailedToDesk();
    const { state, id } = await receive(replyOf(city, answer), changed(city.replyTo));
    expect(state).toBe("QUARANTINED");
    expect(await message(id)).toMatchObject({ reason: "notOurAddress", submissionId: null });
    expect(await db().answer.count()).toBe(0);
  });

  it.each([
    ["「検討」", "noOutcome"],
    ["転送 どこか", "unknownDesk"],
    ["期限延長", "noDay"],
    ["期限延長 12月18日", "noReason"],
    ["期限延長 12月19日 調整のため", "notBusinessDay"],
    ["回答 市の担当ではありません\n道の仕事です。", "noReferral"],
    ["> 引用だけ", "empty"],
    ["転送 行革担当", "sameDesk"],
    ["回答 反映します\n個人番号は 1234 5678 9018 です。", "individualNumber"],
  ])("lets %j wait for a moderator, and changes nothing else", async (text, reason) => {
    const city = await mailedToDesk();
    const before = await db().submission.findUniqueOrThrow({ where: { id: city.id } });
    const { id, state } = await receive(replyOf(city, text), city.replyTo);
    expect(state).toBe("WAITING");
    expect(await message(id)).toMatchObject({ reason, submissionId: city.id });
    expect(await db().submission.findUniqueOrThrow({ where: { id: city.id } })).toEqual(before);
    expect(await db().answer.count()).toBe(0);
    expect(await explanations()).toMatchObject([
      { recipient: city.mailbox, recipientKind: "DESK", submissionId: city.id },
    ]);
  });

  it("tells the writer once for each request", async () => {
    const city = await mailedToDesk();
    await receive(replyOf(city, "転送 どこか"), city.replyTo);
    const { id } = await receive(replyOf(city, "転送 ほかのどこか"), city.replyTo);
    expect(await message(id)).toMatchObject({ state: "WAITING", explainedAt: null });
    expect(await explanations()).toHaveLength(1);
  });

  it("tells them once also where several replies come at the same moment", async () => {
    const city = await mailedToDesk();
    await Promise.all([1, 2, 3, 4].map((n) => receive(replyOf(city, `転送 どこか${n}`), city.replyTo)));
    expect(await db().inboundMessage.count({ where: { state: "WAITING" } })).toBe(4);
    expect(await explanations()).toHaveLength(1);
  });

  it("waits when the desk's turn is over", async () => {
    const city = await mailedToDesk();
    const { version } = await db().submission.findUniqueOrThrow({ where: { id: city.id } });
    await revokeAnswerLinks(as(city.moderator), { submissionId: city.id, version });
    const { id, state } = await receive(replyOf(city, answer), city.replyTo);
    expect(state).toBe("WAITING");
    expect(await message(id)).toMatchObject({ reason: "turnOver" });
  });

  it.each([
    ["an out-of-office notice", { headers: ["Auto-Submitted: auto-replied"] }, "autoReply"],
    ["mail of a list", { headers: ["List-Id: <all.example>"] }, "notice"],
    ["our own mail", { from: "no-reply@tomakomai.example" }, "loop"],
  ])("keeps %s and answers nothing", async (_name, composition, reason) => {
    const city = await mailedToDesk();
    const { id, state } = await receive(replyOf(city, "転送 どこか", composition), city.replyTo);
    expect(state).toBe("IGNORED");
    expect(await message(id)).toMatchObject({ reason, submissionId: city.id });
    expect(await explanations()).toEqual([]);
  });

  const withFile = ({ mailbox, replyTo }: MailedToDesk, type: string) =>
    multipart("mixed", [part("text/plain; charset=utf-8", answer), part(type, "x")], {
      from: mailbox,
      to: replyTo,
      messageId: "<1@city.example>",
    });

  it.each([
    ["a NUL in its Message-ID", (city) => replyOf(city, answer, { messageId: "<a\0b@city.example>" })],
    ["a file whose type has a NUL", (city) => withFile(city, "application/p\0df; name=a.pdf")],
    [
      "a file whose long name is cut within a character",
      (city) => withFile(city, `text/csv; name="${"x".repeat(199)}😀.csv"`),
    ],
  ] satisfies [string, (city: MailedToDesk) => Buffer][])("is taken in with %s", async (_name, raw) => {
    const city = await mailedToDesk();
    expect((await receive(raw(city), city.replyTo)).state).toBe("TAKEN");
  });

  it("is kept as a report on nothing with a NUL in the Message-ID that came back", async () => {
    const city = await mailedToDesk();
    const parts = [
      part("message/delivery-status", "Reporting-MTA: dns; a\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n"),
      part("text/rfc822-headers", "Message-ID: <a\0b@tomakomai.example>\r\n"),
    ];
    const report = multipart("report", parts, { boundaryParameters: "; report-type=delivery-status" });
    const { id, state } = await receive(report, city.replyTo);
    expect(state).toBe("IGNORED");
    expect(await message(id)).toMatchObject({ reason: "bounceOfNothing" });
  });

  it("is done by the platform alone", async () => {
    const city = await mailedToDesk();
    const input = { raw: replyOf(city, answer), recipient: city.replyTo };
    for (const actor of [staff("ADMIN"), city.link, { kind: "anonymous" } as const]) {
      await expect(receiveMessage(as(actor, noon), input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await db().inboundMessage.count()).toBe(0);
  });
});
