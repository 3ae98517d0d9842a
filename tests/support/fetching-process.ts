/*
 * The fetcher of replies as a process of its own, which a test can kill: reads `IMAP_URL` and the other settings as the product does.
 */
import { env } from "#app/platform/env.ts";
import { startImap, usualPace } from "#app/server/imap.ts";

const { IMAP_URL } = env();
if (!IMAP_URL) throw new Error("IMAP_URL");
startImap(IMAP_URL, { ...usualPace, look: 200, firstPause: 50, longestPause: 200, turn: 100 });
