import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SignInView } from "#app/components/staff/sign-in-view.tsx";
import { signIn } from "#app/domain/staff/commands/sign-in.server.ts";
import { signInSchema } from "#app/domain/staff/staff.schema.ts";
import { safeNext } from "#app/domain/staff/staff.ts";
import { text } from "#app/http/context.server.ts";
import { answerForm } from "#app/http/desk-form.server.ts";
import { entryContext, signInFacts } from "#app/http/desk-frame.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { findSignedIn, pathAfter, sessionCookie } from "#app/http/staff-session.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await entryContext(args);
  const session = await findSignedIn(args);
  if (session?.stage === "complete") throw redirect(safeNext(context.url.searchParams.get("next")), 303);
  const { t } = text(context.locale);
  return {
    staffLocale: context.locale,
    page: privatePageInfo(context, t("desk:signIn.title")),
    ended: context.url.searchParams.has("ended"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await entryContext(args);
  return answerForm(args, async ({ fields }) => {
    const session = await signIn(context, { ...checked(signInSchema, fields), ...signInFacts(args) });
    const headers = { "Set-Cookie": sessionCookie(session.token, session.expiresAt) };
    return redirect(pathAfter(session.stage, context.url.searchParams.get("next")), { status: 303, headers });
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function SignIn() {
  const { ended } = useLoaderData<typeof loader>();
  return <SignInView answer={useActionData<typeof action>()?.answer} ended={ended} />;
}
