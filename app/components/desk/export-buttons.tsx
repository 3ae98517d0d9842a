import type { ReactNode } from "react";
import { useText } from "#app/components/text.tsx";
import { exportFormats } from "#app/domain/shared/export-format.ts";
import { Button } from "#app/ui/button.tsx";
import { Row, Stack } from "#app/ui/layout.tsx";

/** Takes the list away as a file, with the filters that are set; a form, because each export is written down. `children`: what else to choose. */
export function ExportButtons({
  action,
  filter,
  children,
}: {
  action: string;
  filter: Record<string, string | null | undefined>;
  children?: ReactNode;
}) {
  const { t } = useText();
  return (
    <form method="post" action={action}>
      {Object.entries(filter).map(
        ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <Stack gap="sm">
        {children}
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
