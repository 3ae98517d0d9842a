import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { MailTime } from "#app/components/mail/mail-time.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { handlingLimits } from "#app/domain/handling/handling.schema.ts";
import { type InboxMessage, isOpen, shownReason } from "#app/domain/inbound/inbox.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { InboundStateBadge } from "./inbound-state-badge.tsx";

/** Both readings of a received message: the writer's own words, and all of the text behind a disclosure. */
export function MessageTexts({ message }: { message: InboxMessage }) {
  const { t } = useText();
  if (message.erasedAt !== null) {
    return (
      <NotificationBanner tone="info" title={t("inbox:erased.title")}>
        <p>
          {t("inbox:erased.at")} <MailTime at={message.erasedAt} />
        </p>
        <p>{t("inbox:erased.about")}</p>
      </NotificationBanner>
    );
  }
  return (
    <Stack gap="md">
      <h2 className="heading-3">{t("inbox:message.own")}</h2>
      {message.own === "" ? <p>{t("inbox:message.noOwn")}</p> : <Plain text={message.own} />}
      <Disclosure summary={t("inbox:message.whole")}>
        {message.text === "" ? <p>{t("inbox:message.noText")}</p> : <Plain text={message.text} />}
      </Disclosure>
    </Stack>
  );
}

function Plain({ text }: { text: string }) {
  return (
    <pre
      lang={languageOf(text)}
      className="overflow-x-auto rounded-8 border border-line bg-surface-soft p-4 font-mono text-small whitespace-pre-wrap [unicode-bidi:plaintext] [overflow-wrap:anywhere]"
    >
      {text}
    </pre>
  );
}

/** Where a message came from and what became of it. */
export function MessageFacts({ message }: { message: InboxMessage }) {
  const { t } = useText();
  const { reason, number, files } = message;
  const facts = [
    ["state", <InboundStateBadge key="state" state={message.state} />],
    ["reason", reason && t(`inbox:reason.${shownReason(reason)}`)],
    ["sender", message.sender ?? (message.erasedAt === null && t("inbox:noSender"))],
    ["receivedAt", <MailTime key="at" at={message.receivedAt} />],
    ["number", number && <Link href={paths.deskSubmission(number)}>{number}</Link>],
    ["explainedAt", message.explainedAt && <MailTime at={message.explainedAt} />],
    ["settledBy", message.settledBy],
    [
      "files",
      files.length > 0 && (
        <ul key="files" className="list-none p-0">
          {files.map((file, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a message's files never change, and names may repeat
            <li key={at} className="[overflow-wrap:anywhere]">
              {t("inbox:message.file", {
                name: file.name ?? t("inbox:message.noName"),
                size: Math.ceil(file.size / 1024),
              })}
            </li>
          ))}
        </ul>
      ),
    ],
    [
      "raw",
      message.erasedAt === null && (
        <Link key="raw" href={paths.deskInboxRaw(message.id)} download>
          {t("inbox:message.rawLink")}
        </Link>
      ),
    ],
  ] as const;
  return (
    <DescriptionList
      layout="stacked"
      items={facts.flatMap(([key, description]) =>
        description ? [{ term: t(`inbox:message.${key}`), description }] : [],
      )}
    />
  );
}

/** What a moderator can do with a message that waits. */
export function MessageActs({ message, answer }: { message: InboxMessage; answer?: FormAnswer }) {
  const { t } = useText();
  const labels = {
    number: t("inbox:draft.number"),
    outcomeKey: t("inbox:draft.outcome"),
    referral: t("inbox:draft.referral"),
    body: t("inbox:draft.body"),
  };
  const initial = { number: message.number ?? "", body: message.own };
  const form = useDeskForm({ initial, answer: answerOf(answer, "draft") }, labels);
  const aside = useDeskForm({ initial: {}, answer: answerOf(answer, "aside") }, {});
  if (!isOpen(message.state)) return <p>{t("inbox:message.settled")}</p>;
  return (
    <>
      {form.messages}
      {aside.messages}
      <Card>
        <h2 className="heading-3">{t("inbox:draft.heading")}</h2>
        <p>{t(message.state === "QUARANTINED" ? "inbox:draft.aboutQuarantine" : "inbox:draft.about")}</p>
        <PageForm className="flex flex-col gap-6">
          <input type="hidden" name="act" value="draft" />
          <input type="hidden" name="version" value={message.version} />
          <TextInput {...form.field("number")} width="short" autoComplete="off" />
          <RadioGroup
            {...form.field("outcomeKey")}
            choices={message.outcomes.map(({ key, label, meaning }) => ({ value: key, label, support: meaning }))}
          />
          <TextInput
            {...form.field("referral", { required: false, support: t("inbox:draft.referralSupport") })}
            autoComplete="off"
          />
          <Textarea
            {...form.field("body", { limit: handlingLimits.answer, support: t("inbox:draft.bodySupport") })}
            lang={languageOf(message.own)}
            rows={10}
          />
          <FormActions>
            <Button>{t("inbox:draft.go")}</Button>
          </FormActions>
        </PageForm>
      </Card>
      <Card soft>
        <h2 className="heading-4">{t("inbox:aside.heading")}</h2>
        <p>{t("inbox:aside.about")}</p>
        <PageForm>
          <input type="hidden" name="act" value="aside" />
          <input type="hidden" name="version" value={message.version} />
          <Button variant="outline">{t("inbox:aside.go")}</Button>
        </PageForm>
      </Card>
    </>
  );
}
