import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";

/** Below the form of something: what removing it means, and the button that does. */
export function RemoveForm({ about, version }: { about: string; version: number }) {
  const { t } = useText();
  return (
    <Card soft>
      <PageForm className="flex flex-col items-start gap-2">
        <input type="hidden" name="act" value="remove" />
        <input type="hidden" name="version" value={version} />
        <p>{about}</p>
        <Button variant="danger">{t("desk:form.remove")}</Button>
      </PageForm>
    </Card>
  );
}
