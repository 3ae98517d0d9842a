import { useText } from "#app/components/text.tsx";
import type { PublicField } from "#app/domain/moderation/review-page.ts";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import { languageOf } from "#app/ui/language-of.ts";

type Props = { field: PublicField["name"]; finding: PublicField["findings"][number] };

/** Where something like personal data stands, what it seems to be, how likely that is, and the piece itself. */
export function FindingWords({ field, finding: { kind, confidence, text } }: Props) {
  const { t } = useText();
  return (
    <>
      {t(`desk:review.fields.${field}`)}: {t(`desk:review.kinds.${kind}`)}{" "}
      <ChipLabel>{t(`desk:review.confidence.${confidence}`)}</ChipLabel>{" "}
      <q dir="auto" lang={languageOf(text)} className="wrap-anywhere">
        {text}
      </q>
    </>
  );
}
