import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { ExportDirectory } from "#app/components/directory/directory-import-view.tsx";
import { MailboxBadge } from "#app/components/directory/mailbox-part.tsx";
import { useText } from "#app/components/text.tsx";
import type { OfficeState } from "#app/domain/directory/desk-office.ts";
import type { DirectoryDepartment, DirectoryDesk } from "#app/domain/directory/queries/get-directory-page.server.ts";
import { formatShort } from "#app/domain/shared/japanese-date.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { EmptyState, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";

/** Departments, sections and desks; changing starts from here. */
export function DirectoryEditingView({
  departments,
  mayChange,
  mayImport,
}: {
  departments: DirectoryDepartment[];
  mayChange: boolean;
  mayImport: boolean;
}) {
  const { t, locale } = useText();
  return (
    <>
      <DoneBanner />
      <DeskHeading
        title={t("desk:directory.title")}
        about={t("desk:directory.about")}
        actions={
          <>
            <ButtonLink href={paths.deskRules()} variant="outline">
              {t("desk:directory.rules")}
            </ButtonLink>
            {mayImport && (
              <ButtonLink href={paths.deskDirectoryImport()} variant="outline">
                {t("office:import.title")}
              </ButtonLink>
            )}
            {mayChange && (
              <>
                <ButtonLink href={paths.deskDepartment("new")} variant="outline" icon="plus">
                  {t("desk:directory.addDepartment")}
                </ButtonLink>
                <ButtonLink href={paths.deskSection("new")} variant="outline" icon="plus">
                  {t("desk:directory.addSection")}
                </ButtonLink>
                <ButtonLink href={paths.deskDesk("new")} icon="plus">
                  {t("desk:directory.addDesk")}
                </ButtonLink>
              </>
            )}
          </>
        }
      />
      {departments.length === 0 && (
        <EmptyState
          picture="facilities"
          title={t("desk:directory.empty")}
          actions={
            mayChange && (
              <ButtonLink href={paths.deskDepartment("new")} variant="outline" icon="plus">
                {t("desk:directory.addDepartment")}
              </ButtonLink>
            )
          }
        >
          {t("emptyDesk:directory.text")}
        </EmptyState>
      )}
      {departments.map((department) => (
        <Section
          key={department.id}
          id={`department-${department.id}`}
          title={pick(department.name, locale)}
          action={
            mayChange && <Link href={paths.deskDepartment(department.id)}>{t("desk:directory.changeDepartment")}</Link>
          }
        >
          {department.sections.map((section) => (
            <div key={section.id} className="flex flex-col gap-2">
              <DeskTable id={section.id} caption={pick(section.name, locale)} desks={section.desks} />
              {mayChange && (
                <p className="text-small">
                  <Link href={paths.deskSection(section.id)}>
                    {t("desk:directory.changeSection", { name: pick(section.name, locale) })}
                  </Link>
                </p>
              )}
            </div>
          ))}
        </Section>
      ))}
      {mayChange && departments.length > 0 && <ExportDirectory />}
    </>
  );
}

const tones: Record<OfficeState, StatusTone> = {
  inOffice: "success",
  notYet: "info",
  ended: "neutral",
  closed: "neutral",
};

/** Whether a desk takes work today, and the days that say so. */
function OfficeBadge({ desk }: { desk: DirectoryDesk }) {
  const { t, locale } = useText();
  const { officeState: state, validFrom, validUntil } = desk;
  const days =
    state === "notYet" && validFrom !== null
      ? t("office:from", { day: formatShort(validFrom, locale) })
      : state !== "closed" && validUntil !== null
        ? t("office:until", { day: formatShort(validUntil, locale) })
        : null;
  return (
    <>
      <StatusBadge tone={tones[state]}>{t(`office:states.${state}`)}</StatusBadge>
      {days !== null && <span>{days}</span>}
      {state !== "inOffice" && desk.openItems > 0 && (
        <StatusBadge tone="warning">{t("office:openItems", { count: desk.openItems })}</StatusBadge>
      )}
    </>
  );
}

function DeskTable({ id, caption, desks }: { id: string; caption: string; desks: DirectoryDesk[] }) {
  const { t, locale } = useText();
  return (
    <Table
      id={`section-${id}`}
      caption={caption}
      rows={desks}
      rowKey={(desk) => desk.id}
      empty={t("desk:directory.noDesks")}
      columns={[
        {
          key: "name",
          header: t("desk:directory.desk"),
          rowHeader: true,
          cell: (desk) => <Link href={paths.deskDesk(desk.id)}>{pick(desk.name, locale)}</Link>,
        },
        { key: "slug", header: t("desk:directory.slug"), nowrap: true, cell: (desk) => desk.slug },
        { key: "phone", header: t("desk:directory.phone"), nowrap: true, cell: (desk) => desk.phone },
        {
          key: "mailbox",
          header: t("desk:directory.mailbox"),
          cell: (desk) =>
            desk.mailbox === null ? (
              t("desk:directory.noMailbox")
            ) : (
              <>
                {desk.mailbox} <MailboxBadge state={desk.mailboxState} />
              </>
            ),
        },
        {
          key: "state",
          header: t("desk:staff.state"),
          nowrap: true,
          cell: (desk) => (
            <span className="flex flex-wrap gap-1">
              <OfficeBadge desk={desk} />
              {desk.isFallback && <StatusBadge tone="info">{t("desk:directory.fallback")}</StatusBadge>}
            </span>
          ),
        },
      ]}
    />
  );
}
