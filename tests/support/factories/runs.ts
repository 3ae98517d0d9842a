import type { SeenItem } from "#app/domain/moderation/decision-run.ts";
import { db } from "#app/platform/database/client.server.ts";
import { noon } from "./review-rows.ts";

/** How long decisions can be taken back in the city of a test; 0: they are taken at once. */
export async function setUndoSeconds(value: number): Promise<void> {
  const key = "undoSeconds";
  await db().setting.upsert({ where: { key }, create: { key, value, updatedAt: noon }, update: { value } });
}

/** A row of a factory as a moderator sees it now. */
export const seen = (type: SeenItem["type"], { id, version }: { id: string; version: number }): SeenItem => ({
  type,
  id,
  version,
});

/** States of a run's texts in their order, with the problem of those that failed. */
export async function itemStates(runId: string): Promise<string[]> {
  const items = await db().decisionRunItem.findMany({ where: { runId }, orderBy: { position: "asc" } });
  return items.map(({ state, problem }) => (problem === null ? state : `${state} ${problem}`));
}
