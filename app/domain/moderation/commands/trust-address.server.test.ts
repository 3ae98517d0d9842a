import { describe, expect, it } from "vitest";
import { forgetAddresses } from "#app/domain/participant/forget-addresses.server.ts";
import { markAddressBounced } from "#app/domain/participant/mark-address-bounced.server.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  as,
  makeAddress,
  makeComment,
  makeSubmission,
  makeTheme,
  noon,
  staff,
} from "#tests/support/factories/review-rows.ts";
import { waitFor } from "#tests/support/mail.ts";
import { getSubmissionReview } from "../queries/get-review-page.server.ts";
import { listTrusted } from "../queries/list-trusted.server.ts";
import { revokeTrust } from "./revoke-trust.server.ts";
import { trustAddress } from "./trust-address.server.ts";

useDatabase();

const email = "author@example.com";
const firstPage = { size: 50 };
const moderator = { ...staff("MODERATOR"), name: "審査担当" };
const note = "落ち着いた提案が続いている";
const itemOf = ({ id }: { id: string }) => ({ type: "submission", id }) as const;
const publicIdea = (emailAddressId: string | null) =>
  makeSubmission({ review: "PUBLISHED", publishedAt: noon, hidden: { emailAddressId } });
const system = as({ kind: "system", name: "test" });

describe("trusting the sender of an item", () => {
  it("makes a list of several pages, those trusted last first, with the number of all", async () => {
    for (const day of [1, 2, 3]) {
      const idea = await publicIdea(await makeAddress(`author${day}@example.com`));
      const at = new Date(noon.getTime() + day * 86_400_000);
      await trustAddress(as(moderator, at), { item: itemOf(idea), note: `${day}日目` });
    }
    const notes = ({ items }: { items: { note: string }[] }) => items.map((row) => row.note);
    const first = await listTrusted(moderator, { size: 2 });
    expect(notes(first)).toEqual(["3日目", "2日目"]);
    const second = await listTrusted(moderator, { size: 2, after: first.next });
    expect(notes(second)).toEqual(["1日目"]);
    expect(notes(await listTrusted(moderator, { size: 2, before: second.previous }))).toEqual(notes(first));
    expect([first.count, first.previous, second.count, second.next]).toEqual([3, null, 3, null]);
  });

  it("keeps who said so, when and why, with one entry in the log and no mail, and shows it without the address", async () => {
    const emailAddressId = await makeAddress(email);
    const idea = await publicIdea(emailAddressId);
    const theme = await makeTheme();
    await makeComment({ themeId: theme.id, review: "PUBLISHED", hidden: { emailAddressId } });
    await makeSubmission({ hidden: { emailAddressId } });
    await trustAddress(as(moderator), { item: itemOf(idea), note });
    const row = await db().trustedAddress.findFirstOrThrow();
    expect(row).toMatchObject({
      emailAddressId,
      note,
      trustedBy: "審査担当",
      trustedAt: noon,
      suspendedAt: null,
      revokedAt: null,
      version: 1,
    });
    expect(await db().mail.count()).toBe(0);
    const entries = await db().auditEntry.findMany();
    expect(entries).toMatchObject([
      { action: "trust-address", subjectType: "submission", subjectId: idea.id, detail: { trustId: row.id } },
    ]);
    const list = (await listTrusted(moderator, firstPage)).items;
    expect(list).toEqual([
      { id: row.id, version: 1, note, by: "審査担当", since: noon.toISOString(), isSuspended: false, published: 2 },
    ]);
    const { trust } = await getSubmissionReview(moderator, idea.number, { locale: "ja", now: noon });
    expect(trust).toMatchObject({ published: 2, problem: null, entry: { id: row.id, isSuspended: false } });
    for (const shown of [list, trust, entries.map(({ detail }) => detail)]) {
      expect(JSON.stringify(shown)).not.toContain(email);
    }
  });

  it("is for moderators alone, and only they learn of it", async () => {
    const idea = await publicIdea(await makeAddress(email));
    await trustAddress(as(staff("ADMIN")), { item: itemOf(idea), note });
    const { id, version } = await db().trustedAddress.findFirstOrThrow();
    for (const actor of [staff("VIEWER"), { kind: "anonymous" } as const]) {
      await expect(trustAddress(as(actor), { item: itemOf(idea), note })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(revokeTrust(as(actor), { id, version })).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(listTrusted(actor, firstPage)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    const seen = await getSubmissionReview(staff("VIEWER"), idea.number, { locale: "ja", now: noon });
    expect(seen.trust).toBeNull();
    expect(await db().auditEntry.count()).toBe(1);
  });

  it("does not reach an address to which a mail comes back at the same moment", async () => {
    const emailAddressId = await makeAddress(email);
    const idea = await publicIdea(emailAddressId);
    const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const trusting = await inTransaction(system, async (ctx) => {
      await markAddressBounced(ctx, email);
      const outcome = trustAddress(as(moderator), { item: itemOf(idea), note }).catch((error: unknown) => error);
      await waitFor(async () => (await pool().query(waits)).rows.length > 0);
      return { outcome };
    });
    expect(await trusting.outcome).toMatchObject({ messageKey: "trustNotReached" });
    expect(await db().trustedAddress.count()).toBe(0);
  });

  it("needs an address that is confirmed and takes mail, something of theirs that is public, and a kind that can matter", async () => {
    const nameless = await publicIdea(null);
    const unconfirmed = await publicIdea(await makeAddress("unconfirmed@example.com", false));
    const lost = await publicIdea(await makeAddress("lost@example.com"));
    await inTransaction(system, (ctx) => markAddressBounced(ctx, "lost@example.com"));
    const newcomer = await makeSubmission({ hidden: { emailAddressId: await makeAddress("new@example.com") } });
    const company = await makeAddress("company@example.com");
    await publicIdea(company);
    const offer = await makeSubmission({ kind: "PARTNERSHIP", hidden: { emailAddressId: company } });
    for (const [idea, messageKey] of [
      [nameless, "trustNoAddress"],
      [unconfirmed, "trustNotReached"],
      [lost, "trustNotReached"],
      [newcomer, "trustNothingPublic"],
      [offer, "notPossibleNow"],
    ] as const) {
      await expect(trustAddress(as(moderator), { item: itemOf(idea), note })).rejects.toMatchObject({
        code: "CONFLICT",
        messageKey,
      });
    }
    expect(await db().trustedAddress.count()).toBe(0);
    expect(await db().auditEntry.count()).toBe(0);
  });

  it("is done once by two who do it at once", async () => {
    const emailAddressId = await makeAddress(email);
    const ideas = [await publicIdea(emailAddressId), await publicIdea(emailAddressId)];
    const results = await Promise.allSettled(
      ideas.map((idea) => trustAddress(as(moderator), { item: itemOf(idea), note })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { messageKey: "alreadyTrusted" },
    });
    expect(await db().trustedAddress.count()).toBe(1);
  });

  it("is suspended when a mail comes back, and can be said again", async () => {
    const idea = await publicIdea(await makeAddress(email));
    await trustAddress(as(moderator), { item: itemOf(idea), note });
    await inTransaction(system, (ctx) => markAddressBounced(ctx, email));
    expect((await listTrusted(moderator, firstPage)).items).toMatchObject([{ isSuspended: true, version: 2 }]);
    // its owner confirms it again: that alone brings no trust back
    await db().emailAddress.updateMany({ data: { confirmedAt: noon, bouncedAt: null } });
    expect((await listTrusted(moderator, firstPage)).items).toMatchObject([{ isSuspended: true }]);
    await trustAddress(as(moderator), { item: itemOf(idea), note: "本人と話した" });
    expect((await listTrusted(moderator, firstPage)).items).toMatchObject([
      { isSuspended: false, note: "本人と話した", version: 3 },
    ]);
  });

  it("goes with the address when that is forgotten, and not while something else of theirs is kept", async () => {
    const emailAddressId = await makeAddress(email);
    const idea = await publicIdea(emailAddressId);
    await trustAddress(as(moderator), { item: itemOf(idea), note });
    const forget = () =>
      inTransaction(system, (ctx) =>
        forgetAddresses(ctx, { submissionIds: [], commentIds: [], emailAddressIds: [emailAddressId] }),
      );
    await forget();
    expect(await db().trustedAddress.count()).toBe(1);
    await db().submission.deleteMany();
    await forget();
    expect(await db().emailAddress.count()).toBe(0);
    expect(await db().trustedAddress.count()).toBe(0);
  });
});
