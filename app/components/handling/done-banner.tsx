import { useText } from "#app/components/text.tsx";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/**
 * Says what the act before this page did.
 *
 * @param done name of the act from the address, or null
 * @param was receipt number of the item it was done with, from the address, where this page is about another
 */
export function DoneBanner({ done, was = null }: { done: string | null; was?: string | null }) {
  const { t } = useText();
  if (done === null || !knownActs.includes(done)) return null;
  const what = t(done === "uphold" || done === "overturn" ? `deskAppeals:done.${done}` : `desk:handling.done.${done}`);
  const number = was === null ? null : parseReceiptNumber(was);
  return (
    <NotificationBanner
      tone="success"
      live
      headingLevel="p"
      title={number === null ? what : t("desk:handling.doneWith", { number, what })}
    />
  );
}

/** The address is anybody's to write: only these have words. */
const knownActs = [
  "approve",
  "return",
  "decline",
  "hide",
  "restore",
  "cancelled",
  "redact",
  "take-over",
  "let-go",
  "save-filter",
  "remove-filter",
  "move",
  "merge",
  "separate",
  "split",
  "kind",
  "escalate",
  "give-back",
  "look-over",
  "close-reports",
  "trust",
  "revoke-trust",
  "uphold",
  "overturn",
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
