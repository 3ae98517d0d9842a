import type { ReactNode } from "react";
import { BackButton } from "#app/components/desk/back-button.tsx";
import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import type { FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { fileColumnName } from "#app/components/directory/file-columns.ts";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { fileLimit, mostFileRows } from "#app/domain/directory/directory-file.ts";
import {
  changesAnything,
  type FileProblem,
  type ImportPlan,
  type PlannedDesk,
} from "#app/domain/directory/directory-import.ts";
import type { EndingDesk } from "#app/domain/directory/queries/list-ending-desks.server.ts";
import { formatShort } from "#app/domain/shared/japanese-date.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FileInput } from "#app/ui/file-input.tsx";
import { FormActions, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Table } from "#app/ui/table.tsx";

type DryRun = { text: string; problems: FileProblem[]; plan: ImportPlan | null; stamp: string };

type Props = {
  ending: EndingDesk[];
  answer?: FormAnswer;
  dryRun: DryRun | null;
  refused: { messageKey: string; params: Record<string, string | number> } | null;
};

/** The directory as a file: taking it away, choosing a changed one, seeing what it would do, doing it, and what is to be handed over then. */
export function DirectoryImportView({ ending, answer, dryRun, refused }: Props) {
  const { t } = useText();
  const form = useDeskForm({ initial: {}, answer }, { file: t("office:import.file") });
  return (
    <>
      <DoneBanner />
      {form.messages}
      {refused && (
        <NotificationBanner
          tone="error"
          live
          toneText={t("desk:form.refused")}
          title={t(`errors:${refused.messageKey}`, refused.params)}
        />
      )}
      <DeskHeading
        title={t("office:import.title")}
        about={t("office:import.about")}
        actions={<BackButton href={paths.deskDirectory()} />}
      />
      {dryRun && dryRun.problems.length > 0 && <Problems problems={dryRun.problems} />}
      {dryRun?.plan && <Plan plan={dryRun.plan} text={dryRun.text} stamp={dryRun.stamp} />}
      <Section id="choose" title={t(dryRun ? "office:import.again" : "office:import.choose")}>
        <Card>
          <ExportDirectory />
          <PageForm className="flex flex-col gap-6" encType="multipart/form-data">
            <input type="hidden" name="act" value="read" />
            <FileInput
              {...form.field("file", { support: t("office:import.fileSupport", { rows: mostFileRows }), secret: true })}
              accept=".csv,text/csv"
            />
            <FormActions>
              <Button>{t("office:import.read")}</Button>
            </FormActions>
          </PageForm>
        </Card>
      </Section>
      <Ending desks={ending} />
    </>
  );
}

/** A form, because each export is written down. */
export function ExportDirectory() {
  const { t } = useText();
  return (
    <form method="post" action={paths.deskExportDirectory()} className="flex flex-col items-start gap-2">
      <p>{t("office:import.exportAbout")}</p>
      <Button variant="outline">{t("office:import.export")}</Button>
    </form>
  );
}

function Problems({ problems }: { problems: FileProblem[] }) {
  const { t } = useText();
  return (
    <>
      <NotificationBanner tone="error" live title={t("office:import.wrong", { count: problems.length })}>
        <p>{t("office:import.wrongAbout")}</p>
      </NotificationBanner>
      <Table
        id="problems"
        caption={t("office:import.problems")}
        rows={problems.map((problem, index) => ({ ...problem, index }))}
        rowKey={({ index }) => String(index)}
        empty=""
        columns={[
          {
            key: "line",
            header: t("office:import.line"),
            rowHeader: true,
            nowrap: true,
            cell: ({ line }) => t("office:import.lineNumber", { line }),
          },
          {
            key: "column",
            header: t("office:import.column"),
            cell: ({ column }) => (column === null ? "–" : fileColumnName(t, column)),
          },
          {
            key: "what",
            header: t("office:import.what"),
            roomy: true,
            cell: ({ column, message }) =>
              t(`errors:${message}`, { maximum: column === null ? mostFileRows : fileLimit(column) }),
          },
        ]}
      />
    </>
  );
}

function Plan({ plan, text, stamp }: { plan: ImportPlan; text: string; stamp: string }) {
  const { t, locale } = useText();
  const touched = plan.desks.filter(({ changes }) => changes.length > 0);
  const added = touched.filter(({ before }) => before === null);
  const ended = touched.filter(({ ends }) => ends);
  const changed = touched.filter(({ before, ends }) => before !== null && !ends);
  const same = plan.desks.length - touched.length;
  const names = (desks: { name: { ja: string; easy: string; en: string }; slug: string }[]) =>
    desks.map(({ name, slug }) => `${pick(name, locale)} (${slug})`).join(t("desk:form.listComma"));
  return (
    <Section id="plan" title={t("office:import.plan")} about={t("office:import.planAbout")}>
      <Units plan={plan} />
      <Desks id="added" caption={t("office:import.added", { count: added.length })} desks={added} />
      <Desks id="changed" caption={t("office:import.changed", { count: changed.length })} desks={changed} />
      <Desks id="ended" caption={t("office:import.ended", { count: ended.length })} desks={ended} />
      <p>{t("office:import.same", { count: same })}</p>
      {plan.missing.length > 0 && (
        <p>{t("office:import.missing", { count: plan.missing.length, names: names(plan.missing) })}</p>
      )}
      <Card>
        {changesAnything(plan) ? (
          <PageForm className="flex flex-col gap-4" encType="multipart/form-data">
            <input type="hidden" name="act" value="import" />
            <input type="hidden" name="stamp" value={stamp} />
            <input type="hidden" name="text" value={text} />
            <p>{t("office:import.goAbout")}</p>
            <FormActions>
              <Button>{t("office:import.go")}</Button>
            </FormActions>
          </PageForm>
        ) : (
          <p>{t("office:import.nothing")}</p>
        )}
      </Card>
    </Section>
  );
}

function Units({ plan }: { plan: ImportPlan }) {
  const { t, locale } = useText();
  const rows = [
    ...plan.departments.map((unit) => ({ ...unit, kind: "department" as const })),
    ...plan.sections.map((unit) => ({ ...unit, kind: "section" as const })),
  ];
  if (rows.length === 0) return null;
  return (
    <Table
      id="units"
      caption={t("office:import.units", { count: rows.length })}
      rows={rows}
      rowKey={({ kind, key }) => `${kind} ${key}`}
      empty=""
      columns={[
        {
          key: "kind",
          header: t("office:import.kind"),
          nowrap: true,
          cell: ({ kind }) => t(`desk:directory.${kind}`),
        },
        { key: "key", header: t("office:import.key"), rowHeader: true, cell: ({ key }) => key },
        {
          key: "before",
          header: t("office:import.before"),
          cell: ({ before }) => (before === null ? t("office:import.new") : pick(before.name, locale)),
        },
        { key: "after", header: t("office:import.after"), cell: ({ name }) => pick(name, locale) },
      ]}
    />
  );
}

/** Field by field what becomes of each desk. */
function Desks({ id, caption, desks }: { id: string; caption: string; desks: PlannedDesk[] }) {
  const { t, locale } = useText();
  const rows = desks.flatMap(({ before, after, changes }) =>
    changes.map((change) => ({ ...change, slug: after.slug, name: pick((before ?? after).name, locale) })),
  );
  if (rows.length === 0) return null;
  const value = (text: string): ReactNode => (text === "" ? t("office:import.none") : <OwnWords>{text}</OwnWords>);
  return (
    <Table
      id={id}
      caption={caption}
      rows={rows}
      rowKey={({ slug, column }) => `${slug} ${column}`}
      empty=""
      columns={[
        {
          key: "desk",
          header: t("desk:directory.desk"),
          rowHeader: true,
          cell: ({ name, slug }) => `${name} (${slug})`,
        },
        { key: "field", header: t("office:import.column"), cell: ({ column }) => fileColumnName(t, column) },
        { key: "before", header: t("office:import.before"), roomy: true, cell: ({ before }) => value(before) },
        { key: "after", header: t("office:import.after"), roomy: true, cell: ({ after }) => value(after) },
      ]}
    />
  );
}

function Ending({ desks }: { desks: EndingDesk[] }) {
  const { t, locale } = useText();
  if (desks.length === 0) return null;
  return (
    <Section id="ending" title={t("office:ending.title")} about={t("office:ending.about")}>
      <Table
        id="ending-desks"
        caption={t("office:ending.title")}
        captionHidden
        rows={desks}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          { key: "desk", header: t("desk:directory.desk"), rowHeader: true, cell: ({ name }) => name },
          {
            key: "until",
            header: t("desk:directory.validUntil"),
            nowrap: true,
            cell: ({ validUntil }) =>
              validUntil === null ? t("office:states.closed") : formatShort(validUntil, locale),
          },
          { key: "successor", header: t("desk:directory.successor"), cell: ({ successor }) => successor },
          {
            key: "open",
            header: t("office:ending.open"),
            nowrap: true,
            cell: ({ openItems }) => t("office:openItems", { count: openItems }),
          },
          {
            key: "go",
            header: t("clock:handOver.title"),
            cell: ({ id, name }) => <Link href={paths.deskHandOver(id)}>{t("office:ending.go", { name })}</Link>,
          },
        ]}
      />
    </Section>
  );
}
