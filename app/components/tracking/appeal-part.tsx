import { Day, Moment } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { TrackedAppeal } from "#app/domain/moderation/appeal-pages.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { FormActions, Section } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { QuotedText } from "#app/ui/prose.tsx";

/** What the author can answer to the decision that stands, or what they answered and what became of it. Nothing where neither is. */
export function AppealPart({ appeal: { possible, filed }, formHref }: { appeal: TrackedAppeal; formHref: string }) {
  const { t, locale } = useText();
  if (possible !== null) {
    return (
      <Section id="appeal" title={t("appeals:part.title")} about={t("appeals:part.about")}>
        <DescriptionList
          items={[{ term: t("appeals:part.until"), description: <Day day={possible.until} locale={locale} /> }]}
        />
        <FormActions>
          <ButtonLink href={formHref} variant="outline">
            {t("appeals:part.file")}
          </ButtonLink>
        </FormActions>
      </Section>
    );
  }
  if (filed === null) return null;
  return (
    <Section id="appeal" title={t("appeals:part.title")}>
      <NotificationBanner tone="info" title={t(`appeals:part.${filed.state}`)}>
        {filed.state === "open" && (
          <p>
            {t("appeals:part.dueOn")} <Day day={filed.dueOn} locale={locale} />
            {filed.late && ` ${t("appeals:part.late")}`}
          </p>
        )}
      </NotificationBanner>
      {filed.explanation !== null && <QuotedText text={filed.explanation} lang="ja" source={t("appeals:part.city")} />}
      <QuotedText
        text={filed.words}
        source={
          <>
            {t("appeals:part.yours")} <Moment at={filed.filedAt} locale={locale} />
          </>
        }
      />
    </Section>
  );
}
