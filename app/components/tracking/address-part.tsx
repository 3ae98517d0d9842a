import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { TrackedAddress } from "#app/domain/submission/submission-pages.ts";
import { Button } from "#app/ui/button.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/**
 * The mail address of the author, masked, and while its owner has not confirmed it, or that they sent this, a way to have the confirmation mail
 * sent again.
 */
export function AddressPart({
  address,
  refused,
}: {
  address: TrackedAddress;
  /** Why it was not sent again, a key of `errors`. */
  refused?: string;
}) {
  const { t } = useText();
  const values = { address: address.masked };
  if (address.confirmed && !address.isAsked) return <p>{t("track:address.confirmed", values)}</p>;
  const words = address.bounced
    ? { title: "track:address.bounced", about: "track:address.bouncedAbout" }
    : address.isAsked
      ? { title: "policy:sentUnconfirmed.title", about: "policy:sentUnconfirmed.about" }
      : { title: "track:address.unconfirmed", about: "track:address.about" };
  return (
    <NotificationBanner
      tone="warning"
      title={t(words.title, values)}
      live={refused !== undefined}
      actions={
        refused === undefined && (
          <PageForm>
            <input type="hidden" name="act" value="resend-confirmation" />
            <Button variant="outline" icon="mail">
              {t("track:address.resend")}
            </Button>
          </PageForm>
        )
      }
    >
      {t(refused === undefined ? words.about : `errors:${refused}`)}
    </NotificationBanner>
  );
}
