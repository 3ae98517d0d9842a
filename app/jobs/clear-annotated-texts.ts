import { clearAnnotatedTexts } from "#app/domain/furigana/clear-annotated-texts.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** Removes readings that are out of date. */
export async function clearAnnotatedTextsJob(): Promise<void> {
  const count = await clearAnnotatedTexts(now());
  if (count > 0) log().info({ count }, "old readings were cleared");
}
