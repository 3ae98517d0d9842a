import { inOfficeOn } from "#app/domain/directory/desk-office.ts";
import type { MailDesk } from "#app/domain/mail/mail-message.ts";
import type { PersonMessage } from "#app/domain/participant/mail-if-confirmed.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { conflict, inputError } from "#app/domain/shared/domain-error.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { kindAfter } from "#app/domain/submission/submission.ts";
import { permitDecision } from "./escalation.server.ts";
import { loadReviewed, type Reviewed } from "./load-reviewed.server.ts";

export type KindInput = {
  submissionId: string;
  version: number;
  /** The desk that answers what becomes an inquiry, or the theme of what becomes a citizen's idea. */
  to: string;
  explanation: string;
};

export type KindChange = {
  reviewed: Reviewed;
  /** What it becomes, and where it goes. */
  to:
    | { kind: "INQUIRY"; deskId: string; dueOn: IsoDate; name: LocalizedText }
    | { kind: "IDEA"; themeId: string; name: LocalizedText };
  message: PersonMessage;
};

/**
 * What changing the kind of a submission would do: the preview on the desk and the command are both made from it.
 *
 * @throws not found; forbidden for all but moderators; conflict "changedMeanwhile", "kindAnswered" for an inquiry that a desk has begun to answer,
 *   "kindAppealed" while an appeal waits, which whoever took the decision would settle by it; "notPossibleNow" for whatever else does not change
 *   its kind; input for a desk or theme that takes nothing
 */
export async function planKind(client: Transaction, viewer: Actor, input: KindInput, now: Date): Promise<KindChange> {
  const reviewed = await loadReviewed(client, viewer, { type: "submission", id: input.submissionId });
  permitDecision(viewer, reviewed, input.version);
  const kind = reviewed.kind === "COMMENT" ? null : kindAfter({ kind: reviewed.kind, review: reviewed.review });
  if (kind === null) throw conflict("notPossibleNow");
  const answers = await client.answer.count({ where: { submissionId: reviewed.id } });
  if (answers > 0) throw conflict("kindAnswered");
  const { appealDueOn } = await client.submission.findUniqueOrThrow({
    where: { id: reviewed.id },
    select: { appealDueOn: true },
  });
  if (appealDueOn !== null) throw conflict("kindAppealed");
  const envelope = { locale: reviewed.locale, threadKey: reviewed.number, submissionId: reviewed.id };
  const item = { type: "submission", id: reviewed.id, number: reviewed.number } as const;
  const words = { item, title: reviewed.title ?? "", explanation: input.explanation };
  if (kind === "INQUIRY") {
    const desk = await openDesk(client, input.to, isoDate(now));
    const { answerDays } = await getSettings(client);
    const dueOn = addBusinessDays(isoDate(now), answerDays.INQUIRY);
    return {
      reviewed,
      to: { kind, deskId: input.to, dueOn, name: desk.name },
      message: { ...envelope, template: "became-inquiry", params: { ...words, desk, dueOn } },
    };
  }
  const theme = await openTheme(client, input.to);
  return {
    reviewed,
    to: { kind, themeId: input.to, name: theme },
    message: { ...envelope, template: "became-idea", params: { ...words, theme } },
  };
}

async function openDesk(client: Transaction, id: string, day: IsoDate): Promise<MailDesk> {
  const desk = await client.desk.findFirst({
    where: { id, ...inOfficeOn(day) },
    select: { name: true, phone: true, hours: true, section: { select: { name: true } } },
  });
  if (desk === null) throw inputError({ to: ["choose"] });
  return {
    name: desk.name as LocalizedText,
    section: desk.section.name as LocalizedText,
    phone: desk.phone,
    hours: desk.hours as LocalizedText,
  };
}

async function openTheme(client: Transaction, id: string): Promise<LocalizedText> {
  const theme = await client.theme.findUnique({
    where: { id },
    select: { title: true, acceptsIdeas: true, plan: { select: { participation: true } } },
  });
  // its days do not count: what is put in its place by the office was sent before
  const takesIdeas = theme?.plan.participation === "OPEN" && theme.acceptsIdeas;
  if (theme === null || !takesIdeas) throw inputError({ to: ["choose"] });
  return theme.title as LocalizedText;
}
