import { changeFollows } from "#app/domain/follow/commands/change-follows.server.ts";
import { requestNewAddress } from "#app/domain/follow/commands/request-new-address.server.ts";
import { followsSchema, newAddressSchema } from "#app/domain/follow/follow.schema.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";
import { checked, parseForm, readForm } from "./form.server.ts";
import type { RouteArgs } from "./route-args.ts";

/** What a form of the settings page did, or what is wrong with what was typed into it. */
type FollowsAnswer = { done: "saved" | "address" } | { email: string; problems: FieldProblems };

/** Language and paces, or another address: the forms of the page of one address's follows, by their field `act`. */
export async function followsAct(args: RouteArgs, context: CommandContext, token: string): Promise<FollowsAnswer> {
  const { act, ...fields } = await readForm(args);
  if (act !== "address") {
    await changeFollows(context, { token, ...checked(followsSchema, fields) });
    return { done: "saved" };
  }
  const parsed = parseForm(newAddressSchema, fields);
  if (!parsed.ok) return { email: fields.email ?? "", problems: parsed.problems };
  await requestNewAddress(context, { token, ...parsed.value });
  return { done: "address" };
}
