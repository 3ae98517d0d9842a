import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SignInLinkView } from "#app/components/staff/sign-in-view.tsx";
import { signInByLink } from "#app/domain/staff/commands/sign-in-by-link.server.ts";
import { findSignInLink } from "#app/domain/staff/queries/find-sign-in-link.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { entryContext, signInFacts } from "#app/http/desk-frame.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { limit } from "#app/http/limits.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { pathAfter, sessionCookie } from "#app/http/staff-session.server.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await entryContext(args);
    const link = await findSignInLink(args.params.token ?? "", context.now);
    const page = privatePageInfo(context, text(context.locale).t("desk:signIn.linkTitle"));
    return { staffLocale: context.locale, page, link };
  });
}

export function action(args: ActionFunctionArgs) {
  return respondPage(async () => {
    await limit(args, "sign-in");
    const { userAgent } = signInFacts(args);
    const session = await signInByLink(requestContext(args), { token: args.params.token ?? "", userAgent });
    const headers = { "Set-Cookie": sessionCookie(session.token, session.expiresAt) };
    return redirect(pathAfter(session.stage, null), { status: 303, headers });
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function SignInLink() {
  const { link } = useLoaderData<typeof loader>();
  return <SignInLinkView {...link} />;
}
