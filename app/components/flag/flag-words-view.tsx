import { BackButton } from "#app/components/desk/back-button.tsx";
import { answerOf, type RowForm } from "#app/components/desk/form-answer.ts";
import { ListHeading } from "#app/components/desk/list-heading.tsx";
import { RemoveForm } from "#app/components/desk/remove-form.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { useText } from "#app/components/text.tsx";
import { flagWordLimits } from "#app/domain/flag/flag.ts";
import type { FlagWordRow } from "#app/domain/flag/queries/list-flag-words.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { languageOf } from "#app/ui/language-of.ts";
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
      <ListHeading
        title={t("flags:words.title")}
        about={t("flags:words.about")}
        add={mayChange && { href: paths.deskFlagWord("new"), text: t("flags:words.add") }}
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
export function FlagWordView({ version, initial, mayChange, answer }: RowForm) {
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
        actions={<BackButton href={paths.deskFlagWords()} />}
      />
      <Card>
        <SaveForm version={version} mayChange={mayChange}>
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
        </SaveForm>
      </Card>
      {version !== null && mayChange && <RemoveForm about={t("flags:words.removeAbout")} version={version} />}
    </>
  );
}
