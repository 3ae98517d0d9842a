import type { Translate } from "#app/components/text.tsx";
import type { Channel, DeskChannel } from "#app/domain/submission/submission.ts";
import type { IconName } from "#app/ui/icon.tsx";

export const channelIcons: Record<DeskChannel, IconName> = {
  PAPER: "document",
  PHONE: "phone",
  FAX: "print",
  COUNTER: "building",
};

/** What is said of something that did not come through the site (「紙で届いた提案」); null where there is nothing to say. */
export function channelFact(t: Translate, channel: Channel): string | null {
  return channel === "WEB" ? null : t(`paper:fact.${channel}`);
}
