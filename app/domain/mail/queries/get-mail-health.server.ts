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

/** Domains shown that want mail later; more have one cause, such as no way to the outside. */
const shownDomains = 50;

/**
 * How mail is doing: what waits, what arrived last, which mailboxes are on hold, which domains want mail later, and what the domain name system
 * says of the sender.
 *
 * @param find where what it says comes from
 * @throws forbidden for anybody but administrators
 */
export async function getMailHealth(
  viewer: Actor,
  { now, locale }: { now: Date; locale: Locale },
  find: typeof recentDelivery = recentDelivery,
): Promise<MailHealth> {
  if (!mayCheckDelivery(viewer)) throw forbidden();
  const since = subDays(now, healthDays);
  const [found, states, delivered, waiting, held, slow, tests] = await Promise.all([
    find(now),
    db().mail.groupBy({ by: ["state"], where: { createdAt: { gte: since } }, _count: { _all: true } }),
    db().mail.aggregate({ where: { state: "SENT", createdAt: { gte: since } }, _max: { sentAt: true } }),
    db().mail.findFirst({ where: { state: "QUEUED" }, orderBy: { createdAt: "asc" }, select: { createdAt: true } }),
    db().desk.findMany({
      where: { mailboxHeldAt: { not: null } },
      orderBy: { mailboxHeldAt: "asc" },
      select: { id: true, name: true, mailbox: true, mailboxHeldAt: true, mailboxHoldReason: true },
    }),
    db().mailDomain.findMany({
      where: { slowUntil: { gt: now } },
      orderBy: [{ slowUntil: "desc" }, { domain: "asc" }],
      take: shownDomains,
      select: { domain: true, slowSteps: true, slowUntil: true },
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
    slow: slow.map(({ domain, slowSteps, slowUntil }) => ({
      domain,
      times: slowSteps,
      until: (slowUntil ?? now).toISOString(),
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

/**
 * Asks the domain name system again, whatever it said lately; the page then shows that.
 *
 * @throws forbidden for anybody but administrators
 */
export async function askDomainsAnew(
  viewer: Actor,
  now: Date,
  find: typeof recentDelivery = recentDelivery,
): Promise<void> {
  if (!mayCheckDelivery(viewer)) throw forbidden();
  await find(now, true);
}
