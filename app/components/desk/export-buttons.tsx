import { useText } from "#app/components/text.tsx";
import { exportFormats } from "#app/domain/shared/export-format.ts";
import { Button } from "#app/ui/button.tsx";
import { Row, Stack } from "#app/ui/layout.tsx";

/** Takes the list away as a file, with the filters that are set; a form, because each export is written down. */
export function ExportButtons({
  action,
  filter,
}: {
  action: string;
  filter: Record<string, string | null | undefined>;
}) {
  const { t } = useText();
  return (
    <form method="post" action={action}>
      {Object.entries(filter).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Stack gap="sm">
        <Row>
          {exportFormats.map((format) => (
            <Button key={format} name="format" value={format} variant="outline" size="sm">
              {t(`desk:export.${format}`)}
            </Button>
          ))}
        </Row>
        <p className="text-ink-soft">{t("desk:export.about")}</p>
      </Stack>
    </form>
  );
}
