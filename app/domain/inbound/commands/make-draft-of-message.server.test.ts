import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type MailedToDesk, mailedToDesk, receive, replyDomain, replyOf } from "#tests/support/factories/received.ts";
import { as, staff } from "#tests/support/factories/review-rows.ts";
import { makeDraftOfMessage } from "./make-draft-of-message.server.ts";
import { putMessageAside } from "./put-message-aside.server.ts";

process.env.REPLY_DOMAIN = replyDomain;

describe("deciding about a message that waits", () => {
  useDatabase();

  const text = "よい案なので、進めます。";
  async function waiting(composition: Parameters<typeof replyOf>[2] = {}) {
    const city = await mailedToDesk();
    const { id } = await receive(replyOf(city, text, composition), city.replyTo);
    if (id === null) throw new Error("the message was not taken in");
    return { ...city, messageId: id };
  }
  const draft = (city: MailedToDesk & { messageId: string }, changes: object = {}) => ({
    id: city.messageId,
    version: 1,
    number: city.number,
    outcomeKey: "adopted",
    referral: null,
    body: text,
    ...changes,
  });
  const entries = (action: string) => db().auditEntry.findMany({ where: { action } });

  it("makes a draft of the desk where its words are left as they are", async () => {
    const city = await waiting();
    expect(await makeDraftOfMessage(as(city.moderator), draft(city))).toEqual({ number: city.number });
    const answer = await db().answer.findFirstOrThrow();
    expect(answer).toMatchObject({ draftedById: null, draftedByLabel: "行革担当", origin: "REPLY", body: text });
    expect(await db().inboundMessage.findUniqueOrThrow({ where: { id: city.messageId } })).toMatchObject({
      state: "TAKEN",
      answerId: answer.id,
      settledById: city.moderator.id,
      version: 2,
    });
    expect(await entries("make-draft-of-message")).toHaveLength(1);
  });

  it("makes a draft of the moderator where they changed the words, or where nobody knows whose they are", async () => {
    const changed = await waiting();
    await makeDraftOfMessage(as(changed.moderator), draft(changed, { body: "進めます。" }));
    expect(await db().answer.findFirstOrThrow()).toMatchObject({ draftedById: changed.moderator.id });
  });

  it("makes a draft of the moderator of what is in quarantine", async () => {
    const stranger = await waiting({ from: "stranger@example.org" });
    await makeDraftOfMessage(as(stranger.moderator), draft(stranger));
    expect(await db().answer.findFirstOrThrow()).toMatchObject({ draftedById: stranger.moderator.id });
  });

  it("names what is wrong, and leaves the message waiting", async () => {
    const city = await waiting();
    await expect(makeDraftOfMessage(as(city.moderator), draft(city, { number: "R8-9999999" }))).rejects.toMatchObject({
      code: "INPUT",
      fields: { number: ["noSuchSubmission"] },
    });
    await expect(makeDraftOfMessage(as(city.moderator), draft(city, { outcomeKey: "not-ours" }))).rejects.toMatchObject(
      { fields: { referral: ["referralRequired"] } },
    );
    expect(await db().inboundMessage.findFirstOrThrow()).toMatchObject({ state: "WAITING", version: 1 });
  });

  it("puts aside what nothing is to be done about, and keeps it", async () => {
    const city = await waiting();
    await putMessageAside(as(city.moderator), { id: city.messageId, version: 1 });
    expect(await db().inboundMessage.findFirstOrThrow()).toMatchObject({
      state: "IGNORED",
      settledById: city.moderator.id,
    });
    expect(await entries("put-message-aside")).toHaveLength(1);
  });

  it("is done once, and not from an old page", async () => {
    const city = await waiting();
    const conflict = { code: "CONFLICT", messageKey: "changedMeanwhile" };
    await expect(putMessageAside(as(city.moderator), { id: city.messageId, version: 7 })).rejects.toMatchObject(
      conflict,
    );
    await putMessageAside(as(city.moderator), { id: city.messageId, version: 1 });
    await expect(putMessageAside(as(city.moderator), { id: city.messageId, version: 2 })).rejects.toMatchObject(
      conflict,
    );
    await expect(makeDraftOfMessage(as(city.moderator), draft(city, { version: 2 }))).rejects.toMatchObject(conflict);
  });

  it("is for moderators; others do not learn that there is a message", async () => {
    const city = await waiting();
    for (const actor of [city.officer, city.viewer, city.link, staff("OFFICER", city.desk.id)]) {
      await expect(makeDraftOfMessage(as(actor), draft(city))).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(putMessageAside(as(actor), { id: city.messageId, version: 1 })).rejects.toMatchObject({
        code: "NOT_FOUND",
      });
    }
  });
});
