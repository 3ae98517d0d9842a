import { declineItem } from "#app/domain/moderation/commands/decline-item.server.ts";
import { fileAppeal } from "#app/domain/moderation/commands/file-appeal.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { as, makeAddress, makeSubmission, makeTheme, noon, staff } from "./review-rows.ts";

/** The morning after {@link noon}. */
export const nextDay = new Date("2026-11-25T01:00:00.000Z");

export const refusal = { reasonCode: "ABUSE", explanation: "ほかの人を傷つける言葉があります。" } as const;

/** A submission that was declined at noon, with a confirmed address of its author. */
export async function declinedSubmission(decider: StaffActor = staff("MODERATOR")) {
  const theme = await makeTheme();
  const emailAddressId = await makeAddress("author@example.com");
  const { id, number } = await makeSubmission({ themeId: theme.id, hidden: { emailAddressId } });
  const item = { type: "submission", id } as const;
  await declineItem(as(decider, noon), { item, version: 1, ...refusal });
  const decision = await db().reviewDecision.findFirstOrThrow({ where: { submissionId: id } });
  const author = as({ kind: "author", of: "submission", id }, nextDay);
  return { item, number, theme, decider, author, decisionId: decision.id };
}

/** The same, and its author appealed the next morning; `appealed` is what a decision about it needs besides its words. */
export async function appealedSubmission(decider?: StaffActor) {
  const declined = await declinedSubmission(decider);
  await fileAppeal(declined.author, { decisionId: declined.decisionId, words: "傷つける言葉はどこにもありません。" });
  const appeal = await db().appeal.findFirstOrThrow({ where: { submissionId: declined.item.id } });
  return { ...declined, appealed: { item: declined.item, version: 3, appealId: appeal.id } };
}
