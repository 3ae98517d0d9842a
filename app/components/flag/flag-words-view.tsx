import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { EditingForm } from "#app/components/desk/editing-form.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { flagWordLimits } from "#app/domain/flag/flag.ts";
import type { FlagWordRow } from "#app/domain/flag/queries/list-flag-words.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { FormActions } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

/** The words to watch: what arrives with one of them is shown to moderators with a mark, and nothing else happens. */
export function FlagWordsView({ rows, mayChange }: { rows: FlagWordRow[]; mayChange: boolean }) {
  const { t } = useText();
  return (
    <>
      <DoneBanner />
      <DeskHeading
        title={t("flags:words.title")}
        about={t("flags:words.about")}
        actions={
          mayChange && (
            <ButtonLink href={paths.deskFlagWord("new")} icon="plus">
              {t("flags:words.add")}
            </ButtonLink>
          )
        }
      />
      <Table
        id="flag-words"
        caption={t("flags:words.list", { count: rows.length })}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t("flags:words.none")}
        columns={[
          {
            key: "word",
            header: t("flags:words.word"),
            rowHeader: true,
            cell: (row) => (
              <Link href={paths.deskFlagWord(row.id)} lang={languageOf(row.word)}>
                {row.word}
              </Link>
            ),
          },
          {
            key: "state",
            header: t("flags:words.state"),
            nowrap: true,
            cell: ({ isActive }) => (
              <StatusBadge tone={isActive ? "success" : "neutral"}>
                {t(isActive ? "flags:words.inUse" : "flags:words.notInUse")}
              </StatusBadge>
            ),
          },
          {
            key: "note",
            header: t("flags:words.note"),
            roomy: true,
            cell: (row) => <OwnWords>{row.note || "–"}</OwnWords>,
          },
        ]}
      />
    </>
  );
}

/** One word to watch. */
export function FlagWordView({
  version,
  initial,
  mayChange,
  answer,
}: {
  /** Null: a new word. */
  version: number | null;
  initial: Record<string, string>;
  mayChange: boolean;
  answer?: FormAnswer;
}) {
  const { t } = useText();
  const labels = {
    word: t("flags:words.word"),
    note: t("flags:words.note"),
    isActive: t("flags:words.isActive"),
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "save") }, labels);
  const removal = useDeskForm({ initial: {}, answer: answerOf(answer, "remove") }, {});
  return (
    <>
      {form.messages}
      {removal.messages}
      <DeskHeading
        title={t(version === null ? "flags:words.add" : "flags:words.change")}
        about={t("flags:words.formAbout")}
        actions={
          <ButtonLink href={paths.deskFlagWords()} variant="outline">
            {t("desk:form.back")}
          </ButtonLink>
        }
      />
      <Card>
        <EditingForm mayChange={mayChange}>
          <input type="hidden" name="act" value="save" />
          {version !== null && <input type="hidden" name="version" value={version} />}
          <TextInput
            {...form.field("word", { support: t("flags:words.wordSupport"), limit: flagWordLimits.word })}
            autoComplete="off"
          />
          <TextInput
            {...form.field("note", {
              required: false,
              support: t("flags:words.noteSupport"),
              limit: flagWordLimits.note,
            })}
            autoComplete="off"
          />
          <Checkbox {...form.box("isActive")} />
          {mayChange && (
            <FormActions>
              <Button>{t("desk:form.save")}</Button>
            </FormActions>
          )}
        </EditingForm>
      </Card>
      {version !== null && mayChange && (
        <Card soft>
          <PageForm className="flex flex-col items-start gap-2">
            <input type="hidden" name="act" value="remove" />
            <input type="hidden" name="version" value={version} />
            <p>{t("flags:words.removeAbout")}</p>
            <Button variant="danger">{t("desk:form.remove")}</Button>
          </PageForm>
        </Card>
      )}
    </>
  );
}
