import { Fragment } from "react";
import { BackButton } from "#app/components/desk/back-button.tsx";
import { answerOf, type FormAnswer, type RowForm } from "#app/components/desk/form-answer.ts";
import { ListHeading } from "#app/components/desk/list-heading.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { directoryLimits } from "#app/domain/directory/directory.ts";
import type { RoutingRuleRow } from "#app/domain/directory/queries/list-routing-rules.server.ts";
import type { RoutingTrial } from "#app/domain/directory/queries/try-routing.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox } from "#app/ui/choice-group.tsx";
import { ConfirmDialog } from "#app/ui/desk-dialog.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, Section, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { Select } from "#app/ui/select.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Choice = { value: string; label: string };

type ListProps = {
  rules: RoutingRuleRow[];
  themes: Choice[];
  questions: Choice[];
  mayChange: boolean;
  /** The trial that could not be made. */
  answer?: FormAnswer;
  trial?: RoutingTrial;
  tried?: Record<string, string>;
};

/** The rules that propose a desk, in the order in which they are tried, and a form to try them. */
export function RulesView({ rules, themes, questions, mayChange, answer, trial, tried = {} }: ListProps) {
  const { t } = useText();
  return (
    <>
      <ListHeading
        title={t("desk:directory.rulesTitle")}
        about={t("desk:directory.rulesAbout")}
        beside={{ href: paths.deskDirectory(), text: t("desk:directory.title") }}
        add={mayChange && { href: paths.deskRule("new"), text: t("desk:directory.addRule") }}
      />
      <Table
        id="rules"
        caption={t("desk:directory.rulesTitle")}
        captionHidden
        rows={rules}
        rowKey={(rule) => rule.id}
        empty={t("desk:directory.noRules")}
        columns={[
          { key: "position", header: t("desk:directory.position"), numeric: true, cell: (rule) => rule.position },
          {
            key: "conditions",
            header: t("routing:condition"),
            rowHeader: true,
            roomy: true,
            cell: (rule) => (
              <Link href={paths.deskRule(rule.id)}>
                <Conditions rule={rule} />
              </Link>
            ),
          },
          {
            key: "desk",
            header: t("desk:directory.desk"),
            cell: (rule) =>
              rule.servedByName === null
                ? rule.deskName
                : t("office:servedBy", { desk: rule.deskName, successor: rule.servedByName }),
          },
          {
            key: "note",
            header: t("desk:directory.ruleNote"),
            roomy: true,
            cell: (rule) => <OwnWords>{rule.note || "–"}</OwnWords>,
          },
          {
            key: "state",
            header: t("desk:staff.state"),
            nowrap: true,
            cell: (rule) =>
              !rule.isActive ? (
                <StatusBadge>{t("desk:directory.ruleOff")}</StatusBadge>
              ) : rule.servedBy !== null ? (
                <StatusBadge tone="success">{t("desk:directory.ruleOn")}</StatusBadge>
              ) : (
                <StatusBadge tone="warning">{t("desk:directory.ruleDeskClosed")}</StatusBadge>
              ),
          },
        ]}
      />
      <TryRouting initial={tried} themes={themes} questions={questions} answer={answer} trial={trial} />
    </>
  );
}

/** What a rule asks for, one condition a line. */
function Conditions({ rule }: { rule: RoutingRuleRow }) {
  const { t } = useText();
  const list = (words: readonly string[]) => words.join(t("routing:separator")) || null;
  const set = {
    theme: rule.themeTitle,
    kind: rule.kind && t(`desk:directory.kinds.${rule.kind}`),
    question: rule.questionText,
    areas: list(rule.areas),
    words: list(rule.words),
  };
  const lines = (["theme", "kind", "question", "areas", "words"] as const).flatMap((name) =>
    set[name] === null ? [] : [{ name, text: t(`routing:is.${name}`, { value: set[name] }) }],
  );
  if (lines.length === 0) return t("routing:any");
  return lines.map(({ name, text }, index) => (
    <Fragment key={name}>
      {index > 0 && <br />}
      {text}
    </Fragment>
  ));
}

/** 「どこへ届くか試す」: what the rules would make of something, and why. */
function TryRouting({
  initial,
  themes,
  questions,
  answer,
  trial,
}: {
  initial: Record<string, string>;
  themes: Choice[];
  questions: Choice[];
  answer?: FormAnswer;
  trial?: RoutingTrial;
}) {
  const { t } = useText();
  const labels = {
    kind: t("desk:directory.ruleKind"),
    themeId: t("desk:directory.ruleTheme"),
    questionId: t("routing:question"),
    area: t("routing:try.area"),
    text: t("routing:try.text"),
  };
  const form = useDeskForm({ initial: { kind: "IDEA", ...initial }, answer }, labels, "try-");
  return (
    <Section id="try" title={t("routing:try.title")} about={t("routing:try.about")}>
      <Stack>
        {form.messages}
        {trial && <Trial trial={trial} />}
        <Card>
          <PageForm className="flex flex-col gap-6">
            <Select {...form.field("kind")} options={useKindChoices()} />
            <Select
              {...form.field("themeId", { required: false })}
              options={themes}
              emptyLabel={t("routing:try.noTheme")}
            />
            <Select
              {...form.field("questionId", { required: false })}
              options={questions}
              emptyLabel={t("routing:try.noQuestion")}
            />
            <TextInput
              {...form.field("area", { required: false, limit: directoryLimits.triedArea })}
              autoComplete="off"
            />
            <Textarea {...form.field("text", { required: false, limit: directoryLimits.triedText })} rows={4} />
            <FormActions>
              <Button variant="outline">{t("routing:try.go")}</Button>
            </FormActions>
          </PageForm>
        </Card>
      </Stack>
    </Section>
  );
}

function Trial({ trial: { desk, by, tried } }: { trial: RoutingTrial }) {
  const { t } = useText();
  return (
    <>
      <NotificationBanner
        tone={desk === null ? "warning" : "success"}
        live
        title={desk === null ? t("routing:try.nobody") : t("routing:try.result", { desk })}
      >
        <p>{t(`routing:try.by.${by ?? "none"}`)}</p>
      </NotificationBanner>
      <Table
        id="tried"
        caption={t("routing:try.tried")}
        rows={tried}
        rowKey={({ rule }) => rule.id}
        empty={t("desk:directory.noRules")}
        columns={[
          {
            key: "position",
            header: t("desk:directory.position"),
            numeric: true,
            cell: ({ rule }) => rule.position,
          },
          {
            key: "conditions",
            header: t("routing:condition"),
            rowHeader: true,
            roomy: true,
            cell: ({ rule }) => <Conditions rule={rule} />,
          },
          {
            key: "verdict",
            header: t("routing:try.verdict"),
            cell: ({ verdict, found }) => (
              <div className="flex flex-col items-start gap-1">
                <StatusBadge tone={verdict === "takes" ? "success" : "neutral"}>
                  {t(`routing:try.verdicts.${verdict}`)}
                </StatusBadge>
                {found.length > 0 && t("routing:try.found", { words: found.join(t("routing:separator")) })}
              </div>
            ),
          },
          { key: "desk", header: t("desk:directory.desk"), cell: ({ rule }) => rule.deskName },
        ]}
      />
    </>
  );
}

function useKindChoices(): Choice[] {
  const { t } = useText();
  return (["IDEA", "PARTNERSHIP", "INQUIRY"] as const).map((kind) => ({
    value: kind,
    label: t(`desk:directory.kinds.${kind}`),
  }));
}

type FormProps = RowForm & { themes: Choice[]; questions: Choice[]; desks: Choice[] };

/** One rule. */
export function RuleFormView({ version, initial, themes, questions, desks, mayChange, answer }: FormProps) {
  const { t } = useText();
  const labels = {
    themeId: t("desk:directory.ruleTheme"),
    kind: t("desk:directory.ruleKind"),
    questionId: t("routing:question"),
    areas: t("routing:areas"),
    words: t("routing:words"),
    deskId: t("desk:directory.desk"),
    position: t("desk:directory.position"),
    note: t("desk:directory.ruleNote"),
    isActive: t("desk:directory.ruleActive"),
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "save") }, labels);
  const removal = useDeskForm({ initial: {}, answer: answerOf(answer, "remove") }, {});
  const kinds = useKindChoices();
  const wordList = (name: "areas" | "words", support: string) => {
    const {
      limit: _eachWord,
      note: _ofAll,
      ...field
    } = form.field(name, {
      required: false,
      support,
      limit: directoryLimits.word,
    });
    return field;
  };
  return (
    <>
      {form.messages}
      {removal.messages}
      <DeskHeading
        title={t(version === null ? "desk:directory.ruleNew" : "desk:directory.ruleChange")}
        about={t("routing:about")}
        actions={<BackButton href={paths.deskRules()} />}
      />
      <Card>
        <SaveForm version={version} mayChange={mayChange}>
          <Select
            {...form.field("themeId", { required: false })}
            options={themes}
            emptyLabel={t("desk:directory.anyTheme")}
          />
          <Select
            {...form.field("kind", { required: false })}
            options={kinds}
            emptyLabel={t("desk:directory.kinds.ANY")}
          />
          <Select
            {...form.field("questionId", { required: false })}
            options={questions}
            emptyLabel={t("routing:anyQuestion")}
          />
          <Textarea {...wordList("areas", t("routing:areasSupport"))} rows={3} />
          <Textarea {...wordList("words", t("routing:wordsSupport"))} rows={3} />
          <Select {...form.field("deskId")} options={desks} emptyLabel={t("desk:form.choose")} />
          <TextInput
            {...form.field("position", { support: t("desk:directory.rulePosition") })}
            width="short"
            inputMode="numeric"
            autoComplete="off"
          />
          <TextInput
            {...form.field("note", {
              required: false,
              support: t("desk:directory.ruleNoteSupport"),
              limit: directoryLimits.note,
            })}
            autoComplete="off"
          />
          <Checkbox {...form.box("isActive")} />
        </SaveForm>
      </Card>
      {version !== null && mayChange && (
        <Card soft>
          <p>{t("desk:directory.ruleRemoveAbout")}</p>
          <ConfirmDialog
            id="remove"
            openText={t("desk:form.remove")}
            title={t("confirm:rule.title")}
            about={t("confirm:rule.about")}
          >
            <PageForm>
              <input type="hidden" name="act" value="remove" />
              <input type="hidden" name="version" value={version} />
              <Button variant="danger" wide>
                {t("desk:form.remove")}
              </Button>
            </PageForm>
          </ConfirmDialog>
        </Card>
      )}
    </>
  );
}
