import type { DeskFrameData } from "#app/components/desk/desk-frame.tsx";
import { countWaiting } from "#app/domain/moderation/queries/count-waiting.server.ts";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";
import { type RequestContext, requestContext } from "./context.server.ts";
import { network } from "./limits.server.ts";
import type { RouteArgs } from "./route-args.ts";
import { findSignedIn, requireSignedIn } from "./staff-session.server.ts";

/** What the frame of the desk shows, and the reader's language; sends everybody to the sign-in who may not be here. */
export async function deskFrame(args: RouteArgs): Promise<{ staffLocale: "ja" | "en"; frame: DeskFrameData }> {
  const { account, actor } = await requireSignedIn(args);
  return {
    staffLocale: account.locale,
    frame: {
      name: account.name,
      role: account.role,
      isSample: account.isSample,
      secondFactorPutOff: account.secondFactorPutOff,
      mailStaysHere: env().SMTP_URL === undefined,
      waiting: await countWaiting(actor, now()),
    },
  };
}

/** The language of a page before the desk opens: as chosen on it, else of the half-finished sign-in, else open. */
export async function chosenLocale(args: RouteArgs): Promise<"ja" | "en" | null> {
  const chosen = new URL(args.request.url).searchParams.get("lang");
  if (chosen === "ja" || chosen === "en") return chosen;
  return (await findSignedIn(args))?.account.locale ?? null;
}

/** A visitor's context on such a page. `fallback`: the language of what brought them here. */
export async function entryContext(
  args: RouteArgs,
  fallback: "ja" | "en" = "ja",
): Promise<RequestContext & { locale: "ja" | "en" }> {
  return { ...requestContext(args), locale: (await chosenLocale(args)) ?? fallback };
}

/** What the pages before the desk need to know of the request. */
export function signInFacts(args: RouteArgs): { network: string; userAgent: string | null } {
  return { network: network(args.context.clientAddress), userAgent: args.request.headers.get("user-agent") };
}
