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
}: {
  number: string;
  /** Masked. */
  address: string;
  state: "open" | "confirmed" | "expired";
}) {
  const { t, path } = useText();
  return (
    <PageBody width="reading">
      <PageHeading
        eyebrow={t("track:confirmAddress.number", { number })}
        title={t(`track:confirmAddress.${state}.title`)}
        lead={t(`track:confirmAddress.${state}.lead`, { address })}
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
      ) : (
        <FormActions>
          <ButtonLink href={path(paths.track())} variant={state === "expired" ? "solid" : "outline"}>
            {t("track:confirmAddress.track")}
          </ButtonLink>
        </FormActions>
      )}
    </PageBody>
  );
}
