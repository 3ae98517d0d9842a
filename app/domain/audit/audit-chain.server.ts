import { createHash } from "node:crypto";

/*
 * The chain over the audit log, written down so that somebody else can check it with tools of their own.
 *
 * Every row of "AuditEntry" has one row in "AuditSeal": its `position` (1, 2, 3 … without gaps, in the order in which the entries were
 * committed, which need not be the order of their ids), the `previousHash` (the `hash` at the position before; at position 1: 64 zeros) and
 * its own `hash`:
 *
 *   hash = lower-case hexadecimal SHA-256 of the UTF-8 bytes of one JSON object in the canonical form of RFC 8785 (members sorted by name,
 *   no white space, as little escaped as possible). Every value in it is a string; a column that is NULL has no member.
 *
 *   action, actorId, actorKind, actorLabel, subjectId, subjectNumber, subjectType   as in the row
 *   at             the time in UTC with milliseconds: 2026-11-26T01:02:03.004Z
 *   detail         the column as PostgreSQL prints `jsonb`: {"deskId": "…", "reasons": ["a", "b"]}
 *   id, position   decimal
 *   previousHash   64 hexadecimal digits
 *
 * A column added later is to be nullable and left out while NULL: what was sealed before stays as it is. The database computes the same in
 * `audit_hash` (migration `audit_chain`); whoever checks must not ask the database for it.
 */

/** What is sealed of one entry, each as the text described above. */
export type SealedFields = {
  action: string;
  actorId: string | null;
  actorKind: string;
  actorLabel: string;
  at: string;
  detail: string;
  id: string;
  position: string;
  previousHash: string;
  subjectId: string;
  subjectNumber: string | null;
  subjectType: string;
};

/** What the first entry carries as the hash of the one before. */
export const noHash = "0".repeat(64);

export function hashOfEntry(fields: SealedFields): string {
  const { action, actorId, actorKind, actorLabel, at, detail, id, position, previousHash } = fields;
  const { subjectId, subjectNumber, subjectType } = fields;
  // in the order of their names
  const members = {
    action,
    actorId: actorId ?? undefined,
    actorKind,
    actorLabel,
    at,
    detail,
    id,
    position,
    previousHash,
    subjectId,
    subjectNumber: subjectNumber ?? undefined,
    subjectType,
  };
  return createHash("sha256").update(JSON.stringify(members)).digest("hex");
}
