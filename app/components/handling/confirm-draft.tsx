import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Handling } from "#app/domain/handling/handling-page.ts";
import { Button } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { ActForm } from "./act-form.tsx";
import type { Typed } from "./act-step.ts";
import { AnswerReplyBox } from "./answer-reply-box.tsx";

/** The answer as it will read, before it is handed in for approval. */
export function ConfirmDraft({ handling, version, values }: { handling: Handling; version: number; values: Typed }) {
  const { t } = useText();
  const back = `${useOwnAddress()}#draft`;
  const outcome = handling.outcomes.find(({ key }) => key === values.outcomeKey)?.label ?? "";
  return (
    <Stack>
      <DeskHeading title={t("desk:handling.draftPreview")} about={t("desk:handling.draftAbout")} />
      <AnswerReplyBox
        outcome={outcome}
        desk={handling.assignment?.desk ?? handling.turns[0]?.desk}
        body={values.body ?? ""}
        referral={values.referral ?? null}
      />
      <ActForm act="draft" version={version}>
        <Carried values={values} />
        <FormActions>
          <Button name="intent" value="send" icon="send" wide>
            {t("desk:handling.draftSend")}
          </Button>
          <Button name="intent" value="back" formAction={back} variant="outline" wide>
            {t("desk:review.preview.back")}
          </Button>
        </FormActions>
      </ActForm>
    </Stack>
  );
}

/** What was typed, travelling on while it is shown once more. The form itself carries the version. */
export function Carried({ values }: { values: Typed }) {
  return (
    <>
      {Object.entries(values)
        .filter(([name]) => name !== "version")
        .map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
    </>
  );
}
