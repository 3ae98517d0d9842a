import { useText } from "#app/components/text.tsx";
import type { TrackedSubmission } from "#app/domain/submission/submission-pages.ts";
import { paths } from "#app/routes/paths.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { stateTone, stateWhileMerged } from "./state-words.ts";

/** Where the matter of a merged proposal is now, and how far it is. */
export function MergedPart({ into }: { into: NonNullable<TrackedSubmission["mergedInto"]> }) {
  const { t, path } = useText();
  const state = stateWhileMerged(into);
  return (
    <Section id="merged" title={t("merging:tracked.title")}>
      <DescriptionList
        items={[
          {
            term: t("merging:tracked.into"),
            description:
              into.title === null ? (
                into.number
              ) : (
                <Link href={path(paths.proposal(into.number))}>
                  {into.number} <OwnWords>{into.title}</OwnWords>
                </Link>
              ),
          },
          {
            term: t("merging:tracked.state"),
            description: <StatusBadge tone={stateTone[state]}>{t(`track:state.${state}.title`)}</StatusBadge>,
          },
        ]}
      />
    </Section>
  );
}
