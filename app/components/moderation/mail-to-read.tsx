import { useText } from "#app/components/text.tsx";
import type { DecisionPreview } from "#app/domain/moderation/review-page.ts";
import { Card } from "#app/ui/card.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/**
 * The mail that an act sends to an author, word for word, and whether it goes out.
 *
 * @param to receipt number of the author's item, where an act writes to several
 */
export function MailToRead({ mail, to }: { mail: DecisionPreview; to?: string }) {
  const { t } = useText();
  const heading = t(mail.recipient === "confirmed" ? "desk:review.preview.mail" : "desk:review.preview.mailUnsent");
  return (
    <>
      <NotificationBanner
        tone={mail.recipient === "confirmed" ? "info" : "warning"}
        headingLevel="p"
        title={t(`desk:review.preview.${mail.recipient}`)}
      />
      <Card soft>
        <h2 className="heading-4">{to === undefined ? heading : `${to}: ${heading}`}</h2>
        <p className="wrap-anywhere">
          <strong>{t("desk:review.preview.subject")}</strong>: {mail.subject}
        </p>
        <pre className="font-sans whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
        <p className="text-small text-ink-soft">{t("desk:review.preview.masked")}</p>
      </Card>
    </>
  );
}
