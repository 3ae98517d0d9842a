import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { MailboxState } from "#app/domain/directory/directory.ts";
import type { DeskChange } from "#app/domain/directory/queries/get-desk-form.server.ts";
import type { DirectoryDesk } from "#app/domain/directory/queries/get-directory-page.server.ts";
import { formatDateTime } from "#app/domain/shared/japanese-date.ts";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { StatusBadge, type StatusTone } from "#app/ui/status-badge.tsx";
import { Table } from "#app/ui/table.tsx";

const tones: Record<MailboxState, StatusTone> = {
  none: "neutral",
  held: "error",
  assumed: "warning",
  unverified: "error",
  verified: "success",
};

/** What is known of a desk's mailbox, in two words. */
export function MailboxBadge({ state }: { state: MailboxState }) {
  const { t } = useText();
  return <StatusBadge tone={tones[state]}>{t(`clock:mailbox.states.${state}`)}</StatusBadge>;
}

/** What is known of a desk's mailbox and what follows from it; the button that sends a test mail. */
export function MailboxPart({ desk, mayChange }: { desk: DirectoryDesk; mayChange: boolean }) {
  const { t } = useText();
  if (desk.mailboxState === "none") return null;
  return (
    <Card soft>
      <h2 className="heading-3">{t("desk:directory.mailbox")}</h2>
      <p>
        <MailboxBadge state={desk.mailboxState} />
      </p>
      <p>{t(`clock:mailbox.about.${desk.mailboxState}`)}</p>
      {mayChange && desk.mailboxState !== "held" && (
        <PageForm>
          <input type="hidden" name="act" value="testMailbox" />
          <input type="hidden" name="version" value={desk.version} />
          <Button variant="outline">{t("clock:mailbox.test")}</Button>
        </PageForm>
      )}
    </Card>
  );
}

/** Who changed a desk, when, what, and why. */
export function DeskHistory({ changes }: { changes: DeskChange[] }) {
  const { t, locale } = useText();
  return (
    <Disclosure boxed summary={`${t("clock:history.title")} (${changes.length})`}>
      <Table
        id="history"
        caption={t("clock:history.title")}
        captionHidden
        rows={changes}
        rowKey={({ id }) => id}
        empty={t("clock:history.none")}
        columns={[
          {
            key: "at",
            header: t("desk:audit.at"),
            nowrap: true,
            cell: ({ at }) => <time dateTime={at}>{formatDateTime(new Date(at), locale)}</time>,
          },
          { key: "by", header: t("desk:audit.who"), cell: ({ by }) => by },
          { key: "what", header: t("desk:audit.action"), cell: ({ action }) => t(`desk:audit.actions.${action}`) },
          {
            key: "fields",
            header: t("clock:history.fields"),
            cell: ({ fields }) => fields.map((field) => t(`desk:directory.${field}`)).join(t("desk:form.listComma")),
          },
          { key: "note", header: t("clock:history.note"), cell: ({ note }) => note },
        ]}
      />
    </Disclosure>
  );
}
