import type { Locale } from "#app/domain/shared/localized-text.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import type { TrackedItem } from "./mail-message.ts";

/** Makes the absolute addresses a mail carries, in the mail's language. */
export type MailLinks = {
  home(): string;
  page(path: string): string;
  track(item: TrackedItem): string;
  confirm(confirmationId: string): string;
  confirmFollow(requestId: string): string;
  /** Where a follower changes and ends what they follow. */
  follows(followerId: string): string;
  /** Ends a part of it; see `follow-news`. */
  stopFollowing(followerId: string, stop: string): string;
  answer(answerLinkId: string): string;
  invitation(invitationId: string): string;
  mailbox(mailboxTestId: string): string;
  /** A page of the staff area, which exists once for all languages. */
  desk(path: string): string;
};

export type LinkPurpose =
  | "confirm-address"
  | "confirm-follow"
  | "follows"
  | "answer-link"
  | "invitation"
  | "mailbox-test";

/** Where the secret parts of links come from. */
export type LinkSecrets = {
  trackingKey(item: TrackedItem): string;
  token(purpose: LinkPurpose, id: string): string;
};

/** @param baseUrl the site's address without a trailing slash */
export function mailLinks(baseUrl: string, locale: Locale, secrets: LinkSecrets): MailLinks {
  const at = (path: string) => `${baseUrl}${localizedPath(locale, path)}`;
  return {
    home: () => at(paths.home()),
    page: at,
    track: (item) => at(paths.tracked(item.number, secrets.trackingKey(item))),
    // without the tracking key: whoever gets this mail by mistake must not be able to read what was sent
    confirm: (confirmationId) => at(paths.confirmAddress(secrets.token("confirm-address", confirmationId))),
    confirmFollow: (requestId) => at(paths.confirmFollow(secrets.token("confirm-follow", requestId))),
    follows: (followerId) => at(paths.follows(secrets.token("follows", followerId))),
    stopFollowing: (followerId, stop) => at(paths.stopFollowing(secrets.token("follows", followerId), stop)),
    answer: (answerLinkId) => at(paths.answer(secrets.token("answer-link", answerLinkId))),
    // The staff area exists once; an invitation's page is in the invitation's language by itself.
    desk: (path) => `${baseUrl}${path}`,
    mailbox: (mailboxTestId) => `${baseUrl}${paths.deskMailbox(secrets.token("mailbox-test", mailboxTestId))}`,
    invitation: (invitationId) => `${baseUrl}${paths.deskInvitation(secrets.token("invitation", invitationId))}`,
  };
}

/** What stands in the place of a key wherever somebody reads a mail who is not its recipient. */
export const mask = "〔照会キー〕";

/** The same addresses with every secret part masked: for the mail log and for previews. */
export function maskedMailLinks(baseUrl: string, locale: Locale): MailLinks {
  const shown = (address: string) => address.replaceAll(encodeURIComponent(mask), mask);
  const links = mailLinks(baseUrl, locale, { trackingKey: () => mask, token: () => mask });
  return {
    home: links.home,
    page: links.page,
    track: (item) => shown(links.track(item)),
    confirm: (id) => shown(links.confirm(id)),
    confirmFollow: (id) => shown(links.confirmFollow(id)),
    follows: (id) => shown(links.follows(id)),
    stopFollowing: (id, stop) => shown(links.stopFollowing(id, stop)),
    answer: (id) => shown(links.answer(id)),
    invitation: (id) => shown(links.invitation(id)),
    mailbox: (id) => shown(links.mailbox(id)),
    desk: links.desk,
  };
}
