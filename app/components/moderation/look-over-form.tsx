import { ActForm } from "#app/components/handling/act-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { Button } from "#app/ui/button.tsx";
import { FormActions, Section } from "#app/ui/layout.tsx";

/** 公開後の確認: reading what was public before anybody had. Leaves everything as it is, so it is not shown once more before it is done. */
export function LookOverForm({ page, version }: { page: ReviewPage; version: number }) {
  const { t } = useText();
  if (!page.look?.mayLook) return null;
  return (
    <Section id="look-over" title={t("themePolicy:unread.title")} about={t("themePolicy:unread.about")}>
      <ActForm act="look-over" version={version}>
        <FormActions>
          <Button name="intent" value="send" wide aria-keyshortcuts="c">
            {t("themePolicy:unread.send")}
          </Button>
        </FormActions>
      </ActForm>
    </Section>
  );
}
