import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormActions, PageBody, PageHeading } from "#app/ui/layout.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import type { Tracked } from "./state-words.ts";

/** Asks once more before something is taken back. */
export function WithdrawPage({ item, backHref }: { item: Tracked; backHref: string }) {
  const { t } = useText();
  return (
    <PageBody width="reading">
      <PageHeading
        eyebrow={t("track:eyebrow", {
          kind: t(`submission:kind.${item.type === "submission" ? item.kind : "COMMENT"}`),
          number: item.number,
        })}
        title={t("track:withdraw.title")}
      />
      {item.may.withdraw ? (
        <>
          <QuotedText text={item.type === "submission" ? item.text.title : item.text.body} />
          <NotificationBanner tone="warning" title={t("track:withdraw.warning")}>
            {t("track:withdraw.about")}
          </NotificationBanner>
          <PageForm>
            <input type="hidden" name="version" value={item.version} />
            <FormActions>
              <Button size="lg" wide variant="danger" name="intent" value="send">
                {t("track:withdraw.send")}
              </Button>
              <ButtonLink href={backHref} size="lg" wide variant="outline">
                {t("track:withdraw.back")}
              </ButtonLink>
            </FormActions>
          </PageForm>
        </>
      ) : (
        <>
          <NotificationBanner tone="info" title={t("errors:cannotWithdraw")} />
          <FormActions>
            <ButtonLink href={backHref}>{t("track:withdraw.back")}</ButtonLink>
          </FormActions>
        </>
      )}
    </PageBody>
  );
}
