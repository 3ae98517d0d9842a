import type { Actor } from "#app/domain/shared/actor.ts";
import { forbidden, notFound } from "#app/domain/shared/domain-error.ts";
import { type Locale, type LocalizedText, locales, pick } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";
import type { Decision } from "../moderation.ts";
import { mayReadReasons } from "../reasons.ts";

export type CannedReplyRow = {
  id: string;
  title: string;
  decision: Decision;
  /** Label of the reason it belongs to; null: with any. */
  reason: string | null;
  /** The languages it is written in. */
  editions: Locale[];
  isActive: boolean;
  version: number;
};

export type CannedReplyDetail = {
  id: string;
  title: string;
  decision: Decision;
  reasonKey: string | null;
  text: LocalizedText;
  isActive: boolean;
  version: number;
  versions: {
    version: number;
    title: string;
    text: LocalizedText;
    isActive: boolean;
    by: string;
    at: string;
    used: number;
  }[];
};

/** Every canned reply, for those who look over the desk: those in use first, by decision and reason. */
export async function listCannedReplies(viewer: Actor, locale: Locale): Promise<CannedReplyRow[]> {
  if (!mayReadReasons(viewer)) throw forbidden();
  const rows = await db().cannedReply.findMany({
    orderBy: [{ isActive: "desc" }, { decision: "asc" }, { reason: { position: "asc" } }, { title: "asc" }],
    select: {
      id: true,
      title: true,
      decision: true,
      text: true,
      isActive: true,
      version: true,
      reason: { select: { label: true } },
    },
  });
  return rows.map(({ text, reason, ...row }) => ({
    ...row,
    reason: reason && pick(reason.label as LocalizedText, locale),
    editions: locales.filter((one) => (text as LocalizedText)[one] !== ""),
  }));
}

/** One canned reply with all its versions, newest first, and how many decisions used each. */
export async function findCannedReply(viewer: Actor, id: string): Promise<CannedReplyDetail> {
  if (!mayReadReasons(viewer)) throw forbidden();
  const row = await db().cannedReply.findUnique({
    where: { id },
    select: {
      id: true,
      title: true,
      decision: true,
      reasonKey: true,
      text: true,
      isActive: true,
      version: true,
      versions: {
        orderBy: { version: "desc" },
        select: {
          version: true,
          title: true,
          text: true,
          isActive: true,
          byLabel: true,
          at: true,
          _count: { select: { used: true } },
        },
      },
    },
  });
  if (!row) throw notFound();
  return {
    ...row,
    text: row.text as LocalizedText,
    versions: row.versions.map(({ byLabel, at, _count, text, ...version }) => ({
      ...version,
      text: text as LocalizedText,
      by: byLabel,
      at: at.toISOString(),
      used: _count.used,
    })),
  };
}
