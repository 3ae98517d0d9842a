import { BackButton } from "#app/components/desk/back-button.tsx";
import { answerOf, type FormAnswer, type RowForm } from "#app/components/desk/form-answer.ts";
import { ListHeading } from "#app/components/desk/list-heading.tsx";
import { RemoveForm } from "#app/components/desk/remove-form.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Part } from "#app/domain/furigana/furigana.ts";
import { glossaryLimits } from "#app/domain/furigana/glossary.ts";
import type { GlossaryRow } from "#app/domain/furigana/queries/list-glossary.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { RubyText } from "./ruby-text.tsx";

/** What somebody tried out and how it is read; null parts when the dictionary is not available. */
export type Trial = { text: string; parts: Part[] | null };

type ListProps = { rows: GlossaryRow[]; mayChange: boolean; trialLimit: number; trial?: Trial; answer?: FormAnswer };

/** The city's words with their readings, and a place to see what they do. */
export function GlossaryView({ rows, mayChange, trialLimit, trial, answer }: ListProps) {
  const { t } = useText();
  return (
    <>
      <ListHeading
        title={t("glossary:title")}
        about={t("glossary:about")}
        add={mayChange && { href: paths.deskGlossaryTerm("new"), text: t("glossary:add") }}
      />
      <TrialForm limit={trialLimit} trial={trial} answer={answer} />
      <Table
        id="glossary"
        caption={t("glossary:list", { count: rows.length })}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t("glossary:none")}
        columns={[
          {
            key: "term",
            header: t("glossary:term"),
            rowHeader: true,
            nowrap: true,
            cell: (row) => (
              <Link href={paths.deskGlossaryTerm(row.id)} lang="ja">
                {row.term}
              </Link>
            ),
          },
          {
            key: "reading",
            header: t("glossary:reading"),
            nowrap: true,
            cell: (row) => <span lang="ja">{row.reading}</span>,
          },
          {
            key: "note",
            header: t("glossary:note"),
            roomy: true,
            cell: (row) => <OwnWords>{row.note || "–"}</OwnWords>,
          },
        ]}
      />
    </>
  );
}

function TrialForm({ limit, trial, answer }: { limit: number; trial?: Trial; answer?: FormAnswer }) {
  const { t } = useText();
  const initial = { text: trial?.text ?? "" };
  const form = useDeskForm({ initial, answer: answerOf(answer, "try") }, { text: t("glossary:try.text") });
  return (
    <>
      {form.messages}
      <Card soft>
        <PageForm className="flex flex-col items-stretch gap-4">
          <input type="hidden" name="act" value="try" />
          <Textarea
            {...form.field("text", { support: t("glossary:try.support"), limit })}
            rows={2}
            lang="ja"
            limit={limit}
          />
          <FormActions>
            <Button variant="outline">{t("glossary:try.send")}</Button>
          </FormActions>
        </PageForm>
        {trial?.parts && (
          <section aria-labelledby="trial-heading" className="mt-6 flex flex-col gap-2">
            <h2 id="trial-heading" className="heading-4">
              {t("glossary:try.result")}
            </h2>
            <p lang="ja" className="whitespace-pre-line text-lead">
              <RubyText parts={trial.parts} />
            </p>
          </section>
        )}
        {trial?.parts === null && (
          <NotificationBanner tone="warning" headingLevel="p" title={t("glossary:try.unavailable")} />
        )}
      </Card>
    </>
  );
}

/** One word of the glossary. */
export function GlossaryTermView({ version, initial, mayChange, answer }: RowForm) {
  const { t } = useText();
  const labels = { term: t("glossary:term"), reading: t("glossary:reading"), note: t("glossary:note") };
  const form = useDeskForm({ initial, answer: answerOf(answer, "save") }, labels);
  const removal = useDeskForm({ initial: {}, answer: answerOf(answer, "remove") }, {});
  return (
    <>
      {form.messages}
      {removal.messages}
      <DeskHeading
        title={version === null ? t("glossary:add") : t("glossary:change")}
        about={t("glossary:formAbout")}
        actions={<BackButton href={paths.deskGlossary()} />}
      />
      <Card>
        <SaveForm version={version} mayChange={mayChange}>
          <TextInput
            {...form.field("term", { support: t("glossary:termSupport"), limit: glossaryLimits.term })}
            lang="ja"
            autoComplete="off"
          />
          <TextInput
            {...form.field("reading", { support: t("glossary:readingSupport"), limit: glossaryLimits.reading })}
            lang="ja"
            autoComplete="off"
          />
          <TextInput
            {...form.field("note", {
              required: false,
              support: t("glossary:noteSupport"),
              limit: glossaryLimits.note,
            })}
            autoComplete="off"
          />
        </SaveForm>
      </Card>
      {version !== null && mayChange && <RemoveForm about={t("glossary:removeAbout")} version={version} />}
    </>
  );
}
