import { actorLabel } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { conflict, notFound } from "#app/domain/shared/domain-error.ts";
import { isOpen, mayReadInbox } from "./inbox.ts";

const columns = {
  id: true,
  version: true,
  state: true,
  reason: true,
  own: true,
  submissionId: true,
  answerLinkId: true,
} as const;

/** A message that waits for a moderator. */
export type OpenMessage = Awaited<ReturnType<typeof loadOpenMessage>>;

/**
 * The message a moderator decides about. Others learn nothing, also not that there is one.
 *
 * @throws not found; conflict "changedMeanwhile" if somebody decided meanwhile
 */
export async function loadOpenMessage(context: TxContext, { id, version }: { id: string; version: number }) {
  const message = mayReadInbox(context.actor)
    ? await context.tx.inboundMessage.findUnique({ where: { id }, select: columns })
    : null;
  if (message === null) throw notFound();
  if (message.version !== version || !isOpen(message.state)) throw conflict("changedMeanwhile");
  return message;
}

/** Writes down what became of it and who decided. Of two who decide at once, one is told that it changed. */
export async function settleMessage(
  context: TxContext,
  { id, version }: Pick<OpenMessage, "id" | "version">,
  became: { state: "TAKEN"; act: string; submissionId: string; answerId: string } | { state: "IGNORED" },
): Promise<void> {
  const { count } = await context.tx.inboundMessage.updateMany({
    where: { id, version },
    data: {
      ...became,
      settledById: context.actor.kind === "staff" ? context.actor.id : null,
      settledBy: actorLabel(context.actor),
      settledAt: context.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw conflict("changedMeanwhile");
}
