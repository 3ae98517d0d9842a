import { subDays } from "date-fns";
import { describe, expect, it } from "vitest";
import { db } from "#app/platform/database/client.server.ts";
import { mail } from "#tests/bench/mail/compose.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assigned } from "#tests/support/factories/assigned.ts";
import { queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { receive } from "#tests/support/factories/received.ts";
import { makeComment, makeSubmission, makeTheme, noon, staff } from "#tests/support/factories/review-rows.ts";
import { countLimit, queueFilterSchema } from "../queue.ts";
import { countWaiting } from "./count-waiting.server.ts";
import { listQueue } from "./list-queue.server.ts";

useDatabase();

/** A mail about an item that was given up. */
async function failedMail(about: { submissionId: string }, at = noon): Promise<string> {
  const id = await queueMail(receiptMessage(about), at);
  await db().mail.update({ where: { id }, data: { state: "FAILED" } });
  return id;
}

/** A received mail of which somebody has to say what becomes of it, or of which it is known. */
async function receivedMail(state: "WAITING" | "QUARANTINED" | "TAKEN" | "BOUNCED" | "IGNORED"): Promise<void> {
  const { id } = await receive(mail("回答", { messageId: `<${state}@city.example>` }), "somebody@tomakomai.example");
  await db().inboundMessage.update({ where: { id: id ?? "" }, data: { state } });
}

describe("what waits for somebody", () => {
  it("is what their first heap holds, and for moderators the mails that could not be delivered lately", async () => {
    const { officer, otherOfficer, id } = await assigned();
    const theme = await makeTheme();
    await makeComment({ themeId: theme.id });
    await makeSubmission();
    await makeSubmission({ review: "RETURNED" });
    await failedMail({ submissionId: id });
    await failedMail({ submissionId: id }, subDays(noon, 31));
    for (const state of ["WAITING", "QUARANTINED", "TAKEN", "BOUNCED", "IGNORED"] as const) await receivedMail(state);
    const first = async (viewer: typeof officer) => {
      const all = queueFilterSchema.parse({});
      const { view, counts } = await listQueue(viewer, all, { locale: "ja", now: noon, size: 50 });
      return counts[view];
    };
    for (const viewer of [staff("MODERATOR"), staff("ADMIN")]) {
      expect(await countWaiting(viewer, noon)).toEqual({ queue: await first(viewer), mail: 1, inbox: 2 });
    }
    expect(await countWaiting(officer, noon)).toEqual({ queue: 1, mail: 0, inbox: 0 });
    expect(await first(officer)).toBe(1);
    expect(await countWaiting(otherOfficer, noon)).toEqual({ queue: 0, mail: 0, inbox: 0 });
    expect(await countWaiting(staff("OFFICER"), noon)).toEqual({ queue: 0, mail: 0, inbox: 0 });
    expect(await countWaiting(staff("VIEWER"), noon)).toEqual({ queue: 0, mail: 0, inbox: 0 });
  });

  it("is not counted beyond what matters", async () => {
    const theme = await makeTheme();
    for (let made = 0; made < countLimit / 2 + 5; made += 1) {
      await makeComment({ themeId: theme.id });
      await makeSubmission();
    }
    expect((await countWaiting(staff("MODERATOR"), noon)).queue).toBe(countLimit);
  });
});
