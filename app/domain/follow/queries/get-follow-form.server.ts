import { notFound } from "#app/domain/shared/domain-error.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { type FollowTarget, findTarget } from "../follow-target.server.ts";
import { type ShownThing, showThings } from "./show-things.server.ts";

/** What the form that asks for news is about. @throws NOT_FOUND for what nobody can read */
export async function getFollowForm(target: FollowTarget, locale: Locale): Promise<{ thing: ShownThing }> {
  const { thing } = await findTarget(target);
  const [shown] = await showThings([thing], locale);
  if (shown === undefined) throw notFound();
  return { thing: shown };
}
