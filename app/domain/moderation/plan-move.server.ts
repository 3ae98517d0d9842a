import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { isPublic } from "#app/domain/submission/visibility.ts";
import { paths } from "#app/routes/paths.ts";
import { canMoveTheme } from "./arrangement.ts";
import { permitDecision } from "./escalation.server.ts";
import { loadReviewed, type Reviewed } from "./load-reviewed.server.ts";

export type MoveInput = { item: ItemRef; version: number; themeId: string; explanation: string };

export type Move = {
  reviewed: Reviewed;
  isPublic: boolean;
  from: { id: string; title: LocalizedText };
  to: { id: string; title: LocalizedText };
  message: PersonMessage;
};

/**
 * What putting an item under another theme would do: the preview on the desk and the command are both made from it.
 *
 * @throws not found; forbidden for all but moderators; conflict "changedMeanwhile", or "notPossibleNow" for what has no theme of its own;
 *   input for a theme that is its own already or whose plan is over
 */
export async function planMove(client: Transaction, viewer: Actor, input: MoveInput): Promise<Move> {
  const reviewed = await loadReviewed(client, viewer, input.item);
  permitDecision(viewer, reviewed, input.version);
  const { theme, standsAlone } = await place(client, reviewed);
  if (theme === null || !canMoveTheme({ ...reviewed, standsAlone })) throw conflict("notPossibleNow");
  if (theme.id === input.themeId) throw inputError({ themeId: ["sameTheme"] });
  const to = await client.theme.findUnique({
    where: { id: input.themeId },
    select: { id: true, slug: true, title: true, plan: { select: { participation: true } } },
  });
  if (to === null || to.plan.participation === "CLOSED") throw inputError({ themeId: ["choose"] });
  const names = { from: theme.title as LocalizedText, to: to.title as LocalizedText };
  const shown =
    reviewed.kind === "COMMENT"
      ? reviewed.review === "PUBLISHED"
      : isPublic({ kind: reviewed.kind, review: reviewed.review });
  return {
    reviewed,
    isPublic: shown,
    from: { id: theme.id, title: names.from },
    to: { id: to.id, title: names.to },
    message: {
      template: "moved",
      params: {
        item: { type: reviewed.type, id: reviewed.id, number: reviewed.number },
        kind: reviewed.kind,
        title: reviewed.title,
        ...names,
        explanation: input.explanation,
        path: !shown
          ? null
          : reviewed.type === "submission"
            ? reviewed.path
            : `${paths.theme(to.slug)}#${reviewed.number}`,
      },
      locale: reviewed.locale,
      threadKey: reviewed.number,
      ...columnOf(reviewed),
    },
  };
}

async function place(client: Transaction, { type, id }: ItemRef) {
  const theme = { select: { id: true, title: true } } as const;
  if (type === "submission") {
    const row = await client.submission.findUniqueOrThrow({ where: { id }, select: { theme } });
    return { theme: row.theme, standsAlone: true };
  }
  const row = await client.comment.findUniqueOrThrow({
    where: { id },
    select: { theme, submissionId: true, parentId: true },
  });
  return { theme: row.theme, standsAlone: row.submissionId === null && row.parentId === null };
}
