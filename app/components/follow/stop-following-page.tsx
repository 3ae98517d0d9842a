import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { StopPage } from "#app/domain/follow/queries/get-stop-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { thingWords } from "./thing-words.ts";

/** One button that ends something, and after it, that it has ended. */
export function StopFollowingPage({
  token,
  stop: { ending, isAll, isKeptElsewhere },
  left,
}: {
  token: string;
  stop: StopPage;
  /** How many follows the address still has, once the button was pressed. */
  left: number | null;
}) {
  const { t, path } = useText();
  if (left !== null || ending.length === 0) {
    const said = left === null ? "gone" : "done";
    return (
      <PageBody width="reading">
        <PageHeading title={t(`follows:stop.${said}`)} lead={t(`follows:stop.${said}Text`)} />
        <FormActions>
          {left !== null && left > 0 ? (
            <ButtonLink href={path(paths.follows(token))} variant="outline">
              {t("follows:stop.rest")}
            </ButtonLink>
          ) : (
            <ButtonLink href={path(paths.home())} variant="outline">
              {t("follows:confirm.home")}
            </ButtonLink>
          )}
        </FormActions>
      </PageBody>
    );
  }
  return (
    <PageBody width="reading">
      <PageHeading title={t("follows:stop.title")} lead={t("follows:stop.ask")} />
      <ul className="flex list-disc flex-col gap-2 pl-6">
        {ending.map(({ id, thing }) => (
          <li key={id}>
            <OwnWords>{thingWords(t, thing)}</OwnWords>
          </li>
        ))}
      </ul>
      {isAll && <p>{t(isKeptElsewhere ? "follows:stop.allKept" : "follows:stop.all")}</p>}
      <PageForm>
        <FormActions>
          <Button size="lg" wide variant="danger">
            {t("follows:stop.yes")}
          </Button>
          <ButtonLink href={path(paths.follows(token))} size="lg" wide variant="outline">
            {t("follows:stop.back")}
          </ButtonLink>
        </FormActions>
      </PageForm>
    </PageBody>
  );
}
