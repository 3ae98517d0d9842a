import { requeueForgottenNews } from "#app/domain/submission/add-news-job.server.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";

/** How long after it happened news without a job counts as forgotten, in milliseconds. */
const patience = 5 * 60_000;

/** Takes up what followers have yet to be told and whose job was lost, or whose text was hidden before and is public again. */
export async function requeueForgottenNewsJob(): Promise<void> {
  const count = await requeueForgottenNews(new Date(now().getTime() - patience));
  if (count > 0) log().info({ count }, "news without a job were queued again");
}
