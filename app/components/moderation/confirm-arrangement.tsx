import type { Typed } from "#app/components/handling/act-step.ts";
import { useText } from "#app/components/text.tsx";
import type { ArrangementPreview } from "#app/domain/moderation/arrangement-page.ts";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { AuthorMail } from "./author-mail.tsx";
import { ConfirmPage } from "./confirm-page.tsx";

/** An act of ほかの扱い before it is done: what changes, and every mail it sends, word for word. */
export function ConfirmArrangement({
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
  preview: ArrangementPreview;
}) {
  const { t } = useText();
  return (
    <ConfirmPage
      what={t(`arrangement:${act}.title`)}
      number={number}
      act={act}
      version={version}
      values={values}
      send={{ label: t(`arrangement:${act}.send`) }}
      backTo={act}
    >
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
    </ConfirmPage>
  );
}
