import { getSiteContact } from "#app/domain/directory/queries/get-site-contact.server.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import type { Transaction } from "#app/domain/shared/command-context.ts";
import { type Locale, pick } from "#app/domain/shared/localized-text.ts";
import type { PlaceholderValues } from "./canned-reply.ts";
import type { Reviewed } from "./load-reviewed.server.ts";

/** Whom an author turns to, as placeholders: the desk that answers for the site, and the moderators' telephone. */
export async function contactValues(
  client: Transaction,
  viewer: Actor,
  locale: Locale,
): Promise<Pick<PlaceholderValues, "担当" | "電話番号">> {
  const contact = await getSiteContact(viewer, locale, client);
  const { moderatorPhone } = await getSettings(client);
  return { 担当: contact?.desk ?? "", 電話番号: moderatorPhone };
}

/** What a text's placeholders are made of. */
export type AddressedText = Pick<Reviewed, "number" | "title" | "proposalTitle" | "themeTitle" | "locale">;

/** What the placeholders read for one text, in its author's language. A comment has no title; it goes by that of what it stands on. */
export async function placeholderValues(
  client: Transaction,
  viewer: Actor,
  reviewed: AddressedText,
): Promise<PlaceholderValues> {
  const theme = reviewed.themeTitle === null ? "" : pick(reviewed.themeTitle, reviewed.locale);
  return {
    受付番号: reviewed.number,
    題名: reviewed.title ?? reviewed.proposalTitle ?? theme,
    テーマ: theme,
    ...(await contactValues(client, viewer, reviewed.locale)),
  };
}
