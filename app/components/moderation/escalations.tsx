import { momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { EscalationNote } from "#app/domain/moderation/arrangement-page.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Stack } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { Prose, QuotedText } from "#app/ui/prose.tsx";

/** That an item is with the administrators, and what was written when it was handed to them before. */
export function Escalations({ page }: { page: ReviewPage }) {
  const { t, locale } = useText();
  const now = page.escalations.find(({ end }) => end === null);
  const before = page.escalations.filter(({ end }) => end !== null);
  const at = (moment: string) => momentOf(moment, locale).text;
  return (
    <>
      {now && (
        <NotificationBanner
          tone="warning"
          headingLevel="h2"
          title={t("arrangement:escalate.now", { by: now.by, at: at(now.at) })}
        >
          <Prose text={now.note} />
          <p>{t("arrangement:escalate.alone")}</p>
        </NotificationBanner>
      )}
      {before.length > 0 && (
        <Disclosure boxed summary={`${t("arrangement:escalate.before")} (${before.length})`}>
          <Stack gap="sm">
            {before.map((one) => (
              <Ended key={one.id} one={one} at={at} />
            ))}
          </Stack>
        </Disclosure>
      )}
    </>
  );
}

function Ended({ one, at }: { one: EscalationNote; at: (moment: string) => string }) {
  const { t } = useText();
  return (
    <>
      <QuotedText text={one.note} source={t("arrangement:escalate.by", { by: one.by, at: at(one.at) })} />
      {one.end &&
        (one.end.note === null ? (
          <p>{t("arrangement:escalate.decided", { by: one.end.by, at: at(one.end.at) })}</p>
        ) : (
          <QuotedText
            text={one.end.note}
            source={t("arrangement:escalate.givenBack", { by: one.end.by, at: at(one.end.at) })}
          />
        ))}
    </>
  );
}
