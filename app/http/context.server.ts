import type { Translate } from "#app/components/text.tsx";
import { anonymous, type StaffActor, type StaffRole } from "#app/domain/shared/actor.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import type { SignedIn } from "#app/domain/staff/find-session.server.ts";
import { now } from "#app/platform/clock.ts";
import { translator } from "#app/platform/i18n/translator.server.ts";
import { localizedPath, splitLocale } from "#app/routes/paths.ts";
import "./load-context.ts";
import { errorResponse } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";
import { requireSignedIn } from "./staff-session.server.ts";

export type RequestContext = CommandContext & { clientAddress: string; url: URL; requestId: string; secure: boolean };

/** An anonymous visitor's context; the language is the address's. */
export function requestContext(args: RouteArgs): RequestContext {
  const url = new URL(args.request.url);
  return {
    actor: anonymous,
    now: now(),
    locale: splitLocale(url.pathname).locale,
    clientAddress: args.context.clientAddress,
    requestId: args.context.requestId,
    secure: args.context.secure,
    url,
  };
}

export type StaffContext = RequestContext & { actor: StaffActor; session: SignedIn };

/**
 * A signed-in staff member's context, in their language. Without a complete sign-in the browser is sent there and comes back; with another
 * role than one of `roles` (none named: any) it is a 403.
 */
export async function staffContext(args: RouteArgs, ...roles: StaffRole[]): Promise<StaffContext> {
  const session = await requireSignedIn(args);
  if (roles.length > 0 && !roles.includes(session.actor.role)) throw errorResponse(forbidden());
  return { ...requestContext(args), actor: session.actor, locale: session.account.locale, session };
}

/** Words for loaders, actions and titles: `t`, and `path`, which adds the language's prefix. */
export function text(locale: Locale): { t: Translate; path: (address: string) => string } {
  const t = translator(locale);
  return {
    t: t as Translate,
    path: (address) => localizedPath(locale, address),
  };
}
