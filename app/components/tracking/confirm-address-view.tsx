import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";

/** The page of a confirmation mail: the owner of an address says that it is theirs, or is told what became of the link. */
export function ConfirmAddressView({
  number,
  address,
  state,
  isReport,
  mayPublish,
  publicPath,
}: {
  number: string;
  /** Masked. */
  address: string;
  state: "open" | "confirmed" | "expired";
  /** Given with a report about the text with this number; else with what was sent under it. */
  isReport: boolean;
  /** Confirming may publish what was sent, or might have: its owner is asked whether they sent it. */
  mayPublish: boolean;
  /** Where it stands now, if it is public. */
  publicPath: string | null;
}) {
  const { t, path } = useText();
  const asksSender = mayPublish && state === "open";
  const words = asksSender ? "policy:confirmSent" : `track:confirmAddress.${state}`;
  return (
    <PageBody width="reading">
      <PageHeading
        eyebrow={t(isReport ? "report:confirm.number" : "track:confirmAddress.number", { number })}
        title={t(`${words}.title`)}
        lead={t(isReport ? `report:confirm.${state}` : `${words}.lead`, { address })}
      />
      {state === "open" && (
        <>
          {asksSender && <p>{t("policy:confirmSent.about")}</p>}
          <p>{t(asksSender ? "policy:confirmSent.notYou" : "track:confirmAddress.notYou")}</p>
          <PageForm>
            <FormActions>
              <Button size="lg" icon="check" wide>
                {t(asksSender ? "policy:confirmSent.yes" : "track:confirmAddress.yes")}
              </Button>
            </FormActions>
          </PageForm>
        </>
      )}
      {state === "confirmed" && mayPublish && <p>{t("policy:confirmSent.waits")}</p>}
      {state === "confirmed" && publicPath !== null && (
        <p>
          <Link href={path(publicPath)} icon="globe" alone>
            {t("track:publicPage")}
          </Link>
        </p>
      )}
      {state !== "open" && !isReport && (
        <FormActions>
          <ButtonLink href={path(paths.track())} variant={state === "expired" ? "solid" : "outline"}>
            {t("track:confirmAddress.track")}
          </ButtonLink>
        </FormActions>
      )}
    </PageBody>
  );
}
