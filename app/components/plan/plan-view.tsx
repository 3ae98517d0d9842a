import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { dayText } from "#app/components/reading/day.tsx";
import { ReadAloud } from "#app/components/reading/read-aloud.tsx";
import { useText } from "#app/components/text.tsx";
import type { PlanView as PlanData } from "#app/domain/reading/queries/get-plan-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { EmptyState, PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { ResourceList } from "#app/ui/resource-list.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";

const stateTones = { open: "success", ended: "neutral", notHere: "info" } as const;

const anchor = (key: string) => `plan-${key}`;

/** The plans with their periods, successors, editions and documents, the newest first. */
export function PlanView({ plans }: { plans: readonly PlanData[] }) {
  const { t, path } = useText();
  const title = t("public:plan.title");
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: title }]} />}>
      <PageHeading title={title} lead={t("public:plan.lead")} />
      <ReadAloud />
      {plans.length === 0 && (
        <EmptyState
          picture="way"
          title={t("empty:plan.title")}
          actions={<ButtonLink href={path(paths.contact())}>{t("empty:plan.contact")}</ButtonLink>}
        >
          {t("empty:plan.text")}
        </EmptyState>
      )}
      {plans.length > 0 && (
        <nav aria-label={t("public:plan.contents")} className="paper:hidden">
          <ul className="flex flex-col gap-x-8 border-l-4 border-accent pl-5">
            {plans.map((plan) => (
              <li key={plan.key}>
                <a href={`#${anchor(plan.key)}`} className="inline-flex min-h-11 items-center font-bold">
                  {plan.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {plans.map((plan) => (
        <OnePlan key={plan.key} plan={plan} />
      ))}
    </PageBody>
  );
}

function OnePlan({ plan }: { plan: PlanData }) {
  const { t, path } = useText();
  return (
    <Section id={anchor(plan.key)} title={plan.title}>
      <p>
        <StatusBadge tone={stateTones[plan.state]}>{t(`public:plan.state.${plan.state}`)}</StatusBadge>
      </p>
      <Prose text={plan.summary} />
      <PlanFacts plan={plan} />
      <div className="flex flex-col gap-4">
        <h3 className="heading-3">{t("public:plan.versionsTitle")}</h3>
        {plan.versions.map((version) => (
          <Version key={version.key} version={version} />
        ))}
      </div>
      {plan.themes.length > 0 && (
        <div className="flex flex-col gap-4">
          <h3 className="heading-3">{t("public:plan.themesTitle")}</h3>
          <ResourceList
            items={plan.themes.map((theme) => ({
              href: path(paths.theme(theme.slug)),
              title: `${theme.numeral} ${theme.title}`,
              about: theme.lead,
            }))}
          />
        </div>
      )}
    </Section>
  );
}

function PlanFacts({ plan }: { plan: PlanData }) {
  const { t, locale } = useText();
  const from = dayText(plan.startsOn, locale, "short").text;
  return (
    <DescriptionList
      items={[
        {
          term: t("public:plan.period"),
          description:
            plan.endsOn === null
              ? t("public:plan.periodFrom", { from })
              : t("public:plan.periodRange", { from, to: dayText(plan.endsOn, locale, "short").text }),
        },
        ...(plan.successor
          ? [
              {
                term: t("public:plan.successor"),
                description: <Link href={`#${anchor(plan.successor.key)}`}>{plan.successor.title}</Link>,
              },
            ]
          : []),
      ]}
    />
  );
}

function Version({ version }: { version: PlanData["versions"][number] }) {
  const { t, locale } = useText();
  return (
    <Card>
      <div className="flex flex-col gap-1">
        <h4 className="heading-4">{version.label}</h4>
        <p className="text-ink-soft">{version.note}</p>
        {version.publishedOn !== null && (
          <p className="text-small text-ink-faint">
            {t("public:plan.publishedOn")}{" "}
            <time dateTime={version.publishedOn}>{dayText(version.publishedOn, locale).text}</time>
          </p>
        )}
      </div>
      <ul className="flex flex-col gap-3">
        {version.documents.map((document) => (
          <li key={document.id} className="flex items-start gap-2">
            <Icon name="document" className="mt-[0.225em] text-accent" />
            <span>
              {document.url === null ? document.title : <Link href={document.url}>{document.title}</Link>}
              <span className="block text-small text-ink-faint">{document.note}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
