import { useText } from "#app/components/text.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** Says that mail reaches nobody because no mail server is set. */
export function MailFilesNotice() {
  const { t } = useText();
  return (
    <NotificationBanner tone="warning" title={t("mailLog:filesNotice.title")}>
      <p>{t("mailLog:filesNotice.text")}</p>
    </NotificationBanner>
  );
}
