import type { Transaction } from "#app/domain/shared/command-context.ts";
import { db } from "#app/platform/database/client.server.ts";
import { hashOfEntry, noHash, type SealedFields } from "./audit-chain.server.ts";

export type ChainFault =
  /** The entry does not say what was sealed. */
  | "changed"
  /** Sealed, but not there any more. */
  | "removed"
  /** Does not join the one before it: a seal between them was taken out, put in or moved. */
  | "misplaced"
  /** There without a seal: it was not written by the platform. */
  | "unsealed";

export type ChainBreak = { fault: ChainFault; entryId: string; position: string | null };

export type ChainReport = {
  /** Entries found in order, up to the break if there is one. */
  count: number;
  /** Hash of the last of them; 64 zeros when there is none. */
  lastHash: string;
  broken: ChainBreak | null;
  /** Of the hashes noted down elsewhere those that the chain does not have: its end was cut off, or all of it was made anew. */
  missing: string[];
};

type Link = { [Field in keyof SealedFields]: SealedFields[Field] | null } & {
  position: string;
  entryId: string;
  previousHash: string;
  hash: string;
};

/** Smaller than any position: a seal put in before the first one is to be met too. */
const beforeAll = -(2n ** 63n);

/** A log of many years may take its time; nothing waits for it. In milliseconds. */
const timeout = 24 * 60 * 60_000;

/**
 * Walks the whole chain in one state of the database, `batch` entries in memory at a time, and recomputes every hash. Reads only.
 *
 * @param expected hashes that were noted down elsewhere; the chain must come by each of them
 */
export async function verifyAuditChain(expected: string[] = [], batch = 1_000): Promise<ChainReport> {
  return db().$transaction((tx) => walk(tx, expected, batch), { isolationLevel: "RepeatableRead", timeout });
}

async function walk(tx: Transaction, expected: string[], batch: number): Promise<ChainReport> {
  const missing = new Set(expected.map((hash) => hash.toLowerCase()));
  let count = 0;
  let lastHash = noHash;
  const report = (broken: ChainBreak | null): ChainReport => ({ count, lastHash, broken, missing: [...missing] });
  for (;;) {
    const links = await readLinks(tx, count === 0 ? beforeAll : BigInt(count), batch);
    for (const link of links) {
      const fault = faultOf(link, String(count + 1), lastHash);
      if (fault) return report({ fault, entryId: link.entryId, position: link.position });
      count += 1;
      lastHash = link.hash;
      missing.delete(lastHash);
    }
    if (links.length < batch) break;
  }
  return report(await findUnsealed(tx));
}

function faultOf(link: Link, position: string, previousHash: string): ChainFault | null {
  if (link.position !== position || link.previousHash !== previousHash) return "misplaced";
  if (link.id === null) return "removed";
  // what a table that was tampered with gives as null is no string, and so has another hash
  return hashOfEntry(link as SealedFields) === link.hash ? null : "changed";
}

/** Times and details as text made by the database, because a value that JavaScript cannot hold is to be found out, not to fail. */
function readLinks(tx: Transaction, after: bigint, batch: number): Promise<Link[]> {
  return tx.$queryRaw<Link[]>`
    SELECT seal."position"::text AS "position", seal."entryId"::text AS "entryId", seal."previousHash", seal."hash",
           entry."id"::text AS "id", entry."action", entry."actorId", entry."actorKind", entry."actorLabel",
           to_char(entry."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "at", entry."detail"::text AS "detail",
           entry."subjectId", entry."subjectNumber", entry."subjectType"
      FROM "AuditSeal" AS seal LEFT JOIN "AuditEntry" AS entry ON entry."id" = seal."entryId"
     WHERE seal."position" > ${after} ORDER BY seal."position" LIMIT ${batch}`;
}

async function findUnsealed(tx: Transaction): Promise<ChainBreak | null> {
  const [entry] = await tx.$queryRaw<{ id: string }[]>`
    SELECT entry."id"::text AS "id" FROM "AuditEntry" AS entry
     WHERE NOT EXISTS (SELECT FROM "AuditSeal" AS seal WHERE seal."entryId" = entry."id")
     ORDER BY entry."id" LIMIT 1`;
  return entry ? { fault: "unsealed", entryId: entry.id, position: null } : null;
}
