import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { type ReferenceReader, referenceData } from "#app/platform/database/reference-data.server.ts";

export type OutcomeRow = {
  key: string;
  label: LocalizedText;
  meaning: LocalizedText;
  needsReferral: boolean;
  isActive: boolean;
};

/** Every outcome (反映区分) in the city's order, also those no longer offered: old answers keep theirs. @param client `context.tx` or `db()` in a command */
export async function listOutcomes(client: Pick<ReferenceReader, "outcome"> = referenceData()): Promise<OutcomeRow[]> {
  const rows = await client.outcome.findMany({
    orderBy: { position: "asc" },
    select: { key: true, label: true, meaning: true, needsReferral: true, isActive: true },
  });
  return rows as OutcomeRow[];
}
