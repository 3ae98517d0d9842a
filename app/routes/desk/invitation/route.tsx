import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitationView } from "#app/components/staff/invitation-view.tsx";
import { acceptInvitation } from "#app/domain/staff/commands/accept-invitation.server.ts";
import { findInvitation } from "#app/domain/staff/queries/find-invitation.server.ts";
import { acceptBootstrapSchema, acceptInvitationSchema } from "#app/domain/staff/staff.schema.ts";
import { text } from "#app/http/context.server.ts";
import { answerForm } from "#app/http/desk-form.server.ts";
import { entryContext, signInFacts } from "#app/http/desk-frame.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { pathAfter, sessionCookie } from "#app/http/staff-session.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const { now } = await entryContext(args);
    const invitation = await findInvitation(args.params.token ?? "", now);
    const context = await entryContext(args, invitation.locale);
    const page = privatePageInfo(context, text(context.locale).t("desk:invitation.title"));
    return { staffLocale: context.locale, page, invitation };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await entryContext(args);
  return answerForm(args, async ({ fields }) => {
    await limit(args, "sign-in");
    const token = args.params.token ?? "";
    const { isBootstrap } = await findInvitation(token, context.now);
    const input = isBootstrap ? checked(acceptBootstrapSchema, fields) : checked(acceptInvitationSchema, fields);
    const session = await acceptInvitation(context, { ...input, token, userAgent: signInFacts(args).userAgent });
    const headers = { "Set-Cookie": sessionCookie(session.token, session.expiresAt) };
    return redirect(pathAfter(session.stage, null), { status: 303, headers });
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Invitation() {
  const { invitation } = useLoaderData<typeof loader>();
  return <InvitationView invitation={invitation} answer={useActionData<typeof action>()?.answer} />;
}
