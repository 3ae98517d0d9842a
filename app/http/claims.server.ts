import type { Claim } from "#app/domain/moderation/claim.ts";
import { holdItem, letGoOf, letGoOfNumber } from "#app/domain/moderation/claim-item.server.ts";
import { takeOverItem } from "#app/domain/moderation/commands/take-over-item.server.ts";
import { takeOverSchema } from "#app/domain/moderation/moderation.schema.ts";
import { openItem } from "#app/domain/moderation/open-item.server.ts";
import { queueAddress, queueFilterOf } from "#app/domain/moderation/queue.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { type Act, done, isPreview } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked } from "./form.server.ts";
import type { WayOn } from "./queue-walk.server.ts";
import type { RouteArgs } from "./route-args.ts";

/** Somebody opens an item of the desk: what they came from is left, and this one is theirs if they decide about it and it is nobody's. @returns who has it */
export async function openedItem(
  args: RouteArgs,
  context: StaffContext,
  item: ItemRef & { number: string; decides: boolean },
): Promise<Claim | null> {
  await leftItem(args, context, item.number);
  return openItem(context.actor, item, { now: context.now, isLook: isLook(args.request) && item.decides });
}

/**
 * Lets go of the item whose page led here, as the browser says, if it is another one. A link that the reader opens in a new tab says the same:
 * then the item is free a little early, and is theirs again with their next act if nobody took it.
 */
export async function leftItem({ request }: RouteArgs, { actor, url }: StaffContext, openNow?: string): Promise<void> {
  const from = URL.parse(request.headers.get("referer") ?? "");
  if (from === null || from.origin !== url.origin || !isLook(request)) return;
  // a number needs no encoding, so an address with any leads to no item
  const [, folder, number = ""] = /^\/desk\/(submissions|comments)\/([\w-]+)$/.exec(from.pathname) ?? [];
  if (folder === undefined || number === openNow || number === "new") return;
  await letGoOfNumber(actor, folder === "submissions" ? "submission" : "comment", number);
}

/** Whether somebody looks at what is asked for: browsers fetch pages ahead that nobody may ever open. */
function isLook({ method, headers }: Request): boolean {
  const purpose = headers.get("sec-purpose") ?? headers.get("purpose") ?? headers.get("x-moz") ?? "";
  return method !== "HEAD" && !/prefetch|prerender|preview/i.test(purpose);
}

/** Acts whose look before belongs to whoever has the item, as the act itself does: that is the commands' rule (`holdItem`). */
const actsOfHolder: readonly string[] = [
  ...["approve", "return", "decline", "hide", "restore", "redact"],
  ...["uphold", "overturn"],
  ...["move", "merge", "separate", "kind", "split"],
];

/**
 * The acts of an item, those that decide about it kept to whoever has it (409 for others, with what they typed); and taking it over and
 * letting go of it.
 */
export function claimedActs(
  context: StaffContext,
  item: ItemRef,
  { address }: WayOn,
  acts: Record<string, Act>,
): Record<string, Act> {
  const held =
    (act: Act): Act =>
    async (fields) => {
      const next = await act(fields);
      // whoever is refused does not have it by that; what is done, the command has held
      if (isPreview(fields)) await holdItem(context, item);
      return next;
    };
  return {
    ...Object.fromEntries(
      Object.entries(acts).map(([name, act]) => [name, actsOfHolder.includes(name) ? held(act) : act]),
    ),
    "take-over": async (fields) => {
      await takeOverItem(context, { item, ...checked(takeOverSchema, fields) });
      return done(address, "take-over");
    },
    "let-go": async () => {
      await letGoOf(context, item);
      return done(queueAddress(queueFilterOf(context.url.searchParams)), "let-go");
    },
  };
}
