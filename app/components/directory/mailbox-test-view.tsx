import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";

/** Where the test mail of a desk leads: whoever reads its mailbox says that the mail arrived. */
export function MailboxTestView({ desk, isVerified }: { desk: string; isVerified: boolean }) {
  const { t } = useText();
  return (
    <>
      <DeskHeading title={t("clock:mailbox.title")} about={desk} />
      <Card>
        <p>{t(isVerified ? "clock:mailbox.thanks" : "clock:mailbox.ask", { desk })}</p>
        {!isVerified && (
          <PageForm>
            <Button size="lg" wide>
              {t("clock:mailbox.received")}
            </Button>
          </PageForm>
        )}
      </Card>
    </>
  );
}
