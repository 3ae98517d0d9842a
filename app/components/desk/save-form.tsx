import type { ReactNode } from "react";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { EditingForm } from "./editing-form.tsx";

/**
 * The fields of something the desk keeps, and the button that saves them. For those who only read them as {@link EditingForm} says.
 *
 * @param act which of the page's forms it is
 * @param version as the page shows it, sent along so that nobody's change is overwritten unseen; null: something new
 * @param more buttons beside the one that saves
 */
export function SaveForm({
  act = "save",
  version,
  mayChange,
  more,
  children,
}: {
  act?: string;
  version: number | string | null;
  mayChange: boolean;
  more?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useText();
  return (
    <EditingForm mayChange={mayChange}>
      <input type="hidden" name="act" value={act} />
      {version !== null && <input type="hidden" name="version" value={version} />}
      {children}
      {mayChange && (
        <FormActions>
          <Button>{t("desk:form.save")}</Button>
          {more}
        </FormActions>
      )}
    </EditingForm>
  );
}
