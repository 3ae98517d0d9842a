import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { changeDeskLanguage } from "#app/domain/staff/commands/change-desk-language.server.ts";
import { changePassword } from "#app/domain/staff/commands/change-password.server.ts";
import { endSession } from "#app/domain/staff/commands/end-session.server.ts";
import { renewRecoveryCodes } from "#app/domain/staff/commands/renew-recovery-codes.server.ts";
import { signOutEverywhere } from "#app/domain/staff/commands/sign-out-everywhere.server.ts";
import { changePasswordSchema, deskLocaleSchema, typedPasswordSchema } from "#app/domain/staff/staff.schema.ts";
import { safeNext } from "#app/domain/staff/staff.ts";
import { paths } from "#app/routes/paths.ts";
import type { StaffContext } from "./context.server.ts";
import { answerForm, doneAt } from "./desk-form.server.ts";
import { checked } from "./form.server.ts";
import type { RouteArgs } from "./route-args.ts";
import { endedSessionCookie } from "./staff-session.server.ts";

/** What can be done on one's own account page; each form names its `act`. New recovery codes are the only thing shown in the answer. */
export function answerAccountForm(args: RouteArgs, context: StaffContext) {
  const { sessionId } = context.session;
  const done = (deed: Parameters<typeof doneAt>[1]) => doneAt(paths.deskAccount(), deed);
  return answerForm(
    args,
    async ({ fields }) => {
      switch (fields.act) {
        case "language":
          await changeDeskLanguage(context, checked(z.object({ locale: deskLocaleSchema }), fields));
          // The switch in the desk's frame: back to the page it was pressed on, which says it all by being in the other language.
          if (fields.next !== undefined) throw redirect(safeNext(fields.next), 303);
          throw done("languageChanged");
        case "password":
          await changePassword(context, { sessionId, ...checked(changePasswordSchema, fields) });
          throw done("passwordChanged");
        case "codes": {
          const codes = await renewRecoveryCodes(context, checked(z.object({ password: typedPasswordSchema }), fields));
          return data({ codes, answer: undefined });
        }
        case "endSession":
          await endSession(context, checked(z.object({ id: z.uuid({ error: "choose" }) }), fields));
          throw done("sessionEnded");
        case "everywhere":
          await signOutEverywhere(context, { staffId: context.actor.id });
          throw redirect(`${paths.deskSignIn()}?ended=1`, {
            status: 303,
            headers: { "Set-Cookie": endedSessionCookie() },
          });
        default:
          throw notFound();
      }
    },
    () => ({ codes: undefined }),
  );
}
