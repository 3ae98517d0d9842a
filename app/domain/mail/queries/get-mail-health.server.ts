import { subDays } from "date-fns/subDays";
import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { writesMailToFiles } from "#app/platform/mail/transport.server.ts";
import { deliverySetUp, recentDelivery } from "../check-delivery.server.ts";
import { mayCheckDelivery } from "../delivery-checks.ts";
import { type MailState, mailStates } from "../mail.ts";
import { healthDays, longestTurn, type MailHealth } from "../mail-health.ts";
import { listMails } from "./list-mails.server.ts";

/** Test mails shown, newest first. */
const shownTests = 3;

/**
 * How mail is doing: what waits, what arrived last, which mailboxes are on hold, and what the domain name system says of the sender.
 *
 * @param anew name servers are asked again, whatever they said lately
 * @param find where what they say comes from
 * @throws forbidden for anybody but administrators
 */
export async function getMailHealth(
  viewer: Actor,
  { now, locale, anew = false }: { now: Date; locale: Locale; anew?: boolean },
  find: typeof recentDelivery = recentDelivery,
): Promise<MailHealth> {
  if (!mayCheckDelivery(viewer)) throw forbidden();
  const since = subDays(now, healthDays);
  const [found, states, delivered, waiting, held, tests] = await Promise.all([
    find(now, anew),
    db().mail.groupBy({ by: ["state"], where: { createdAt: { gte: since } }, _count: { _all: true } }),
    db().mail.aggregate({ where: { state: "SENT", createdAt: { gte: since } }, _max: { sentAt: true } }),
    db().mail.findFirst({ where: { state: "QUEUED" }, orderBy: { createdAt: "asc" }, select: { createdAt: true } }),
    db().desk.findMany({
      where: { mailboxHeldAt: { not: null } },
      orderBy: { mailboxHeldAt: "asc" },
      select: { id: true, name: true, mailbox: true, mailboxHeldAt: true, mailboxHoldReason: true },
    }),
    listMails(viewer, { template: "delivery-test" }, { after: null, before: null, size: shownTests }),
  ]);
  const setUp = deliverySetUp();
  const { MAIL_FROM, REPLY_DOMAIN, SMTP_REQUIRE_TLS } = env();
  const counts = new Map<MailState, number>(states.map(({ state, _count }) => [state, _count._all]));
  return {
    checkedAt: found.at.toISOString(),
    checks: found.checks,
    counts: Object.fromEntries(mailStates.map((state) => [state, counts.get(state) ?? 0])) as MailHealth["counts"],
    lastSentAt: delivered._max.sentAt?.toISOString() ?? null,
    oldestWaitingAt: waiting?.createdAt.toISOString() ?? null,
    waitsLong: waiting !== null && now.getTime() - waiting.createdAt.getTime() > longestTurn,
    held: held.map(({ id, name, mailbox, mailboxHeldAt, mailboxHoldReason }) => ({
      id,
      name: pick(name as LocalizedText, locale),
      mailbox,
      since: (mailboxHeldAt ?? now).toISOString(),
      reason: mailboxHoldReason,
    })),
    tests: tests.items,
    sender: MAIL_FROM,
    replyDomain: REPLY_DOMAIN ?? null,
    signingDomain: setUp.signing?.domain ?? null,
    server: setUp.server,
    requiresTls: SMTP_REQUIRE_TLS,
    writesToFiles: writesMailToFiles(),
  };
}
