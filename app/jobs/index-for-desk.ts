import { indexMissingComments } from "#app/domain/comment/index-comment.server.ts";
import { indexMissingSubmissions } from "#app/domain/submission/index-submission.server.ts";
import { log } from "#app/platform/log.ts";

const batch = 200;

/** Makes what the desk searches for items that have none yet: after an update that brought the search, or changed how words are compared. */
export async function indexForDeskJob(): Promise<void> {
  const all = async (make: (limit: number) => Promise<number>) => {
    let total = 0;
    for (let made = batch; made === batch; total += made) made = await make(batch);
    return total;
  };
  const count = (await all(indexMissingSubmissions)) + (await all(indexMissingComments));
  if (count > 0) log().info({ count }, "items were made findable on the desk");
}
