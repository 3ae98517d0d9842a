import { BackButton } from "#app/components/desk/back-button.tsx";
import { answerOf, type RowForm } from "#app/components/desk/form-answer.ts";
import { ListHeading } from "#app/components/desk/list-heading.tsx";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { momentOf } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import { replyLimits } from "#app/domain/moderation/canned-reply.ts";
import type { CannedReplyDetail, CannedReplyRow } from "#app/domain/moderation/queries/list-canned-replies.server.ts";
import type { ReplyPreview } from "#app/domain/moderation/queries/preview-reply.server.ts";
import { explainedDecisions } from "#app/domain/moderation/reasons.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox, RadioGroup } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Section, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { Select } from "#app/ui/select.tsx";
import { Table } from "#app/ui/table.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { UseBadge } from "./reasons-view.tsx";

/** The texts that are often used to explain a decision. */
export function RepliesView({ rows, mayChange }: { rows: CannedReplyRow[]; mayChange: boolean }) {
  const { t } = useText();
  return (
    <>
      <ListHeading
        title={t("reasons:replies.title")}
        about={t("reasons:replies.about")}
        beside={{ href: paths.deskReasons(), text: t("reasons:toReasons") }}
        add={mayChange && { href: paths.deskReply("new"), text: t("reasons:replies.add") }}
      />
      <Table
        id="replies"
        caption={t("reasons:replies.list", { count: rows.length })}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t("reasons:replies.none")}
        columns={[
          {
            key: "title",
            header: t("reasons:replies.name"),
            rowHeader: true,
            roomy: true,
            cell: (row) => (
              <Link href={paths.deskReply(row.id)}>
                <OwnWords>{row.title}</OwnWords>
              </Link>
            ),
          },
          {
            key: "decision",
            header: t("reasons:replies.decision"),
            nowrap: true,
            cell: (row) => t(`desk:review.decisionNames.${row.decision}`),
          },
          {
            key: "reason",
            header: t("reasons:replies.reason"),
            roomy: true,
            cell: (row) => row.reason ?? t("reasons:replies.anyReason"),
          },
          {
            key: "editions",
            header: t("reasons:replies.editions"),
            cell: (row) =>
              row.editions.map((edition) => t(`desk:form.languages.${edition}`)).join(t("reasons:separator")),
          },
          {
            key: "state",
            header: t("reasons:state"),
            nowrap: true,
            cell: (row) => (
              <>
                <UseBadge isActive={row.isActive} /> {t("reasons:replies.version", { n: row.version })}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

type FormProps = RowForm & {
  versions: CannedReplyDetail["versions"];
  reasons: { value: string; label: string }[];
  /** How what was typed reads; it stands in the form again. */
  previewed?: { typed: Record<string, string>; preview: ReplyPreview };
};

/** One canned reply: its text in three languages, how it reads for a real submission, and its versions. */
export function ReplyFormView({ version, versions, initial, reasons, mayChange, previewed, answer }: FormProps) {
  const { t } = useText();
  const labels = {
    title: t("reasons:replies.name"),
    decision: t("reasons:replies.decision"),
    reasonKey: t("reasons:replies.reason"),
    ...localizedLabels(t, "text", t("reasons:replies.text")),
    isActive: t("reasons:replies.active"),
  };
  // a box that is not ticked is not sent
  const opened = previewed ? { ...initial, isActive: "", ...previewed.typed } : initial;
  const form = useDeskForm({ initial: opened, answer: answerOf(answer, "save") }, labels);
  return (
    <>
      {form.messages}
      <DeskHeading
        title={version === null ? t("reasons:replies.add") : t("reasons:replies.change")}
        about={t("reasons:replies.formAbout")}
        actions={<BackButton href={paths.deskReplies()} />}
      />
      {previewed && <Preview preview={previewed.preview} />}
      <Card>
        <SaveForm
          version={version === null ? null : (previewed?.typed.version ?? version)}
          mayChange={mayChange}
          more={
            <Button name="intent" value="preview" variant="outline">
              {t("reasons:replies.preview")}
            </Button>
          }
        >
          <TextInput
            {...form.field("title", { support: t("reasons:replies.nameSupport"), limit: replyLimits.title })}
            autoComplete="off"
          />
          <RadioGroup
            {...form.field("decision")}
            inline
            choices={explainedDecisions.map((decision) => ({
              value: decision,
              label: t(`desk:review.decisionNames.${decision}`),
            }))}
          />
          <Select
            {...form.field("reasonKey", { required: false })}
            emptyLabel={t("reasons:replies.anyReason")}
            options={reasons}
          />
          <LocalizedControls
            form={form}
            name="text"
            legend={t("reasons:replies.text")}
            support={t("reasons:replies.textSupport")}
            rows={10}
            limit={replyLimits.text}
            optional={["easy", "en"]}
          />
          <Checkbox {...form.box("isActive", { support: t("reasons:replies.activeSupport") })} />
        </SaveForm>
      </Card>
      {versions.length > 0 && <Versions versions={versions} />}
    </>
  );
}

function Preview({ preview }: { preview: ReplyPreview }) {
  const { t } = useText();
  return (
    <Section id="preview" title={t("reasons:replies.previewTitle")}>
      <p role="status">
        {preview.about === null
          ? t("reasons:replies.previewExample")
          : t("reasons:replies.previewAbout", { number: preview.about })}
      </p>
      {preview.editions.map(({ locale, text, isOwn }) => {
        const language = t(`desk:form.languages.${locale}`);
        return (
          <QuotedText
            key={locale}
            text={text}
            lang={isOwn && locale === "en" ? "en" : "ja"}
            source={isOwn ? language : t("reasons:replies.fromJa", { language })}
          />
        );
      })}
    </Section>
  );
}

function Versions({ versions }: { versions: CannedReplyDetail["versions"] }) {
  const { t, locale } = useText();
  return (
    <Section id="versions" title={t("reasons:replies.versions")}>
      <Stack gap="sm">
        {versions.map((one) => (
          <Disclosure
            key={one.version}
            boxed
            summary={t("reasons:replies.versionLine", {
              n: one.version,
              at: momentOf(one.at, locale).text,
              by: one.by || t("reasons:replies.setUp"),
            })}
          >
            <Stack gap="sm">
              <p>
                <OwnWords>{one.title}</OwnWords> <UseBadge isActive={one.isActive} />
              </p>
              <p>{t("reasons:replies.used", { n: one.used })}</p>
              {locales
                .filter((edition) => one.text[edition] !== "")
                .map((edition) => (
                  <QuotedText
                    key={edition}
                    text={one.text[edition]}
                    lang={edition === "en" ? "en" : "ja"}
                    source={t(`desk:form.languages.${edition}`)}
                  />
                ))}
            </Stack>
          </Disclosure>
        ))}
      </Stack>
    </Section>
  );
}
