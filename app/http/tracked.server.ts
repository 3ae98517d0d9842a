import { findAuthor } from "#app/domain/comment/queries/find-author.server.ts";
import type { AuthorActor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { paths } from "#app/routes/paths.ts";
import { type RequestContext, requestContext, text } from "./context.server.ts";
import { limit } from "./limits.server.ts";
import type { RouteArgs } from "./route-args.ts";

export type TrackedContext = Omit<RequestContext, "actor"> & {
  actor: AuthorActor;
  number: string;
  key: string;
  /** The tracking page with a message on top, or without, in the request's language. */
  back: (done?: string) => string;
};

/**
 * The context of whoever opened a private page with number and key in its address. A wrong number and a wrong key are the same "not found",
 * and asking is limited, also with the right key, so that the limit tells nothing.
 */
export async function trackedContext(args: RouteArgs): Promise<TrackedContext> {
  await limit(args, "track");
  const found = await findAuthor(args.params.number ?? "", args.params.key ?? "");
  if (found === null) throw notFound("trackUnknown");
  const context = requestContext(args);
  const { number, key, actor } = found;
  const address = text(context.locale).path(paths.tracked(number, key));
  return { ...context, actor, number, key, back: (done) => (done === undefined ? address : `${address}?done=${done}`) };
}
