import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";

const known = [400, 403, 404, 405, 409, 413, 415, 429, 500, 503];

/** What went wrong on the desk and where to go on. */
export function DeskError({
  status,
  messageKey,
  params,
}: {
  status: number;
  messageKey?: string;
  params?: Record<string, string | number>;
}) {
  const { t } = useText();
  const kind = known.includes(status) ? status : status < 500 ? 400 : 500;
  const isSpecial = messageKey !== undefined && !["notFound", "forbidden"].includes(messageKey);
  return (
    <>
      <DeskHeading title={t(`errors:pages.${kind}.title`)} about={t("errors:pages.eyebrow", { status })} />
      <p>{isSpecial ? t(`errors:${messageKey}`, params) : t(`errors:pages.${kind}.text`)}</p>
      <p>
        <ButtonLink href={paths.desk()}>{t("desk:frame.toDesk")}</ButtonLink>
      </p>
    </>
  );
}
