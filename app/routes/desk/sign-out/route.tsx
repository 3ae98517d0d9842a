import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "#app/domain/staff/commands/sign-out.server.ts";
import { requestContext } from "#app/http/context.server.ts";
import { endedSessionCookie, sessionToken } from "#app/http/staff-session.server.ts";
import { paths } from "#app/routes/paths.ts";

/** Opened as a page there is nothing to see, and nothing ends: that takes the button. */
export function loader() {
  return redirect(paths.desk(), 303);
}

export async function action(args: ActionFunctionArgs) {
  await signOut(requestContext(args), { token: sessionToken(args.request) });
  const headers = { "Set-Cookie": endedSessionCookie(), "Cache-Control": "no-store" };
  return redirect(`${paths.deskSignIn()}?ended=1`, { status: 303, headers });
}
