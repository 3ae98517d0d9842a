import { errorWords, type Problem } from "#app/components/shell/error-words.ts";
import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";

/** What went wrong on the desk and where to go on. */
export function DeskError(problem: Problem) {
  const { t } = useText();
  const { title, text } = errorWords(t, problem);
  return (
    <>
      <DeskHeading title={title} about={t("errors:pages.eyebrow", { status: problem.status })} />
      <p>{text}</p>
      <p>
        <ButtonLink href={paths.desk()}>{t("desk:frame.toDesk")}</ButtonLink>
      </p>
    </>
  );
}
