import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { z } from "zod";
import { SecondStepView } from "#app/components/staff/sign-in-view.tsx";
import { confirmSecondFactor } from "#app/domain/staff/commands/confirm-second-factor.server.ts";
import { typedCodeSchema } from "#app/domain/staff/staff.schema.ts";
import { text } from "#app/http/context.server.ts";
import { answerForm } from "#app/http/desk-form.server.ts";
import { entryContext } from "#app/http/desk-frame.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { pathAfter, requireStage, sessionCookie } from "#app/http/staff-session.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireStage(args, "second-factor");
  const context = await entryContext(args, session.account.locale);
  return {
    staffLocale: context.locale,
    page: privatePageInfo(context, text(context.locale).t("desk:signIn.secondTitle")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireStage(args, "second-factor");
  const context = await entryContext(args);
  return answerForm(args, async ({ fields }) => {
    const { code } = checked(z.object({ code: typedCodeSchema }), fields);
    const done = await confirmSecondFactor(
      { ...context, actor: session.actor },
      { sessionId: session.sessionId, code },
    );
    const headers = { "Set-Cookie": sessionCookie(done.token, done.expiresAt) };
    return redirect(pathAfter(done.stage, context.url.searchParams.get("next")), { status: 303, headers });
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function SecondStep() {
  return <SecondStepView answer={useActionData<typeof action>()?.answer} />;
}
