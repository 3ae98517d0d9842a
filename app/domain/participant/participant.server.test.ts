import { describe, expect, it } from "vitest";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { confirmedAddress, contextOf, queuedMails } from "#tests/support/submissions.ts";
import { mailIfConfirmed } from "./mail-if-confirmed.server.ts";
import { registerAddress } from "./register-address.server.ts";

const message = {
  template: "receipt",
  params: {
    item: { type: "comment", id: "6f7cf8a2-9a4a-4a6a-8d8b-0d8f1c5f1a01", number: "R8-0001" },
    kind: "COMMENT",
    title: null,
    body: "本文",
    reviewDueOn: null,
  },
  locale: "ja",
} as const;

describe("a mail address", () => {
  useDatabase();

  it("is one row however many people register it at the same time", async () => {
    const registered = await Promise.all(
      Array.from({ length: 6 }, () => inTransaction(contextOf(), (ctx) => registerAddress(ctx, "a@example.com"))),
    );
    expect(new Set(registered.map((row) => row.id)).size).toBe(1);
    expect(registered.every((row) => !row.confirmed)).toBe(true);
    expect(await db().emailAddress.count()).toBe(1);
  });

  it("gets mail only once its owner confirmed it", async () => {
    const unconfirmed = await inTransaction(contextOf(), (ctx) => registerAddress(ctx, "b@example.com"));
    const confirmed = await confirmedAddress("a@example.com");
    const results = await inTransaction(contextOf(), async (ctx) => [
      await mailIfConfirmed(ctx, null, message),
      await mailIfConfirmed(ctx, unconfirmed.id, message),
      await mailIfConfirmed(ctx, confirmed, message),
    ]);
    expect(results).toEqual([null, null, expect.any(String)]);
    expect(await queuedMails()).toEqual([{ template: "receipt", recipient: "a@example.com" }]);
  });
});
