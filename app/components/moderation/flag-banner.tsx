import { useText } from "#app/components/text.tsx";
import type { Finding } from "#app/domain/flag/flag.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { paths } from "#app/routes/paths.ts";
import { languageOf } from "#app/ui/language-of.ts";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { flagWord } from "./flag-words.ts";

/** What should be looked at twice, with its reasons; personal data is told apart from it. Nothing of it was refused or hidden. */
export function FlagBanner({ page }: { page: ReviewPage }) {
  const { t } = useText();
  const { findings, same } = page.flags;
  const shown = findings.filter(({ kind }) => kind !== "PERSONAL_DATA");
  if (shown.length === 0 && same === null) return null;
  return (
    <NotificationBanner tone="warning" headingLevel="h2" title={t("flags:banner.title")}>
      <p>{t("flags:banner.about")}</p>
      <ul className="list-disc pl-6">
        {shown.map((finding) => (
          <li key={[finding.kind, finding.field, finding.start, finding.end].join(" ")}>
            {flagWord(t, finding)}
            <FoundPiece page={page} finding={finding} />
          </li>
        ))}
      </ul>
      {same !== null && (
        <p>
          <Link href={paths.deskSameText(same.print)} alone iconAfter="arrow-right">
            {t("flags:banner.same", { n: same.count })}
          </Link>
        </p>
      )}
    </NotificationBanner>
  );
}

/** The piece itself, as it stands in the text. */
function FoundPiece({ page, finding: { field, start, end } }: { page: ReviewPage; finding: Finding }) {
  const { t } = useText();
  if (field === null) return null;
  const text = page.fields.find(({ name }) => name === field)?.text ?? "";
  const piece = start === null || end === null ? "" : text.slice(start, end);
  return (
    <>
      {" "}
      {t("flags:banner.in", { field: t(`desk:review.fields.${field}`) })}{" "}
      {piece !== "" && (
        <q dir="auto" lang={languageOf(piece)} className="wrap-anywhere">
          {piece}
        </q>
      )}
    </>
  );
}
