import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Token } from "#app/domain/furigana/token.ts";
import { log } from "#app/platform/log.ts";
import type { Answer, Question } from "./dictionary-worker.ts";

/** Longest wait of a page for an answer in milliseconds: it goes on without, and the next one finds the dictionary loaded. */
const patienceOfPages = 4_000;
/** A thread that gives no answer for this long, in milliseconds, loading included, is lost. */
const longestSilence = 60_000;
/** After a failure nobody waits for the dictionary for this long, in milliseconds. */
const pauseAfterFailure = 60_000;
/** Without work for this long, in milliseconds, the thread ends and gives its memory (about 150 MB) back. */
const idleTime = 15 * 60_000;
/** Most questions that wait at the same time: pages are better without readings than late. */
const mostWaiting = 30;

type Waiting = { resolve: (tokens: Token[][]) => void; reject: (reason: Error) => void; timers: NodeJS.Timeout[] };
type Dictionary = {
  worker: Worker | undefined;
  waiting: Map<number, Waiting>;
  nextId: number;
  failedAt: number;
  idle: NodeJS.Timeout | undefined;
};

// on globalThis: the built bundle and the files Node runs itself share one thread
const shared = globalThis as typeof globalThis & { sokakuDictionary?: Dictionary };

function dictionary(): Dictionary {
  shared.sokakuDictionary ??= {
    worker: undefined,
    waiting: new Map(),
    nextId: 1,
    failedAt: Number.NEGATIVE_INFINITY,
    idle: undefined,
  };
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
export function tokenize(texts: readonly string[], patience = patienceOfPages): Promise<Token[][]> {
  const state = dictionary();
  if (performance.now() - state.failedAt < pauseAfterFailure) return Promise.reject(new NoDictionary("failed lately"));
  if (state.waiting.size >= mostWaiting) return Promise.reject(new NoDictionary("busy"));
  const worker = state.worker ?? start(state);
  clearTimeout(state.idle);
  return new Promise((resolve, reject) => {
    const id = state.nextId;
    state.nextId += 1;
    const timers = [
      setTimeout(() => reject(new NoDictionary("late")), patience),
      setTimeout(() => fail(state, worker, new Error(`no answer within ${longestSilence} ms`)), longestSilence),
    ];
    state.waiting.set(id, { resolve, reject, timers });
    worker.ref();
    worker.postMessage({ id, texts } satisfies Question);
  });
}

/** Ends the thread; the next question starts it again. */
export async function closeDictionary(): Promise<void> {
  const state = dictionary();
  clearTimeout(state.idle);
  const { worker } = state;
  state.worker = undefined;
  settle(state, new NoDictionary("closed"));
  await worker?.terminate();
}

function start(state: Dictionary): Worker {
  const worker = new Worker(resolve("app/platform/dictionary/dictionary-worker.ts"));
  state.worker = worker;
  worker.unref();
  worker.on("message", ({ id, tokens }: Answer) => {
    const asked = state.waiting.get(id);
    if (!asked) return;
    state.waiting.delete(id);
    for (const timer of asked.timers) clearTimeout(timer);
    asked.resolve(tokens);
    if (state.waiting.size === 0) rest(state, worker);
  });
  worker.on("error", (error) => fail(state, worker, error));
  worker.on("exit", (code) => fail(state, worker, new Error(`the thread ended (${code})`)));
  return worker;
}

/** An idle thread keeps no process alive, and not its memory for ever. */
function rest(state: Dictionary, worker: Worker): void {
  worker.unref();
  clearTimeout(state.idle);
  state.idle = setTimeout(() => void closeDictionary(), idleTime);
  state.idle.unref();
}

function fail(state: Dictionary, worker: Worker, reason: unknown): void {
  if (state.worker !== worker) return;
  state.worker = undefined;
  state.failedAt = performance.now();
  log().error({ err: reason }, "the dictionary for readings is not available; pages come without furigana");
  settle(state, new NoDictionary("failed"));
  void worker.terminate();
}

function settle(state: Dictionary, reason: Error): void {
  for (const { reject, timers } of state.waiting.values()) {
    for (const timer of timers) clearTimeout(timer);
    reject(reason);
  }
  state.waiting.clear();
}
