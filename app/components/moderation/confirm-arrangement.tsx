import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { ActForm } from "#app/components/handling/act-form.tsx";
import type { Typed } from "#app/components/handling/act-step.ts";
import { Carried } from "#app/components/handling/confirm-draft.tsx";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { ArrangementPreview } from "#app/domain/moderation/arrangement-page.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { AuthorMail } from "./author-mail.tsx";

/** An act of ほかの扱い before it is done: what changes, and every mail it sends, word for word. */
export function ConfirmArrangement({
  act,
  page,
  version,
  values,
  preview,
}: {
  act: string;
  page: ReviewPage;
  version: number;
  values: Typed;
  preview: ArrangementPreview;
}) {
  const { t } = useText();
  const back = `${useOwnAddress()}#${act}`;
  const what = t(`arrangement:${act}.title`);
  return (
    <Stack>
      <DeskHeading
        title={t("desk:review.preview.title", { what })}
        about={page.number}
        actions={<Shortcuts page="confirm" />}
      />
      {preview.facts.length > 0 && (
        <DescriptionList
          items={preview.facts.map(({ term, text }) => ({
            term: t(`arrangement:fact.${term}`),
            description: <Prose text={text} />,
          }))}
        />
      )}
      {preview.mails.map((mail) => (
        <AuthorMail key={mail.number} preview={mail} to={mail.number} />
      ))}
      <ActForm act={act} version={version}>
        <Carried values={values} />
        <FormActions>
          <Button name="intent" value="send" wide aria-keyshortcuts="y">
            {t(`arrangement:${act}.send`)}
          </Button>
          <Button name="intent" value="back" formAction={back} variant="outline" wide aria-keyshortcuts="b">
            {t("desk:review.preview.back")}
          </Button>
        </FormActions>
      </ActForm>
    </Stack>
  );
}
