import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";

/** The page of a confirmation mail: the owner of an address says that it is theirs, or is told what became of the link. */
export function ConfirmAddressView({
  number,
  address,
  state,
  isReport,
}: {
  number: string;
  /** Masked. */
  address: string;
  state: "open" | "confirmed" | "expired";
  /** Given with a report about the text with this number; else with what was sent under it. */
  isReport: boolean;
}) {
  const { t, path } = useText();
  return (
    <PageBody width="reading">
      <PageHeading
        eyebrow={t(isReport ? "report:confirm.number" : "track:confirmAddress.number", { number })}
        title={t(`track:confirmAddress.${state}.title`)}
        lead={t(isReport ? `report:confirm.${state}` : `track:confirmAddress.${state}.lead`, { address })}
      />
      {state === "open" ? (
        <>
          <p>{t("track:confirmAddress.notYou")}</p>
          <PageForm>
            <FormActions>
              <Button size="lg" icon="check" wide>
                {t("track:confirmAddress.yes")}
              </Button>
            </FormActions>
          </PageForm>
        </>
      ) : isReport ? null : (
        <FormActions>
          <ButtonLink href={path(paths.track())} variant={state === "expired" ? "solid" : "outline"}>
            {t("track:confirmAddress.track")}
          </ButtonLink>
        </FormActions>
      )}
    </PageBody>
  );
}
