import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import { db } from "#app/platform/database/client.server.ts";

export type OutcomeRow = {
  key: string;
  label: LocalizedText;
  meaning: LocalizedText;
  needsReferral: boolean;
  isActive: boolean;
};

/** Every outcome (反映区分) in the city's order, also those no longer offered: old answers keep theirs. */
export async function listOutcomes(): Promise<OutcomeRow[]> {
  const rows = await db().outcome.findMany({
    orderBy: { position: "asc" },
    select: { key: true, label: true, meaning: true, needsReferral: true, isActive: true },
  });
  return rows as OutcomeRow[];
}
