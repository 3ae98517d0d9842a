import { useText } from "#app/components/text.tsx";
import type { OtherTracked, TrackedSubmission } from "#app/domain/submission/submission-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";

/** The author's other pages, where the office made two submissions of one. */
export function SplitPart({ split: { from, into } }: Pick<TrackedSubmission, "split">) {
  const { t, path } = useText();
  if (from === null && into.length === 0) return null;
  const link = ({ number, title, trackingKey }: OtherTracked) => (
    <Link href={path(paths.tracked(number, trackingKey))}>
      {number} <OwnWords>{title}</OwnWords>
    </Link>
  );
  return (
    <Section id="split" title={t("merging:split.title")} about={t("merging:split.about")}>
      <DescriptionList
        items={[
          ...(from === null ? [] : [{ term: t("merging:splitFrom"), description: link(from) }]),
          ...into.map((one) => ({ term: t("merging:splitInto"), description: link(one) })),
        ]}
      />
    </Section>
  );
}
