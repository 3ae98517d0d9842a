import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ConfirmAddressView } from "#app/components/tracking/confirm-address-view.tsx";
import { confirmCommentAddress } from "#app/domain/comment/commands/confirm-comment-address.server.ts";
import { type FoundConfirmation, findConfirmation } from "#app/domain/comment/queries/find-confirmation.server.ts";
import { confirmReportAddress } from "#app/domain/report/commands/confirm-report-address.server.ts";
import { isDomainError, notFound } from "#app/domain/shared/domain-error.ts";
import { confirmSubmissionAddress } from "#app/domain/submission/commands/confirm-submission-address.server.ts";
import { type RequestContext, requestContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import type { RouteArgs } from "#app/http/route-args.ts";
import { paths } from "#app/routes/paths.ts";

async function opened(args: RouteArgs) {
  await limit(args, "track");
  const context = requestContext(args);
  const token = args.params.token ?? "";
  const found = await findConfirmation(token, context.now);
  if (found === null) throw notFound("confirmationInvalid");
  return { context, token, found };
}

/** Opening the page confirms nothing: mail filters open links too. */
export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const { context, found } = await opened(args);
    const { of, ...shown } = found;
    const words =
      shown.mayPublish && shown.state === "open" ? "policy:confirmSent" : `track:confirmAddress.${shown.state}`;
    const title = text(context.locale).t(`${words}.title`);
    return { ...shown, isReport: "report" in of, page: privatePageInfo(context, title) };
  });
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    const { context, token, found } = await opened(args);
    try {
      await confirmAddress(context, found.of, token);
    } catch (error) {
      // too late by now: the page says so, and what to do
      if (!isDomainError(error) || error.code !== "CONFLICT") throw error;
    }
    return redirect(text(context.locale).path(paths.confirmAddress(token)), 303);
  });
}

async function confirmAddress(context: RequestContext, of: FoundConfirmation["of"], token: string): Promise<void> {
  if ("report" in of) return confirmReportAddress(context, { reportId: of.report, token });
  const confirm = of.author.of === "comment" ? confirmCommentAddress : confirmSubmissionAddress;
  return confirm({ ...context, actor: of.author }, { token });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function ConfirmAddress() {
  return <ConfirmAddressView {...useLoaderData<typeof loader>()} />;
}
