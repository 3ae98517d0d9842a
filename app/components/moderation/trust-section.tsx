import { ActForm, cameBack, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { Moment } from "#app/components/submission/date-words.tsx";
import { useText } from "#app/components/text.tsx";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import type { TrustEntry } from "#app/domain/moderation/trust.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Props = { page: ReviewPage; version: number; step: ActStep | undefined };

/** Whether whoever sent this is trusted, and the forms that say so or end it. */
export function TrustSection({ page, version, step }: Props) {
  const { t } = useText();
  const { trust } = page;
  if (trust === null) return null;
  const { entry, problem } = trust;
  return (
    <Disclosure
      boxed
      open={cameBack("trust", step)}
      summary={t(
        entry === null ? "trusted:sender.title" : `trusted:sender.${entry.isSuspended ? "suspended" : "trusted"}`,
      )}
    >
      <Stack>
        <p>{t("trusted:sender.about", { count: trust.published })}</p>
        {entry !== null && <Entry entry={entry} version={version} />}
        {(entry === null || entry.isSuspended) &&
          (problem === null ? (
            <TrustForm version={version} step={step} />
          ) : (
            <NotificationBanner tone="info" headingLevel="p" title={t(`errors:${problem}`)} />
          ))}
        <p>
          <Link href={paths.deskTrusted()}>{t("trusted:title")}</Link>
        </p>
      </Stack>
    </Disclosure>
  );
}

function Entry({ entry, version }: { entry: TrustEntry; version: number }) {
  const { t, locale } = useText();
  return (
    <>
      <QuotedText
        text={entry.note}
        source={
          <>
            {entry.by}, <Moment at={entry.since} locale={locale} />
          </>
        }
      />
      {entry.isSuspended && <p>{t("trusted:sender.suspendedAbout")}</p>}
      <ActForm act="revoke-trust" version={version}>
        <input type="hidden" name="trustId" value={entry.id} />
        <input type="hidden" name="trustVersion" value={entry.version} />
        <FormActions>
          <Button name="intent" value="send" variant="outline">
            {t("trusted:revoke")}
          </Button>
        </FormActions>
      </ActForm>
    </>
  );
}

function TrustForm({ version, step }: Pick<Props, "version" | "step">) {
  const { t } = useText();
  const field = useActField("trust", step);
  return (
    <ActForm act="trust" version={version}>
      <Textarea {...field("note")} support={t("trusted:noteSupport")} rows={2} />
      <FormActions>
        <Button name="intent" value="send" variant="outline">
          {t("trusted:trust")}
        </Button>
      </FormActions>
    </ActForm>
  );
}
