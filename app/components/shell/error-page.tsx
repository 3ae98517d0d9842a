import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { PublicShell, type ShellData } from "./public-shell.tsx";

type Problem = { status: number; messageKey?: string; params?: Record<string, string | number> };

const known = [400, 403, 404, 405, 409, 413, 415, 429, 500, 503];

/** What happened, what it means for the reader, and where to go on. Nothing about the inside. */
export function ErrorMessage({ status, messageKey, params }: Problem) {
  const { t, path } = useText();
  const kind = known.includes(status) ? status : status < 500 ? 400 : 500;
  const special = messageKey && !["notFound", "forbidden"].includes(messageKey);
  return (
    <>
      <PageHeading
        eyebrow={t("errors:pages.eyebrow", { status })}
        title={t(`errors:pages.${kind}.title`)}
        lead={special ? t(`errors:${messageKey}`, params) : t(`errors:pages.${kind}.text`)}
      />
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
