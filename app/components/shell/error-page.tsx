import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { errorWords, type Problem } from "./error-words.ts";
import { PublicShell, type ShellData } from "./public-shell.tsx";

/** What happened, what it means for the reader, and where to go on. Nothing about the inside. */
function ErrorMessage(problem: Problem) {
  const { t, path } = useText();
  const { title, text } = errorWords(t, problem);
  return (
    <>
      <PageHeading eyebrow={t("errors:pages.eyebrow", { status: problem.status })} title={title} lead={text} />
      <FormActions>
        <ButtonLink href={path(paths.home())}>{t("errors:pages.toHome")}</ButtonLink>
        <ButtonLink href={path(paths.track())} variant="outline">
          {t("errors:pages.toTrack")}
        </ButtonLink>
        <ButtonLink href={path(paths.contact())} variant="outline">
          {t("errors:pages.toContact")}
        </ButtonLink>
      </FormActions>
    </>
  );
}

/** A whole page with its frame, for errors that no layout caught. */
export function ErrorPage({ contact = null, emergency = null, ...problem }: Problem & Partial<ShellData>) {
  return (
    <PublicShell contact={contact} emergency={emergency}>
      <PageBody width="reading">
        <ErrorMessage {...problem} />
      </PageBody>
    </PublicShell>
  );
}
