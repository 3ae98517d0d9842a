import { useText } from "#app/components/text.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** Says what the act before this page did. @param done name of the act from the address, or null */
export function DoneBanner({ done }: { done: string | null }) {
  const { t } = useText();
  if (done === null || !knownActs.includes(done)) return null;
  return <NotificationBanner tone="success" live headingLevel="p" title={t(`desk:handling.done.${done}`)} />;
}

/** The address is anybody's to write: only these have words. */
const knownActs = [
  "approve",
  "return",
  "decline",
  "hide",
  "restore",
  "redact",
  "assign",
  "note",
  "draft",
  "publish",
  "send-back",
  "pass-on",
  "extend",
  "not-ours",
  "ask",
  "revoke",
];
