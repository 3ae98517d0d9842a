import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { HandOverView } from "#app/components/handling/hand-over-view.tsx";
import { handOverDesk } from "#app/domain/handling/commands/hand-over-desk.server.ts";
import { handOverSchema } from "#app/domain/handling/handling.schema.ts";
import { previewHandOver } from "#app/domain/handling/queries/preview-hand-over.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt, idParam } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR");
    const handOver = await previewHandOver(context.actor, idParam(args), context.locale);
    return { page: privatePageInfo(context, text(context.locale).t("clock:handOver.title")), handOver };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const deskId = idParam(args);
  return answerForm(args, async ({ fields }) => {
    await handOverDesk(context, { deskId, ...checked(handOverSchema, fields) });
    throw doneAt(paths.deskDesk(deskId), "handedOver");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function HandOver() {
  const { handOver } = useLoaderData<typeof loader>();
  return <HandOverView page={handOver} answer={useActionData<typeof action>()?.answer} />;
}
