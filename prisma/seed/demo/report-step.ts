import { closeReports } from "#app/domain/moderation/commands/close-reports.server.ts";
import { reportItem } from "#app/domain/moderation/commands/report-item.server.ts";
import { columnOf, type ItemRef } from "#app/domain/shared/item-column.ts";
import { randomToken } from "#app/platform/crypto.ts";
import type { ReportStep } from "../content/sample-types.ts";
import { type Stage, sampleSender } from "./moment.ts";

/** A reader reports one text, or the sample moderator finds nothing wrong with it. */
export async function reportStep(
  stage: Stage,
  step: ReportStep,
  item: ItemRef & { number: string },
  version: number,
): Promise<void> {
  switch (step.do) {
    case "report":
      return reportItem(stage.as(sampleSender), {
        item,
        reasonCode: step.reasonCode,
        words: step.words,
        email: null,
        idempotencyKey: randomToken(),
      });
    case "keepReports": {
      const context = stage.as(stage.cast.moderator);
      const open = await context.tx.report.findMany({
        where: { ...columnOf(item), closedAt: null },
        select: { id: true },
      });
      const reports = open.map(({ id }) => id);
      return closeReports(context, { item, version, reports, outcome: "KEPT", explanation: step.explanation });
    }
  }
}
