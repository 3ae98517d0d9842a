import { addDays } from "date-fns/addDays";
import { describe, expect, it } from "vitest";
import { changeSettings } from "#app/domain/settings/commands/change-settings.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { withdrawSubmission } from "#app/domain/submission/commands/withdraw-submission.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type MailedToDesk, mailedToDesk, receive, replyDomain, replyOf } from "#tests/support/factories/received.ts";
import { as, noon } from "#tests/support/factories/review-rows.ts";
import { staffActor } from "#tests/support/submissions.ts";
import { putMessageAside } from "./commands/put-message-aside.server.ts";
import { eraseReceived } from "./erase-received.server.ts";
import { getInboxMessage } from "./queries/get-inbox-message.server.ts";
import { getRawMessage } from "./queries/get-raw-message.server.ts";
import { listThread } from "./queries/list-thread.server.ts";

process.env.REPLY_DOMAIN = replyDomain;

const later = (days: number) => addDays(noon, days);

/** The desk's turn with the request ends. */
async function endTurn({ id }: Pick<MailedToDesk, "id">, at: Date) {
  await db().assignment.updateMany({ where: { submissionId: id }, data: { endedAt: at, endReason: "answered" } });
}

const rowOf = (id: string | null) => db().inboundMessage.findUniqueOrThrow({ where: { id: id ?? "" } });

const erasures = () => db().auditEntry.findMany({ where: { action: "erase-received-mail" } });

describe("erasing received mail", () => {
  useDatabase();

  it("leaves nothing of what a message says, and knows it if it comes again", async () => {
    const city = await mailedToDesk();
    const raw = replyOf(city, "回答 反映します\n\n検討します。\n\n> 引用された市民の文章");
    const { id } = await receive(raw, city.replyTo);
    await endTurn(city, noon);

    expect(await eraseReceived(later(90))).toBe(0);
    expect(await eraseReceived(later(91))).toBe(1);
    expect(await rowOf(id)).toMatchObject({
      raw: null,
      text: "",
      own: "",
      subjectLine: "",
      sender: null,
      messageId: null,
      files: [],
      kind: "reply",
      submissionId: city.id,
      size: raw.byteLength,
      receivedAt: noon,
      erasedAt: later(91),
    });
    expect(await erasures()).toMatchObject([
      { subjectType: "received-mail", actorKind: "system", detail: { count: 1, before: later(1).toISOString() } },
    ]);

    expect(await receive(raw, city.replyTo, later(92))).toEqual({ id: null, state: "KNOWN" });
    expect(await eraseReceived(later(92))).toBe(0);
    expect(await erasures()).toHaveLength(1);
  });

  it("begins its days where the author takes back what the desk has in hand", async () => {
    const city = await mailedToDesk();
    const { id } = await receive(replyOf(city, "転送 どこか\n\n> 引用された市民の文章"), city.replyTo);
    const { version } = await rowOf(id);
    await putMessageAside(as(city.moderator), { id: id ?? "", version });
    expect(await eraseReceived(later(200))).toBe(0);
    const { version: present } = await db().submission.findUniqueOrThrow({ where: { id: city.id } });
    await withdrawSubmission(as({ kind: "author", of: "submission", id: city.id }, later(200)), { version: present });
    expect(await eraseReceived(later(290))).toBe(0);
    expect(await eraseReceived(later(291))).toBe(1);
    expect(await rowOf(id)).toMatchObject({ raw: null, text: "" });
  });

  it("says on the desk that and when it happened, and gives out no raw message", async () => {
    const city = await mailedToDesk();
    const away = replyOf(city, "不在です。", { headers: ["Auto-Submitted: auto-replied"] });
    const { id } = await receive(away, city.replyTo);
    await endTurn(city, noon);
    await eraseReceived(later(91));
    expect(await getInboxMessage(city.moderator, id ?? "", "ja")).toMatchObject({
      erasedAt: later(91).toISOString(),
      own: "",
      text: "",
      files: [],
    });
    await expect(getRawMessage(city.moderator, id ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
    const thread = await listThread(city.moderator, city.id);
    expect(thread.filter(({ way }) => way === "in")).toMatchObject([{ id, isErased: true, subject: "" }]);
  });

  it("waits for the desk's turn to end, and counts from then", async () => {
    const city = await mailedToDesk();
    const away = replyOf(city, "不在です。", { headers: ["Auto-Submitted: auto-replied"] });
    await receive(away, city.replyTo);
    expect(await eraseReceived(later(400))).toBe(0);
    await endTurn(city, later(30));
    expect(await eraseReceived(later(119))).toBe(0);
    expect(await eraseReceived(later(121))).toBe(1);
  });

  it("never takes what waits for a moderator, and counts from the day somebody decided", async () => {
    const city = await mailedToDesk();
    const { id } = await receive(replyOf(city, "転送 どこか"), city.replyTo);
    await endTurn(city, noon);
    expect(await eraseReceived(later(1_000))).toBe(0);
    await putMessageAside(as(city.moderator, later(1_000)), { id: id ?? "", version: 1 });
    expect(await eraseReceived(later(1_089))).toBe(0);
    expect(await eraseReceived(later(1_091))).toBe(1);
    expect(await rowOf(id)).toMatchObject({ state: "IGNORED", settledAt: later(1_000) });
  });

  it("keeps it as long as the city says", async () => {
    const city = await mailedToDesk();
    const away = replyOf(city, "不在です。", { headers: ["Auto-Submitted: auto-replied"] });
    await receive(away, city.replyTo);
    await endTurn(city, noon);
    const { emergencyNotice: _notice, ...rules } = await getSettings(db());
    await changeSettings(as(staffActor("ADMIN")), { version: 0, settings: { ...rules, receivedMailDays: 30 } });
    expect(await eraseReceived(later(29))).toBe(0);
    expect(await eraseReceived(later(31))).toBe(1);
  });
});
