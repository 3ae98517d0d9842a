import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { mailedToDesk, receive, replyDomain, replyOf } from "#tests/support/factories/received.ts";
import { getInboxMessage } from "./get-inbox-message.server.ts";
import { getRawMessage } from "./get-raw-message.server.ts";
import { listInbox } from "./list-inbox.server.ts";
import { countThread, listThread } from "./list-thread.server.ts";

process.env.REPLY_DOMAIN = replyDomain;

const firstPage = { after: null, before: null, size: 50 };

describe("the box of received mail", () => {
  useDatabase();

  it("shows what waits, both readings of it, its raw form, and the whole conversation", async () => {
    const city = await mailedToDesk();
    const raw = replyOf(city, "転送 どこか\n\n> 引用");
    const { id } = await receive(raw, city.replyTo);
    await receive(replyOf(city, "不在です。", { headers: ["Auto-Submitted: auto-replied"] }), city.replyTo);
    const list = (everything: boolean) => listInbox(city.moderator, { everything }, firstPage);
    expect((await list(false)).items).toMatchObject([
      { id, number: city.number, state: "WAITING", reason: "unknownDesk", sender: city.mailbox },
    ]);
    expect((await list(true)).items).toHaveLength(2);
    const message = await getInboxMessage(city.moderator, id ?? "", "ja");
    expect(message).toMatchObject({ own: "転送 どこか", text: "転送 どこか\n\n> 引用" });
    expect(message.outcomes.map(({ key }) => key)).toEqual(["adopted", "not-ours"]);
    expect(Buffer.from(await getRawMessage(city.moderator, id ?? "")).equals(raw)).toBe(true);
    const thread = await listThread(city.moderator, city.id);
    expect(thread.map(({ way, state }) => [way, state]).sort()).toEqual([
      ["in", "IGNORED"],
      ["in", "WAITING"],
      ["out", "QUEUED"],
      ["out", "SENT"],
    ]);
    expect(await countThread(city.moderator, city.id)).toBe(4);
  });

  it("is for moderators and administrators alone", async () => {
    const city = await mailedToDesk();
    const { id } = await receive(replyOf(city, "転送 どこか"), city.replyTo);
    for (const actor of [city.officer, city.viewer, city.link, { kind: "anonymous" } as const]) {
      await expect(listInbox(actor, { everything: true }, firstPage)).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(getInboxMessage(actor, id ?? "", "ja")).rejects.toMatchObject({ code: "NOT_FOUND" });
      await expect(getRawMessage(actor, id ?? "")).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await listThread(city.officer, city.id)).toEqual([]);
    expect(await countThread(city.officer, city.id)).toBe(0);
  });
});
