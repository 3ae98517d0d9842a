import { useLocation } from "@remix-run/react";
import { useText } from "#app/components/text.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** What the pages of this area say after something was done (`?done=`); other words in the address say nothing. */
const deeds = [
  "saved",
  "added",
  "removed",
  "invited",
  "invitationRevoked",
  "accessReset",
  "staffOff",
  "staffOn",
  "signedOutThem",
  "passwordChanged",
  "languageChanged",
  "sessionEnded",
  "deskClosed",
  "deskOpened",
  "fallbackChosen",
  "mailboxTested",
  "handedOver",
  "mailboxReleased",
  "directoryImported",
  "questionAdded",
  "questionSaved",
  "questionClosed",
  "questionOpened",
  "trustRevoked",
] as const;

export type Deed = (typeof deeds)[number];

export function DoneBanner() {
  const { t } = useText();
  const done = new URLSearchParams(useLocation().search).get("done");
  const deed = deeds.find((known) => known === done);
  return deed === undefined ? null : (
    <NotificationBanner tone="success" live toneText={t("desk:form.done")} title={t(`desk:done.${deed}`)} />
  );
}
