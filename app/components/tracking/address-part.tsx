import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** The mail address of the author, masked, and the way to confirm it. Opening the link alone confirms nothing: mail filters open links too. */
export function AddressPart({
  address,
  confirmToken,
}: {
  address: { masked: string; confirmed: boolean };
  confirmToken: string | null;
}) {
  const { t } = useText();
  const values = { address: address.masked };
  if (address.confirmed) return <p>{t("track:address.confirmed", values)}</p>;
  return (
    <NotificationBanner
      tone="warning"
      title={t(confirmToken === null ? "track:address.unconfirmed" : "track:address.ask", values)}
      actions={
        <>
          {confirmToken !== null && (
            <PageForm>
              <input type="hidden" name="act" value="confirm-address" />
              <input type="hidden" name="token" value={confirmToken} />
              <Button icon="check">{t("track:address.confirm")}</Button>
            </PageForm>
          )}
          <PageForm>
            <input type="hidden" name="act" value="resend-confirmation" />
            <Button variant="outline" icon="mail">
              {t("track:address.resend")}
            </Button>
          </PageForm>
        </>
      }
    >
      {t("track:address.about")}
    </NotificationBanner>
  );
}
