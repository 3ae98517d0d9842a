import { useText } from "#app/components/text.tsx";
import type { AuthorMailPreview } from "#app/domain/participant/participant.ts";
import { Card } from "#app/ui/card.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** The mail an author gets by what is about to be done, word for word, and whether it goes out. */
export function AuthorMail({ preview }: { preview: AuthorMailPreview }) {
  const { t } = useText();
  const goesOut = preview.recipient === "confirmed";
  return (
    <>
      <NotificationBanner
        tone={goesOut ? "info" : "warning"}
        headingLevel="p"
        title={t(`desk:review.preview.${preview.recipient}`)}
      />
      <Card soft>
        <h2 className="heading-4">{t(goesOut ? "desk:review.preview.mail" : "desk:review.preview.mailUnsent")}</h2>
        <p className="wrap-anywhere">
          <strong>{t("desk:review.preview.subject")}</strong>: {preview.subject}
        </p>
        <pre className="font-sans whitespace-pre-wrap wrap-anywhere">{preview.text}</pre>
        <p className="text-small text-ink-soft">{t("desk:review.preview.masked")}</p>
      </Card>
    </>
  );
}
