import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RevisePage } from "#app/components/tracking/revise-page.tsx";
import { reviseComment } from "#app/domain/comment/commands/revise-comment.server.ts";
import { commentRevisionSchema } from "#app/domain/comment/comment.schema.ts";
import { getTracked } from "#app/domain/comment/queries/get-tracked.server.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { reviseSubmission } from "#app/domain/submission/commands/revise-submission.server.ts";
import { ideaRevisionSchema, partnershipRevisionSchema } from "#app/domain/submission/submission.schema.ts";
import { text } from "#app/http/context.server.ts";
import { formSteps } from "#app/http/form-steps.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { trackedContext } from "#app/http/tracked.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await trackedContext(args);
    return {
      item: await getTracked(context.actor, context),
      backHref: context.back(),
      page: privatePageInfo(context, text(context.locale).t("track:revise.title")),
    };
  });
}

const version = { version: versionField };

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    const context = await trackedContext(args);
    const item = await getTracked(context.actor, context);
    const revised = `${paths.tracked(context.number, context.key)}?done=revised`;
    if (item.type === "comment") {
      return formSteps(args, {
        limit: "comment",
        schema: commentRevisionSchema.extend(version),
        send: async (value) => {
          await reviseComment(context, value);
          return revised;
        },
      });
    }
    if (item.kind === "PARTNERSHIP") {
      return formSteps(args, {
        limit: "submit",
        schema: partnershipRevisionSchema.extend(version),
        send: async (value) => {
          await reviseSubmission(context, { kind: "PARTNERSHIP", ...value });
          return revised;
        },
      });
    }
    return formSteps(args, {
      limit: "submit",
      schema: ideaRevisionSchema.extend(version),
      send: async (value) => {
        await reviseSubmission(context, { kind: "IDEA", ...value });
        return revised;
      },
    });
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function TrackRevise() {
  const { item, backHref } = useLoaderData<typeof loader>();
  return <RevisePage item={item} step={useActionData<typeof action>()} backHref={backHref} />;
}
