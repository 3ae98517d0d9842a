import { ActForm } from "#app/components/handling/act-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Claim } from "#app/domain/moderation/claim.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { claimMinutes } from "#app/domain/shared/claim-time.ts";
import { clockTime } from "#app/domain/shared/japanese-date.ts";
import { Button } from "#app/ui/button.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";

/** Who has the item open, with what a moderator can do about it: let go of it, or take it over. */
export function ClaimNotice({ claim, page }: { claim: Claim | null; page: ReviewPage }) {
  const { t } = useText();
  if (claim === null) return null;
  const values = { by: claim.by, at: clockTime(new Date(claim.since)) };
  if (claim.holder === "me") {
    return (
      <ActForm act="let-go" version={page.version}>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <p className="text-ink-soft" data-claim="">
            <strong>{t("claims:mine", values)}</strong> {t("claims:mineAbout", { minutes: claimMinutes })}
          </p>
          <Button variant="text" size="sm">
            {t("claims:letGo")}
          </Button>
        </div>
      </ActForm>
    );
  }
  return (
    <NotificationBanner
      tone="warning"
      headingLevel="p"
      title={t(`claims:${claim.holder}`, values)}
      actions={
        claim.mayTakeOver && (
          <ActForm act="take-over" version={page.version}>
            <input type="hidden" name="from" value={claim.byId} />
            <Button variant="outline" aria-keyshortcuts="t">
              {t("claims:takeOver")}
            </Button>
          </ActForm>
        )
      }
    >
      {claim.mayTakeOver && t("claims:readOnly")}
    </NotificationBanner>
  );
}

/** In a list: who has the item open, and since when. */
export function ClaimBadge({ claim: { by, since, holder } }: { claim: Claim }) {
  const { t } = useText();
  return (
    <StatusBadge tone={holder === "me" ? "info" : "warning"} icon="eye">
      {t(`claims:row.${holder}`, { by, at: clockTime(new Date(since)) })}
    </StatusBadge>
  );
}
