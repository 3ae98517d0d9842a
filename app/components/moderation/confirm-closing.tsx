import type { Typed } from "#app/components/handling/act-step.ts";
import { useText } from "#app/components/text.tsx";
import type { ClosingPreview } from "#app/domain/moderation/queries/preview-closing.server.ts";
import { Card } from "#app/ui/card.tsx";
import { AuthorMail } from "./author-mail.tsx";
import { ConfirmPage } from "./confirm-page.tsx";

/** Reports before they are closed: what their readers get, and what the author of a text that stays gets, word for word. */
export function ConfirmClosing({
  act,
  number,
  version,
  values,
  preview,
}: {
  act: string;
  number: string;
  version: number;
  values: Typed;
  preview: ClosingPreview;
}) {
  const { t } = useText();
  const { mail, now, later } = preview.reader;
  return (
    <ConfirmPage
      what={t("deskReports:close.title")}
      number={number}
      act={act}
      version={version}
      values={values}
      send={{ label: t("deskReports:close.send") }}
      backTo="reports"
    >
      <p>
        <strong>{t(`deskReports:outcome.${values.outcome === "KEPT" ? "KEPT" : "ACTED_ON"}`)}</strong>
      </p>
      {mail === null ? (
        <p>{t("deskReports:preview.nobody")}</p>
      ) : (
        <Card soft>
          <h2 className="heading-4">{t("deskReports:preview.readers")}</h2>
          <p>{t("deskReports:preview.told", { now, later })}</p>
          <p className="wrap-anywhere">
            <strong>{t("desk:review.preview.subject")}</strong>: {mail.subject}
          </p>
          <pre className="font-sans whitespace-pre-wrap wrap-anywhere">{mail.text}</pre>
        </Card>
      )}
      {preview.author === null ? <p>{t("deskReports:preview.notAuthor")}</p> : <AuthorMail preview={preview.author} />}
    </ConfirmPage>
  );
}
