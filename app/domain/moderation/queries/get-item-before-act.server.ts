import { visibleComments } from "#app/domain/comment/queries/visible-comments.server.ts";
import { listFlags } from "#app/domain/flag/queries/list-flags.server.ts";
import { deskSubmissions } from "#app/domain/handling/queries/desk-submissions.server.ts";
import { countWaitingReports } from "#app/domain/report/queries/count-waiting-reports.server.ts";
import type { StaffActor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { fieldsOf, publishedPhones, withFindings } from "../public-fields.server.ts";
import type { ItemBeforeAct } from "../review-page.ts";

/**
 * What stands on the page before an act on an item: its public texts and the rule that was chosen, and none of what the item's page adds.
 *
 * @param item with its receipt number, as the page's address has it
 * @param act the name of the act
 * @param reasonKey as it was typed; the act has checked it
 * @throws DomainError NOT_FOUND for those who do not work with the item
 */
export async function getItemBeforeAct(
  viewer: StaffActor,
  { type, number }: Pick<ItemRef, "type"> & { number: string },
  { act, reasonKey, locale }: { act: string; reasonKey: string | undefined; locale: Locale },
): Promise<ItemBeforeAct> {
  const [row, phones, reason] = await Promise.all([
    type === "submission" ? findSubmission(viewer, number) : findComment(viewer, number),
    publishedPhones(),
    reasonKey ? db().reason.findUnique({ where: { key: reasonKey }, select: { label: true, guideline: true } }) : null,
  ]);
  if (row === null) throw notFound();
  const words = (text: unknown) => pick(text as LocalizedText, locale);
  return {
    number,
    kind: row.kind,
    version: row.version,
    fields: withFindings(fieldsOf(type, row), phones),
    flags: await listFlags({ type, id: row.id }),
    closes: act === "hide" ? await countWaitingReports([{ type, id: row.id }]) : { reports: 0, told: 0 },
    reason: reason && { label: words(reason.label), guideline: words(reason.guideline) },
  };
}

const columns = { id: true, version: true, body: true, displayName: true } as const;

function findSubmission(viewer: StaffActor, number: string) {
  return db().submission.findFirst({
    where: { AND: [deskSubmissions(viewer), { number }] },
    select: { ...columns, kind: true, title: true, expectedEffect: true, area: true, organizationName: true },
  });
}

async function findComment(viewer: StaffActor, number: string) {
  const row = await db().comment.findFirst({
    where: { AND: [visibleComments(viewer), { number }] },
    select: columns,
  });
  return row && { ...row, kind: "COMMENT" as const };
}
