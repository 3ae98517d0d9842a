import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { fillPlaceholders, hasPlaceholder } from "./canned-reply.ts";
import type { Reviewed } from "./load-reviewed.server.ts";
import type { DecisionWords } from "./moderation.schema.ts";
import { type Decision, wordsNeeded } from "./moderation.ts";
import { placeholderValues } from "./placeholder-values.server.ts";
import type { SaidWords } from "./reasons.ts";

/**
 * What the author will be told: the reason as it is called now and the explanation with its placeholders filled. The forms ask for the words
 * already; this keeps every other way in to the same rule.
 *
 * @throws INPUT without the words the decision needs, or with a reason that is not offered for it (any more)
 */
export async function saidWords(
  client: Transaction,
  viewer: Actor,
  decision: Decision,
  reviewed: Reviewed,
  { reasonCode, explanation }: DecisionWords,
): Promise<SaidWords> {
  const needed = wordsNeeded(decision);
  const reason = needed === "reason" ? await offeredReason(client, decision, reasonCode) : null;
  if (needed === "none") return { reason: null, explanation: null };
  const text = explanation ?? "";
  if (text.trim() === "") throw inputError({ explanation: ["required"] });
  if (!hasPlaceholder(text)) return { reason, explanation: text };
  return { reason, explanation: fillPlaceholders(text, await placeholderValues(client, viewer, reviewed)) };
}

/**
 * What a reason that can be given for a decision is called now.
 *
 * @throws INPUT for none, or one that is not offered for it (any more)
 */
export async function offeredReason(
  client: Transaction,
  decision: Decision,
  key: string | null,
): Promise<LocalizedText> {
  if (key === null) throw inputError({ reasonCode: ["choose"] });
  const reason = await client.reason.findUnique({
    where: { key },
    select: { label: true, decisions: true, isActive: true },
  });
  if (!reason?.isActive) throw inputError({ reasonCode: ["choose"] });
  if (!reason.decisions.includes(decision)) throw inputError({ reasonCode: ["reasonNotForDecision"] });
  return reason.label as LocalizedText;
}
