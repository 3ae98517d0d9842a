import type { Token } from "#app/domain/furigana/token.ts";
import { log } from "#app/platform/log.ts";
import { WorkerThread } from "../threads/worker-thread.server.ts";

/** Longest wait of a page for an answer in milliseconds: it goes on without, and the next one finds the dictionary loaded. */
const patienceOfPages = 4_000;
/** After a failure nobody waits for the dictionary for this long, in milliseconds. */
const pauseAfterFailure = 60_000;
/** Most questions that wait at the same time: pages are better without readings than late. */
const mostWaiting = 30;

type Thread = WorkerThread<readonly string[], Token[][]>;
type Dictionary = { thread: Thread | undefined; failedAt: number };

// on globalThis: the built bundle and the files Node runs itself share one thread
const shared = globalThis as typeof globalThis & { sokakuDictionary?: Dictionary };

function dictionary(): Dictionary {
  shared.sokakuDictionary ??= { thread: undefined, failedAt: Number.NEGATIVE_INFINITY };
  return shared.sokakuDictionary;
}

/** The dictionary gave no answer. Why is in the log, once; whoever asked goes on without. */
export class NoDictionary extends Error {
  override name = "NoDictionary";
}

/**
 * Cuts texts into words, in a thread of its own that starts with the first question and ends when nobody asks any more.
 *
 * @returns the words of each text, in its order
 * @throws NoDictionary when it cannot be loaded, takes longer than `patience` (milliseconds), failed less than a minute ago or has too much to do
 */
export async function tokenize(texts: readonly string[], patience = patienceOfPages): Promise<Token[][]> {
  const state = dictionary();
  if (performance.now() - state.failedAt < pauseAfterFailure) throw new NoDictionary("failed lately");
  state.thread ??= new WorkerThread({
    file: "app/platform/dictionary/dictionary-worker.ts",
    longest: 60_000,
    // it holds about 150 MB
    idle: 15 * 60_000,
  });
  const { thread } = state;
  if (thread.asked >= mostWaiting) throw new NoDictionary("busy");
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new NoDictionary("late")), patience);
    thread
      .ask(texts)
      .then(resolve, (error: Error) => {
        fail(state, thread, error);
        reject(new NoDictionary("failed"));
      })
      .finally(() => clearTimeout(timer));
  });
}

/** Ends the thread; the next question starts it again. */
export async function closeDictionary(): Promise<void> {
  const state = dictionary();
  const { thread } = state;
  state.thread = undefined;
  await thread?.close(new NoDictionary("closed"));
}

function fail(state: Dictionary, thread: Thread, reason: Error): void {
  if (state.thread !== thread) return;
  state.thread = undefined;
  state.failedAt = performance.now();
  log().error({ err: reason }, "the dictionary for readings is not available; pages come without furigana");
  void thread.close(reason);
}
