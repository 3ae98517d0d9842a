import type { FlagKind } from "#app/domain/flag/flag.ts";
import { listFlagKinds } from "#app/domain/flag/queries/list-flag-kinds.server.ts";
import { countWaitingReports } from "#app/domain/report/queries/count-waiting-reports.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { db } from "#app/platform/database/client.server.ts";
import { claimedByOthers } from "../claim-item.server.ts";
import { type ForeseenItem, planProblem, type Recipient, type RunPreview, type SeenItem } from "../decision-run.ts";
import { idsByType, loadManyReviewed } from "../load-reviewed.server.ts";
import type { DecisionWords } from "../moderation.schema.ts";
import { afterDecision, type Decision, makesPublic, mayDecide } from "../moderation.ts";
import { previewDecision } from "./preview-decision.server.ts";
import { beginning } from "./queue-items.server.ts";

/**
 * Everything that a decision on these texts would do, told by the same rules that would take it: what each becomes or why it cannot, who is
 * mailed, what it would make public that should be looked at twice, and the first mail word for word. Nothing is changed or queued.
 */
export async function previewRun(
  viewer: StaffActor,
  decision: Decision,
  items: SeenItem[],
  words: DecisionWords,
  now: Date,
): Promise<RunPreview> {
  if (!mayDecide(viewer)) throw forbidden();
  const reviewed = await loadManyReviewed(db(), viewer, items);
  const claimed = await claimedByOthers(db(), viewer, items, now);
  const confirmed = await confirmedAmong([...reviewed.values()].flatMap(({ emailAddressId }) => emailAddressId ?? []));
  const beginnings = await beginningsOf(idsByType(items).comment);
  const flags = makesPublic(decision) ? await listFlagKinds(items) : new Map<string, FlagKind[]>();
  const foreseen = items.flatMap((item): ForeseenItem[] => {
    const found = reviewed.get(item.id);
    if (found === undefined) return [];
    const problem = planProblem(viewer, found, decision, item, { claimed });
    return [
      {
        ...item,
        number: found.number,
        kind: found.kind,
        title: found.title ?? beginnings.get(item.id) ?? "",
        from: found.review,
        to: problem === null ? afterDecision(found.review, decision) : null,
        problem,
        recipient: recipientOf(found.emailAddressId, confirmed),
        flags: flags.get(item.id) ?? [],
      },
    ];
  });
  const possible = foreseen.filter(({ problem }) => problem === null);
  const [first] = possible;
  const count = (recipient: Recipient) => possible.filter((item) => item.recipient === recipient).length;
  return {
    items: foreseen,
    recipients: { confirmed: count("confirmed"), unconfirmed: count("unconfirmed"), none: count("none") },
    alsoTold: decision === "APPROVE" ? await authorsToldOf(idsByType(possible).comment) : 0,
    closes: decision === "HIDE" ? await countWaitingReports(possible) : { reports: 0, told: 0 },
    mail: first ? { number: first.number, ...(await previewDecision(viewer, decision, first, words)) } : null,
  };
}

function recipientOf(emailAddressId: string | null, confirmed: ReadonlySet<string>): Recipient {
  if (emailAddressId === null) return "none";
  return confirmed.has(emailAddressId) ? "confirmed" : "unconfirmed";
}

async function confirmedAmong(emailAddressIds: string[]): Promise<Set<string>> {
  const rows = await db().emailAddress.findMany({
    where: { id: { in: emailAddressIds }, confirmedAt: { not: null } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

async function beginningsOf(commentIds: string[]): Promise<Map<string, string>> {
  const rows = await db().comment.findMany({ where: { id: { in: commentIds } }, select: { id: true, body: true } });
  return new Map(rows.map(({ id, body }) => [id, beginning(body)]));
}

/** How many mails about these comments go to authors of proposals: one for each comment by somebody else, as `mailCommented` sends them. */
async function authorsToldOf(commentIds: string[]): Promise<number> {
  const rows = await db().comment.findMany({
    where: { id: { in: commentIds }, publishedAt: null },
    select: {
      private: { select: { emailAddressId: true } },
      submission: { select: { private: { select: { emailAddressId: true } } } },
    },
  });
  const authors = rows.flatMap((comment) => {
    const author = comment.submission?.private?.emailAddressId ?? null;
    return author === null || author === comment.private?.emailAddressId ? [] : [author];
  });
  const confirmed = await confirmedAmong(authors);
  return authors.filter((author) => confirmed.has(author)).length;
}
