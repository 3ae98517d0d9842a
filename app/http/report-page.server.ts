import { reportItem } from "#app/domain/moderation/commands/report-item.server.ts";
import { getReportForm } from "#app/domain/moderation/queries/get-report-form.server.ts";
import { reportSchema } from "#app/domain/moderation/report.schema.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { paths } from "#app/routes/paths.ts";
import { requestContext, text } from "./context.server.ts";
import { formSteps } from "./form-steps.server.ts";
import { pageInfo } from "./page-info.server.ts";
import { respondPage } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";
import { senderOf } from "./sender.server.ts";

const addressOf = { submission: paths.reportProposal, comment: paths.reportComment } as const;

/** The page on which a reader reports the published text whose number the address names. */
export function loadReport(args: RouteArgs, type: ItemRef["type"]) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { actor, locale, url } = context;
    const form = await getReportForm(actor, { type, number: args.params.number ?? "" }, locale);
    const isSent = url.searchParams.get("done") === "sent";
    const { t } = text(locale);
    const title = `${t(isSent ? "report:sent.title" : "report:form.title")}: ${form.number}`;
    return { form, isSent, page: pageInfo(context, { title, description: t("report:form.lead") }) };
  });
}

/** Takes what was typed there, in steps. */
export function takeReport(args: RouteArgs, type: ItemRef["type"]) {
  const context = requestContext(args);
  const number = args.params.number ?? "";
  return respondPage(() =>
    formSteps(args, {
      limit: "report",
      schema: reportSchema,
      send: async (fields, idempotencyKey) => {
        await reportItem(context, { ...fields, item: { type, number }, idempotencyKey, sender: senderOf(args) });
        return addressOf[type](number, "sent");
      },
    }),
  );
}
