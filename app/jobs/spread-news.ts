import { z } from "zod";
import { spreadNews } from "#app/domain/follow/spread-news.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

const payloadSchema = z.object({ entryId: z.uuid() });

/** Tells the next followers of one public event. */
export async function spreadNewsJob(payload: unknown): Promise<void> {
  const { entryId } = payloadSchema.parse(payload);
  log().info({ entryId, progress: await spreadNews(entryId, now()) }, "news");
}
