import { actorId, actorLabel } from "#app/domain/shared/actor.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";

export type AuditSubject = {
  type:
    | "submission"
    | "comment"
    | "theme"
    | "question"
    | "plan"
    | "department"
    | "section"
    | "desk"
    | "routing-rule"
    | "staff"
    | "invitation"
    | "session"
    | "mail"
    | "received-mail"
    | "setting"
    | "outcome"
    | "email-address"
    | "glossary-term"
    | "decision-run"
    | "reason"
    | "canned-reply"
    | "flag-word"
    | "trusted-address"
    | "follow"
    | "list";
  id: string;
  number?: string | null;
};

/**
 * Writes the one audit entry of a command, in its transaction. `action` is the command's file name without ending; `detail` holds codes,
 * ids and states, and the reason a member of staff gave for looking; never a citizen's words or contact data.
 */
export async function recordAudit(
  context: TxContext,
  entry: { action: string; subject: AuditSubject; detail?: Prisma.InputJsonObject },
): Promise<void> {
  await context.tx.auditEntry.create({
    data: {
      at: context.now,
      actorKind: context.actor.kind,
      actorId: actorId(context.actor),
      actorLabel: actorLabel(context.actor),
      action: entry.action,
      subjectType: entry.subject.type,
      subjectId: entry.subject.id,
      subjectNumber: entry.subject.number ?? null,
      detail: entry.detail ?? {},
    },
  });
}
