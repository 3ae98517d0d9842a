import { z } from "zod";
import { closingOutcomes, otherReason, reportLimits, reportsShown } from "#app/domain/report/report.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { optionalEmail, optionalText, requiredText } from "#app/domain/submission/form-fields.ts";
import { explanationLimit } from "./moderation.schema.ts";

/**
 * Form fields of a report: `reasonCode`, one of those offered or {@link otherReason}; `words`, which that one needs; `email`, whom to tell.
 * Whether the reason is offered is the command's to say.
 */
export const reportSchema = z
  .object({
    reasonCode: z.string({ error: "choose" }).min(1, { error: "choose" }).max(40, { error: "choose" }),
    words: optionalText(reportLimits.words),
    email: optionalEmail,
  })
  .refine(({ reasonCode, words }) => reasonCode !== otherReason || words !== null, {
    path: ["words"],
    error: "reportWords",
  });

export type ReportFields = z.output<typeof reportSchema>;

/** The reports that a page showed, as one field. */
export const reportIds = (reports: readonly { id: string }[]) => reports.map(({ id }) => id).join(",");

const shownReports = z
  .string({ error: "input" })
  .transform((value) => value.split(","))
  .pipe(z.array(z.uuid({ error: "input" })).max(reportsShown, { error: "input" }));

/** Form field of an act that closes the reports on its way: `closeReports`, the reports the page showed, if its box is ticked. */
export const closedReportsSchema = z
  .object({ closeReports: shownReports.optional() })
  .transform(({ closeReports }) => ({ closes: closeReports ?? [] }));

/** Form fields of closing reports: the item's `version`, the `reports` the page showed, the `outcome`, and the `explanation` for their readers. */
export const closeReportsSchema = z.object({
  version: versionField,
  reports: shownReports,
  outcome: z.enum(closingOutcomes, { error: "choose" }),
  explanation: requiredText(explanationLimit),
});

/** Form field of showing how to reach who sent a `report`. */
export const viewReporterSchema = z.object({ report: z.uuid({ error: "input" }) });
