import { useText } from "#app/components/text.tsx";
import type { ClosedNotice } from "#app/domain/plan/participation.ts";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

/** Why nothing can be sent, in place of a form. */
export function ClosedBanner({ closed, live }: { closed: ClosedNotice; live?: boolean }) {
  const { t } = useText();
  return <NotificationBanner tone="info" live={live} title={t(`errors:${closed.key}`, { date: closed.date })} />;
}
