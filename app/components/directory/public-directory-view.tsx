import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import type { DirectoryDepartment, DirectoryDesk } from "#app/domain/reading/queries/get-directory.server.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import { EmptyState, PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { PhoneLink } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** Departments › sections › desks, each with what to ask there, telephone and hours. */
export function PublicDirectoryView({ departments }: { departments: readonly DirectoryDepartment[] }) {
  const { t } = useText();
  const title = t("public:contact.title");
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: title }]} />}>
      <PageHeading title={title} lead={t("public:contact.lead")} />
      <NotificationBanner tone="warning" title={t("public:contact.urgentTitle")} headingLevel="p">
        {t("public:contact.urgentText")}
      </NotificationBanner>
      {departments.length === 0 && (
        <EmptyState picture="facilities" title={t("public:contact.emptyTitle")}>
          {t("public:contact.emptyText")}
        </EmptyState>
      )}
      {departments.map((department) => (
        <Section key={department.key} id={`department-${department.key}`} title={department.name}>
          {department.sections.map((section) => (
            <div key={section.key} className="flex flex-col gap-4">
              <h3 className="heading-3">{section.name}</h3>
              <ul className="grid grid-cols-1 gap-4 desktop:grid-cols-2 desktop:gap-6">
                {section.desks.map((desk) => (
                  <li key={desk.slug} className="min-w-0">
                    <DeskCard desk={desk} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Section>
      ))}
    </PageBody>
  );
}

function DeskCard({ desk }: { desk: DirectoryDesk }) {
  const { t, path } = useText();
  return (
    <article
      id={`desk-${desk.slug}`}
      className="flex h-full flex-col items-start gap-3 rounded-16 border border-line bg-surface p-5 desktop:p-7"
    >
      {desk.isFallback && (
        <ChipLabel tone="accent" icon="info">
          {t("public:contact.fallback")}
        </ChipLabel>
      )}
      <h4 className="heading-3">{desk.name}</h4>
      <p className="text-ink-soft">{desk.duty}</p>
      <dl className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-x-3">
          <dt className="text-small text-ink-faint">{t("public:contact.phone")}</dt>
          <dd className="text-[1.125rem]/[1.4]">
            <PhoneLink number={desk.phone} />
          </dd>
        </div>
        <div className="flex flex-col">
          <dt className="text-small text-ink-faint">{t("public:contact.hours")}</dt>
          <dd className="text-small">{desk.hours}</dd>
        </div>
      </dl>
      <div className="mt-auto pt-2">
        <ButtonLink
          href={path(paths.contactDesk(desk.slug))}
          variant="outline"
          icon="mail"
          aria-label={t("public:contact.askNamed", { desk: desk.name })}
        >
          {t("public:contact.ask")}
        </ButtonLink>
      </div>
    </article>
  );
}
