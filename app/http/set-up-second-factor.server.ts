import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { SecondFactorSetUp } from "#app/components/staff/second-factor-view.tsx";
import { enableSecondFactor } from "#app/domain/staff/commands/enable-second-factor.server.ts";
import { putOffSecondFactor } from "#app/domain/staff/commands/put-off-second-factor.server.ts";
import type { SignedIn } from "#app/domain/staff/find-session.server.ts";
import { newEnrolment, reopenEnrolment } from "#app/domain/staff/second-factor.server.ts";
import { typedCodeSchema } from "#app/domain/staff/staff.schema.ts";
import type { RequestContext } from "./context.server.ts";
import { answerForm } from "./desk-form.server.ts";
import { checked } from "./form.server.ts";
import { qrCode } from "./qr-code.server.ts";
import type { RouteArgs } from "./route-args.ts";
import { sessionCookie } from "./staff-session.server.ts";

const formSchema = z.object({
  enrolment: z.string({ error: "required" }).max(2_000, { error: "required" }),
  code: typedCodeSchema,
  password: z.string().max(1_000, { error: "passwordTooLong" }).optional(),
});

/** What the page of the set-up shows: a new secret, as text and as a QR code. */
export function newSetUp(session: SignedIn, now: Date): SecondFactorSetUp {
  const { uri, ...enrolment } = newEnrolment(session.account, now);
  return { ...enrolment, qr: qrCode(uri) };
}

/** The set-up of a second factor, in the sign-in and on the account page: shows the codes once, or comes back with the same secret. */
export function answerSetUp(args: RouteArgs, session: SignedIn, context: RequestContext, next: string) {
  const staff = { ...context, actor: session.actor };
  return answerForm(
    args,
    async ({ fields }) => {
      if (fields.act === "putOff") {
        const done = await putOffSecondFactor(staff, { sessionId: session.sessionId });
        throw redirect(next, { status: 303, headers: { "Set-Cookie": sessionCookie(done.token, done.expiresAt) } });
      }
      const { enrolment, code, password = null } = checked(formSchema, fields);
      const done = await enableSecondFactor(staff, { sessionId: session.sessionId, enrolment, code, password });
      const headers = { "Set-Cookie": sessionCookie(done.token, done.expiresAt) };
      return data({ codes: done.recoveryCodes, next, answer: undefined, setUp: undefined }, { headers });
    },
    (fields) => {
      const again = reopenEnrolment(session.account, fields.enrolment ?? "", context.now);
      return {
        setUp: again ? { secret: again.secret, sealed: again.sealed, qr: qrCode(again.uri) } : undefined,
        codes: undefined,
        next,
      };
    },
  );
}
