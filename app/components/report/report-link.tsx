import { useText } from "#app/components/text.tsx";

/** The quiet way from a published text to the page on which the office is told about it. @param to with its language prefix */
export function ReportLink({ to, number }: { to: string; number: string }) {
  const { t } = useText();
  return (
    <a href={to} rel="nofollow" aria-label={t("report:linkTo", { number })} className="text-ink-soft">
      {t("report:link")}
    </a>
  );
}
