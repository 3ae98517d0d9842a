import { type AppLoadContext, redirect } from "@remix-run/node";
import { findSession, type SignedIn } from "#app/domain/staff/find-session.server.ts";
import { type SignInStage, safeNext } from "#app/domain/staff/staff.ts";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";
import { paths } from "#app/routes/paths.ts";
import type { RouteArgs } from "./route-args.ts";

/** A plain-http site (one's own machine) cannot have a `__Host-` cookie: browsers insist on `Secure` for it. */
function cookieOf(baseUrl: string): { name: string; secure: boolean } {
  return baseUrl.startsWith("https:") ? { name: "__Host-desk", secure: true } : { name: "desk", secure: false };
}

/** The `Set-Cookie` that keeps a session's secret: for this host only, out of scripts' reach, not sent along from other sites' forms. */
export function sessionCookie(token: string, expiresAt: Date): string {
  const { name, secure } = cookieOf(env().BASE_URL);
  const maxAge = Math.max(0, Math.floor((expiresAt.getTime() - now().getTime()) / 1000));
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure ? "; Secure" : ""}`;
}

/** The `Set-Cookie` that makes the browser forget it. */
export function endedSessionCookie(): string {
  return sessionCookie("", now());
}

/** The session's secret as the browser sent it. */
export function sessionToken(request: Request): string | null {
  const { name } = cookieOf(env().BASE_URL);
  const sent = request.headers.get("cookie") ?? "";
  const pair = sent.split(/;\s*/).find((part) => part.startsWith(`${name}=`));
  return pair?.slice(name.length + 1) || null;
}

// One look-up a request, however many loaders it has; the frame still knows who it was when an action has just ended the session.
const found = new WeakMap<AppLoadContext, Promise<SignedIn | null>>();

/** Whoever the request's cookie belongs to, also half-way through a sign-in. */
export function findSignedIn(args: RouteArgs): Promise<SignedIn | null> {
  const known = found.get(args.context);
  if (known) return known;
  const session = findSession(sessionToken(args.request), now());
  found.set(args.context, session);
  return session;
}

/**
 * The session of somebody who may use the desk. Everybody else is sent to the step of the sign-in that is missing, and from there back to this
 * page.
 */
export async function requireSignedIn(args: RouteArgs): Promise<SignedIn> {
  const session = await findSignedIn(args);
  const { pathname, search } = new URL(args.request.url);
  const next = `${pathname}${search}`;
  switch (session?.stage) {
    case undefined:
      throw redirect(paths.deskSignIn(next), 303);
    case "second-factor":
      throw redirect(paths.deskSecondStep(next), 303);
    case "enrol":
      throw redirect(paths.deskSetUp(next), 303);
    case "complete":
      return session as SignedIn;
  }
}

/** Where a sign-in goes on at this stage; once complete, to `next` if that is a page of the desk. */
export function pathAfter(stage: SignInStage, next: string | null): string {
  const target = safeNext(next);
  const onward = target === paths.desk() ? undefined : target;
  switch (stage) {
    case "second-factor":
      return paths.deskSecondStep(onward);
    case "enrol":
      return paths.deskSetUp(onward);
    case "complete":
      return target;
  }
}

/**
 * The session of somebody who is at this step of the sign-in and no other; everybody else is sent to theirs.
 */
export async function requireStage(args: RouteArgs, stage: "second-factor" | "enrol"): Promise<SignedIn> {
  const session = await findSignedIn(args);
  const next = new URL(args.request.url).searchParams.get("next");
  if (session === null) throw redirect(paths.deskSignIn(next ?? undefined), 303);
  if (session.stage !== stage) throw redirect(pathAfter(session.stage, next), 303);
  return session;
}
