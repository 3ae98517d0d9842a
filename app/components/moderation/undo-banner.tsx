import { useText } from "#app/components/text.tsx";
import type { PlannedDecision } from "#app/domain/moderation/decision-run.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/**
 * A decision that is planned, with the button that takes it back while that is possible; or that it could not be taken, and why. A script
 * shows the seconds run down and takes the button away when they have.
 *
 * @param back query of the list that the item was opened from, to which taking it back leads
 * @param live whether it is the news of this page, rather than something that stands there
 * @param onItsPage whether the page is that of the item itself
 */
export function UndoBanner({
  planned,
  back,
  live = false,
  onItsPage = false,
}: {
  planned: PlannedDecision;
  back: string;
  live?: boolean;
  onItsPage?: boolean;
}) {
  const { t } = useText();
  const { id, number, decision, state, problem, size, by } = planned;
  const words = { number, what: t(`runs:will.${decision}`), name: t(`desk:review.preview.${decision}`) };
  const toRun = size > 1 && <Link href={paths.deskRun(id)}>{t("runs:banner.together", { n: size })}</Link>;
  if (state === "FAILED") {
    return (
      <NotificationBanner tone="warning" live={live} headingLevel="p" title={t("runs:banner.failed", words)}>
        <p>{problem !== null && t(`errors:${problem}`)}</p>
        {toRun && <p>{toRun}</p>}
      </NotificationBanner>
    );
  }
  return (
    <NotificationBanner
      tone="info"
      live={live}
      headingLevel="p"
      title={t("runs:banner.planned", words)}
      actions={planned.mayCancel && <UndoForm id={id} back={back} />}
    >
      <TimeLeft planned={planned} />
      {onItsPage && <p>{t("runs:banner.onItsPage", { by })}</p>}
      {toRun && <p>{toRun}</p>}
    </NotificationBanner>
  );
}

/** How long a decision can still be taken back; runs down where there are scripts. */
export function TimeLeft({
  planned: { state, secondsLeft },
}: {
  planned: Pick<PlannedDecision, "state" | "secondsLeft">;
}) {
  const { t } = useText();
  if (state !== "WAITING" || secondsLeft === 0) return <p>{t("runs:left.begins")}</p>;
  return (
    <p
      // read once with the banner, and not again at every second
      aria-live="off"
      data-seconds={secondsLeft}
      data-left={t("runs:left.seconds", { n: "{n}" })}
      data-over={t("runs:left.over")}
    >
      {t("runs:left.seconds", { n: secondsLeft })}
    </p>
  );
}

/** Takes a run back. Works as long as it has not begun, whatever the seconds say. */
export function UndoForm({ id, back }: { id: string; back: string }) {
  const { t } = useText();
  return (
    <form method="post" action={paths.deskRun(id)} data-undo="">
      <input type="hidden" name="back" value={back} />
      <Button name="act" value="cancel" variant="outline" icon="return" aria-keyshortcuts="z">
        {t("runs:undo")}
      </Button>
    </form>
  );
}
