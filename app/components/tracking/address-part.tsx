import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** The mail address of the author, masked, and while its owner has not confirmed it a way to have the confirmation mail sent again. */
export function AddressPart({
  address,
  refused,
}: {
  /** `bounced`: a mail came back because nothing can be delivered there. */
  address: { masked: string; confirmed: boolean; bounced: boolean };
  /** Why it was not sent again, a key of `errors`. */
  refused?: string;
}) {
  const { t } = useText();
  const values = { address: address.masked };
  if (address.confirmed) return <p>{t("track:address.confirmed", values)}</p>;
  return (
    <NotificationBanner
      tone="warning"
      title={t(address.bounced ? "track:address.bounced" : "track:address.unconfirmed", values)}
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
      {t(
        refused === undefined
          ? address.bounced
            ? "track:address.bouncedAbout"
            : "track:address.about"
          : `errors:${refused}`,
      )}
    </NotificationBanner>
  );
}
