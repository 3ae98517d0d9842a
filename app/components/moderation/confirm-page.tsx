import type { ReactNode } from "react";
import { Shortcuts } from "#app/components/desk/shortcuts.tsx";
import { ActForm } from "#app/components/handling/act-form.tsx";
import type { Typed } from "#app/components/handling/act-step.ts";
import { Carried } from "#app/components/handling/confirm-draft.tsx";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button, type ButtonVariant } from "#app/ui/button.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";

/** The page before an act of a moderator: what it will do, and two buttons, each with its key. What was typed travels along both ways. */
export function ConfirmPage({
  what,
  number,
  act,
  version,
  values,
  send,
  backTo,
  children,
}: {
  /** The act in words, for the heading. */
  what: string;
  number: string;
  act: string;
  version: number;
  values: Typed;
  /** The button that does it. */
  send: { label: string; variant?: ButtonVariant; icon?: IconName };
  /** Id of the section of the item's page that the act was chosen in. */
  backTo: string;
  /** What it will do. */
  children: ReactNode;
}) {
  const { t } = useText();
  const { label, ...look } = send;
  const back = `${useOwnAddress()}#${backTo}`;
  return (
    <Stack>
      <DeskHeading
        title={t("desk:review.preview.title", { what })}
        about={number}
        actions={<Shortcuts page="confirm" />}
      />
      {children}
      <ActForm act={act} version={version}>
        <Carried values={values} />
        <FormActions>
          <Button name="intent" value="send" wide aria-keyshortcuts="y" {...look}>
            {label}
          </Button>
          <Button name="intent" value="back" formAction={back} variant="outline" wide aria-keyshortcuts="b">
            {t("desk:review.preview.back")}
          </Button>
        </FormActions>
      </ActForm>
    </Stack>
  );
}
