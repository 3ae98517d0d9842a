import { ActForm } from "#app/components/handling/act-form.tsx";
import { MarkedText } from "#app/components/submission/marked-text.tsx";
import { useText } from "#app/components/text.tsx";
import { marksOf } from "#app/domain/flag/marks.ts";
import type { Contact, ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { VisibilityMark } from "#app/ui/field.tsx";
import { Halves, Row, Stack } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { FindingWords } from "./finding-words.tsx";
import { FlagBanner } from "./flag-banner.tsx";

/** What becomes public and what only the city sees, side by side, with what looks like personal data marked in the public part. */
export function ReviewTexts({ page, contact }: { page: ReviewPage; contact: Contact | null }) {
  return (
    <Stack>
      <FlagBanner page={page} />
      {page.kind !== "INQUIRY" && <FoundBanner page={page} />}
      <Halves>
        <PublicPart page={page} />
        <CityPart page={page} contact={contact} />
      </Halves>
    </Stack>
  );
}

/** What looks like personal data in what becomes public, piece by piece; that nothing does is said too. */
export function FoundBanner({ page }: { page: Pick<ReviewPage, "fields"> }) {
  const { t } = useText();
  const findings = page.fields.flatMap((field) => field.findings.map((finding) => ({ ...finding, field: field.name })));
  if (findings.length === 0) return <p className="text-ink-soft">{t("desk:review.foundNone")}</p>;
  return (
    <NotificationBanner tone="warning" headingLevel="h2" title={t("desk:review.found", { count: findings.length })}>
      <p>{t("desk:review.foundAbout")}</p>
      <ul className="list-disc pl-6">
        {findings.map((finding) => (
          <li key={`${finding.field} ${finding.start}`}>
            <FindingWords field={finding.field} finding={finding} />
          </li>
        ))}
      </ul>
    </NotificationBanner>
  );
}

/** What becomes public, word for word. */
export function PublicPart({ page }: { page: Pick<ReviewPage, "kind" | "fields" | "flags"> }) {
  const { t } = useText();
  const rows = page.fields.map((field) => ({
    term: t(`desk:review.fields.${field.name}`),
    description: <MarkedText text={field.text} findings={marksOf(field, page.flags.findings)} />,
  }));
  const isInquiry = page.kind === "INQUIRY";
  const anonymous =
    isInquiry || page.kind === "PARTNERSHIP" || page.fields.some(({ name }) => name === "displayName")
      ? []
      : [{ term: t("desk:review.fields.displayName"), description: t("desk:review.noDisplayName") }];
  return (
    <Card id="public-text">
      <Row>
        <h2 className="heading-4">{t(isInquiry ? "desk:review.inquiryTitle" : "desk:review.publicTitle")}</h2>
        {isInquiry ? (
          <VisibilityMark visibility="private">{t("common:visibility.city")}</VisibilityMark>
        ) : (
          <VisibilityMark visibility="public">{t("common:visibility.public")}</VisibilityMark>
        )}
      </Row>
      <DescriptionList layout="stacked" items={[...rows, ...anonymous]} />
    </Card>
  );
}

function CityPart({ page, contact }: { page: ReviewPage; contact: Contact | null }) {
  const { t } = useText();
  const rows = useCityRows(page);
  return (
    <Card soft id="city-text">
      <Row>
        <h2 className="heading-4">{t("desk:review.cityTitle")}</h2>
        <VisibilityMark visibility="private">{t("common:visibility.city")}</VisibilityMark>
      </Row>
      {rows.length > 0 ? (
        <DescriptionList layout="stacked" items={rows} />
      ) : (
        page.kind !== "INQUIRY" && <p className="text-ink-soft">{t("desk:review.cityNone")}</p>
      )}
      <h3 className="heading-4">{t("desk:review.contactTitle")}</h3>
      {contact ? <ContactFacts contact={contact} /> : <ContactRequest page={page} />}
    </Card>
  );
}

function useCityRows(page: ReviewPage) {
  const { t } = useText();
  const { cityOnly } = page;
  if (cityOnly === null || page.kind !== "PARTNERSHIP") return [];
  const text = (name: "cooperation" | "request" | "confidentialNote") =>
    cityOnly[name]
      ? [{ term: t(`desk:review.fields.${name}`), description: <Prose text={cityOnly[name] ?? ""} /> }]
      : [];
  return [
    {
      term: t("desk:review.fields.corporateNumber"),
      description: cityOnly.corporateNumber ?? t("desk:review.corporateNone"),
    },
    ...text("cooperation"),
    ...text("request"),
    ...(cityOnly.costSharing
      ? [
          {
            term: t("desk:review.fields.costSharing"),
            description: t(`desk:review.costSharings.${cityOnly.costSharing}`),
          },
        ]
      : []),
    ...text("confidentialNote"),
  ];
}

function ContactRequest({ page }: { page: ReviewPage }) {
  const { t, locale } = useText();
  if (page.contact === null) return <p>{t("desk:review.contactHidden")}</p>;
  const given = (["name", "email", "phone", "contactPerson"] as const).filter((name) => page.contact?.[name]);
  if (given.length === 0) return <p>{t("desk:review.contactNone")}</p>;
  const list = given.map((name) => t(`desk:review.contact.${name}`)).join(locale === "en" ? ", " : "、");
  return (
    <ActForm act="show" version={page.version}>
      <p>{t("desk:review.contactHas", { list })}</p>
      <p className="text-small text-ink-soft">{t("desk:review.contactAbout")}</p>
      <div>
        <Button name="intent" value="send" variant="outline" size="sm" icon="eye">
          {t("desk:review.contactShow")}
        </Button>
      </div>
    </ActForm>
  );
}

function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = useText();
  const items = (["name", "email", "phone", "contactPerson"] as const).flatMap((name) => {
    const value = contact[name];
    if (value === null) return [];
    const note =
      name === "email" ? ` ${t(`desk:review.contact.${contact.emailConfirmed ? "confirmed" : "unconfirmed"}`)}` : "";
    return [{ term: t(`desk:review.contact.${name}`), description: <OwnWords>{`${value}${note}`}</OwnWords> }];
  });
  return <DescriptionList layout="stacked" items={items} />;
}
