import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { FoundFollowRequest } from "#app/domain/follow/queries/find-follow-request.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { ThingName } from "./thing-name.tsx";

/** The page of the mail that asks: the owner of an address says that they want the news, or is told what became of the link. */
export function ConfirmFollowPage({ address, thing, pace, state, followsToken }: FoundFollowRequest) {
  const { t, path } = useText();
  const lead = thing === null ? "leadMove" : "lead";
  return (
    <PageBody width="reading">
      <PageHeading
        title={t(`follows:confirm.${state}.title`)}
        lead={t(`follows:confirm.${state}.${lead}`, { address })}
      />
      {thing !== null && state !== "expired" && <ThingName thing={thing} pace={pace} />}
      {state === "open" ? (
        <>
          <p>{t("follows:confirm.notYou")}</p>
          <PageForm>
            <FormActions>
              <Button size="lg" icon="check" wide>
                {t("follows:confirm.yes")}
              </Button>
            </FormActions>
          </PageForm>
        </>
      ) : (
        <FormActions>
          {followsToken === null ? (
            <ButtonLink href={path(paths.home())} variant="outline">
              {t("follows:confirm.home")}
            </ButtonLink>
          ) : (
            <ButtonLink href={path(paths.follows(followsToken))}>{t("follows:confirm.toSettings")}</ButtonLink>
          )}
        </FormActions>
      )}
    </PageBody>
  );
}
