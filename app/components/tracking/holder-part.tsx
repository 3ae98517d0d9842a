import { Day } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Section } from "#app/ui/layout.tsx";
import { PhoneLink } from "#app/ui/link.tsx";
import type { Tracked } from "./state-words.ts";

/** The promise: who has it now and until when; if late, the reason as the desk gave it. */
export function HolderPart({ item }: { item: Tracked }) {
  const { t, locale } = useText();
  const { holder } = item;
  if (holder === null) return null;
  const review = item.type === "submission" && item.mergedInto !== null ? item.mergedInto.review : item.review;
  const lateReason = item.type === "submission" ? item.lateReason : null;
  return (
    <Section id="holder" title={t("track:holder.title")}>
      <DescriptionList
        items={[
          {
            term: t("track:holder.who"),
            description: holder.desk === null ? t("track:office") : `${holder.desk.section} ${holder.desk.name}`,
          },
          ...(holder.desk === null
            ? []
            : [{ term: t("track:holder.phone"), description: <PhoneLink number={holder.desk.phone} /> }]),
          ...(holder.isPaused ? [{ term: t("track:holder.answerBy"), description: t("track:holder.paused") }] : []),
          ...(holder.dueOn === null
            ? []
            : [
                {
                  term: t(review === "PENDING" ? "track:holder.reviewBy" : "track:holder.answerBy"),
                  description: (
                    <>
                      <Day day={holder.dueOn} locale={locale} />
                      {holder.late && <strong className="block text-error">{t("track:holder.late")}</strong>}
                      {holder.late && review !== "PENDING" && (
                        <span className="block">{t("track:holder.noReasonYet")}</span>
                      )}
                    </>
                  ),
                },
              ]),
          ...(lateReason === null
            ? []
            : [
                {
                  term: t(holder.late ? "track:holder.reasonBefore" : "track:holder.lateReason"),
                  description: <span lang="ja">{lateReason}</span>,
                },
              ]),
        ]}
      />
    </Section>
  );
}
