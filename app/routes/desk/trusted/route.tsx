import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TrustedView } from "#app/components/moderation/trusted-view.tsx";
import { revokeTrust } from "#app/domain/moderation/commands/revoke-trust.server.ts";
import { listTrusted } from "#app/domain/moderation/queries/list-trusted.server.ts";
import { revokeTrustSchema } from "#app/domain/moderation/trust.schema.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { paths } from "#app/routes/paths.ts";

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const asked = context.url.searchParams;
  return {
    page: privatePageInfo(context, text(context.locale).t("trusted:title")),
    trusted: await listTrusted(context.actor, {
      after: asked.get("after"),
      before: asked.get("before"),
      size: pageSize,
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    await revokeTrust(context, checked(revokeTrustSchema, fields));
    throw doneAt(paths.deskTrusted(), "trustRevoked");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Trusted() {
  const { trusted } = useLoaderData<typeof loader>();
  return <TrustedView trusted={trusted} answer={useActionData<typeof action>()?.answer} />;
}
