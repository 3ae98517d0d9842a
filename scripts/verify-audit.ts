/*
 * `npm run audit:verify [-- --expect <hash>]`: walks the chain over the audit log and recomputes every hash. Says how many entries there are
 * and the last hash, or names the first entry that was changed, removed, put in or moved, and ends with 1. `--expect` (may be repeated) is a
 * hash that was noted down from `/desk/audit` or from an earlier run: the chain must come by it, or its end was cut off.
 */
import { parseArgs } from "node:util";
import { type ChainBreak, verifyAuditChain } from "#app/domain/audit/verify-audit-chain.server.ts";
import { openDatabase } from "#app/platform/database/open.server.ts";

const meanings = {
  changed: "書き換えられています / was changed after it was sealed",
  removed: "消えています / is missing",
  misplaced:
    "前の記録とつながりません (間の記録が抜かれたか、入れられたか、並べ替えられました) / does not follow the one before it",
  unsealed: "あとから入れられています / was put in without a seal",
} as const;

const lineAbout = ({ fault, entryId, position }: ChainBreak) =>
  `記録 ${entryId} / entry ${entryId}${position === null ? "" : ` (${position})`}: ${meanings[fault]}`;

try {
  const expected = readExpected();
  const database = await openDatabase((line) => console.log(line));
  try {
    const { count, lastHash, broken, missing } = await verifyAuditChain(expected);
    for (const hash of broken ? [] : missing) {
      console.error(`控えたハッシュがありません / the chain does not have the hash noted down: ${hash}`);
    }
    if (broken) console.error(lineAbout(broken));
    const isWhole = broken === null && missing.length === 0;
    console.log(`${isWhole ? "OK" : "壊れています / BROKEN"}: ${count} 件 / ${count} entries in order`);
    console.log(`最後のハッシュ / last hash: ${lastHash}`);
    if (!isWhole) process.exitCode = 1;
  } finally {
    await database.close();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function readExpected(): string[] {
  const { values } = parseArgs({ options: { expect: { type: "string", multiple: true } } });
  const wrong = values.expect?.find((hash) => !/^[0-9a-f]{64}$/i.test(hash));
  if (wrong !== undefined) {
    throw new Error(`--expect: 64 桁の 16 進数ではありません / not 64 hexadecimal digits: ${wrong}`);
  }
  return values.expect ?? [];
}
