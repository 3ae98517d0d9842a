import { ExportButtons } from "#app/components/desk/export-buttons.tsx";
import { useText } from "#app/components/text.tsx";
import { auditActions } from "#app/domain/audit/audit-actions.ts";
import { type AuditFilter, auditActorKinds } from "#app/domain/audit/audit-log.ts";
import type { AuditHead, AuditRow } from "#app/domain/audit/queries/list-audit-entries.server.ts";
import { formatDateTime, typedDate } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { EmptyState, FilterBar } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Pagination } from "#app/ui/pagination.tsx";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { ActionName } from "./action-name.tsx";

const subjects = [
  "submission",
  "comment",
  "decision-run",
  "theme",
  "question",
  "plan",
  "department",
  "section",
  "desk",
  "routing-rule",
  "staff",
  "invitation",
  "session",
  "mail",
  "received-mail",
  "setting",
  "outcome",
  "email-address",
  "glossary-term",
  "reason",
  "canned-reply",
  "flag-word",
  "follow",
  "list",
] as const;

type Props = {
  entries: AuditRow[];
  next: string | null;
  head: AuditHead | null;
  filter: AuditFilter;
  /** What was typed, also where it says nothing the log can be narrowed to. */
  asked: Record<string, string>;
};

/** Who did what, when. */
export function AuditView({ entries, next, head, filter, asked }: Props) {
  const { t } = useText();
  const { after, ...kept } = filter;
  const query = (more: Record<string, string | undefined>) =>
    new URLSearchParams(
      Object.entries({ ...kept, ...more }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    ).toString();
  return (
    <>
      <DeskHeading title={t("desk:audit.title")} about={t("desk:audit.about")} />
      <Filters filter={filter} asked={asked} />
      {entries.length > 0 ? (
        <Entries entries={entries} />
      ) : (
        <EmptyState
          picture="record"
          title={t("desk:audit.empty")}
          actions={
            <ButtonLink href={paths.deskAudit()} variant="outline">
              {t("emptyDesk:all")}
            </ButtonLink>
          }
        >
          {t("emptyDesk:audit.text")}
        </EmptyState>
      )}
      <Pagination
        label={t("desk:audit.pages")}
        previous={after ? { href: paths.deskAudit(query({})), label: t("desk:audit.newest") } : undefined}
        next={next ? { href: paths.deskAudit(query({ after: next })), label: t("desk:audit.older") } : undefined}
      />
      <ExportButtons action={paths.deskExportAudit()} filter={kept} />
      {head && <Head head={head} />}
    </>
  );
}

/** What to note down elsewhere, so that a log that was cut short or made anew is found out. */
function Head({ head }: { head: AuditHead }) {
  const { t } = useText();
  return (
    <Card soft>
      <h2 className="heading-3">{t("desk:audit.head.title", { n: head.count })}</h2>
      <p>
        <code className="break-all">{head.hash}</code>
      </p>
      <p>{t("desk:audit.head.about")}</p>
    </Card>
  );
}

function Filters({ filter, asked }: Pick<Props, "filter" | "asked">) {
  const { t, locale } = useText();
  const day = (name: "from" | "to") => {
    const read = filter[name];
    return (
      <DateInput
        id={name}
        name={name}
        label={t(`desk:audit.${name}`)}
        defaultValue={read === undefined ? asked[name] : typedDate(read, locale)}
        error={read === undefined && asked[name]?.trim() ? t("errors:date") : undefined}
      />
    );
  };
  return (
    <FilterBar
      action={paths.deskAudit()}
      label={t("desk:audit.filters")}
      actions={
        <>
          <Button variant="outline">{t("desk:audit.apply")}</Button>
          <ButtonLink href={paths.deskAudit()} variant="text">
            {t("desk:audit.reset")}
          </ButtonLink>
        </>
      }
    >
      <Select
        id="action"
        name="action"
        label={t("desk:audit.action")}
        emptyLabel={t("desk:audit.all")}
        defaultValue={filter.action ?? ""}
        options={auditActions.map((value) => ({ value, label: t(`desk:audit.actions.${value}`) }))}
      />
      <Select
        id="subject"
        name="subject"
        label={t("desk:audit.subject")}
        emptyLabel={t("desk:audit.all")}
        defaultValue={filter.subject ?? ""}
        options={subjects.map((value) => ({ value, label: t(`desk:audit.subjects.${value}`) }))}
      />
      <Select
        id="actor"
        name="actor"
        label={t("desk:audit.actor")}
        emptyLabel={t("desk:audit.all")}
        defaultValue={filter.actor ?? ""}
        options={auditActorKinds.map((value) => ({ value, label: t(`desk:audit.actors.${value}`) }))}
      />
      <TextInput
        id="number"
        name="number"
        label={t("desk:queue.number")}
        defaultValue={filter.number}
        autoComplete="off"
      />
      {day("from")}
      {day("to")}
    </FilterBar>
  );
}

function Entries({ entries }: { entries: AuditRow[] }) {
  const { t, locale } = useText();
  const item = (row: AuditRow) => {
    const label = row.subjectNumber ?? row.subjectId.slice(0, 8);
    const address = addressOf(row);
    return address === null ? <span title={row.subjectId}>{label}</span> : <Link href={address}>{label}</Link>;
  };
  return (
    <Table
      id="entries"
      caption={t("desk:audit.title")}
      captionHidden
      rows={entries}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "at",
          header: t("desk:audit.at"),
          nowrap: true,
          cell: (row) => <time dateTime={row.at}>{formatDateTime(new Date(row.at), locale)}</time>,
        },
        {
          key: "who",
          header: t("desk:audit.who"),
          cell: (row) => (
            <>
              <span lang={languageOf(row.actorLabel)}>{row.actorLabel}</span> ({t(`desk:audit.actors.${row.actorKind}`)}
              )
            </>
          ),
        },
        {
          key: "action",
          header: t("desk:audit.action"),
          rowHeader: true,
          cell: ({ action }) => <ActionName action={action} />,
        },
        {
          key: "subject",
          header: t("desk:audit.subject"),
          nowrap: true,
          cell: (row) => t(`desk:audit.subjects.${row.subjectType}`),
        },
        { key: "item", header: t("desk:audit.item"), cell: item },
        {
          key: "detail",
          header: t("desk:audit.detail"),
          roomy: true,
          cell: (row) =>
            row.detail === "{}" ? (
              "–"
            ) : (
              <Disclosure summary={t("desk:audit.open")}>
                <code className="break-all whitespace-pre-wrap">{row.detail}</code>
              </Disclosure>
            ),
        },
      ]}
    />
  );
}

/** Where the subject of an entry is looked at, if it has a page: what a number names depends on what the entry is about. */
function addressOf({ subjectType, subjectId, subjectNumber }: AuditRow): string | null {
  if (subjectType === "decision-run") return paths.deskRun(subjectId);
  if (subjectType === "mail") return paths.deskMail(subjectId);
  if (subjectNumber === null) return null;
  if (subjectType === "submission") return paths.deskSubmission(subjectNumber);
  return subjectType === "comment" ? paths.deskComment(subjectNumber) : null;
}
