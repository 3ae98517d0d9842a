import { closeReports } from "#app/domain/moderation/commands/close-reports.server.ts";
import { viewReporter } from "#app/domain/moderation/commands/view-reporter.server.ts";
import { previewClosing } from "#app/domain/moderation/queries/preview-closing.server.ts";
import { closeReportsSchema, viewReporterSchema } from "#app/domain/moderation/report.schema.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type Act, closingStep, done, isPreview } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";

/** Closing what readers reported about a text, and showing who wants to be told. */
export function reportActs(context: StaffContext, item: ItemRef, { afterwards }: WayOn): Record<string, Act> {
  return {
    "close-reports": async (fields) => {
      const input = { item, ...checked(closeReportsSchema, fields) };
      if (isPreview(fields)) return closingStep(fields, await previewClosing(context.actor, input));
      await closeReports(context, input);
      return done(afterwards, "close-reports");
    },
    "show-reporter": async (fields) => {
      const { report } = checked(viewReporterSchema, fields);
      return { step: "reporter", report, reporter: await viewReporter(context, { item, report }) };
    },
  };
}
