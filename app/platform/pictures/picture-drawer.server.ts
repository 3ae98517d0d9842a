import { join } from "node:path";
import { Worker } from "node:worker_threads";

/** An element as satori takes it; plain data, so that it can be sent to another thread. */
export type PictureNode = {
  type: string;
  props: { style?: Record<string, string | number>; children?: PictureNode[] | string; [attribute: string]: unknown };
};

/** `subsets` are the files of the font that its texts need, as `subsetOf` names them. */
export type Drawing = { width: number; height: number; subsets: readonly string[]; node: PictureNode };
export type Drawn = { png: Uint8Array<ArrayBuffer> } | { problem: string };

/** A picture that takes longer than this, in milliseconds, is given up, and the thread with it. */
const longest = 30_000;
/** How long the thread waits for more work, in milliseconds; it holds some 60 MB. */
const idle = 60_000;
/** More pictures than these waiting at once are refused: somebody asks for all of them. */
const mostWaiting = 40;

/** There is more to draw than can be drawn soon. */
export class DrawerBusy extends Error {}

type Job = { drawing: Drawing; done: (png: Uint8Array<ArrayBuffer>) => void; failed: (error: Error) => void };

const waiting: Job[] = [];
let current: Job | undefined;
let worker: Worker | undefined;
let timer: NodeJS.Timeout | undefined;

/**
 * Draws a picture as PNG in a thread of its own, one after another.
 *
 * @throws DrawerBusy while 40 pictures wait; Error for one that could not be drawn
 */
export function drawPicture(drawing: Drawing): Promise<Uint8Array<ArrayBuffer>> {
  if (waiting.length >= mostWaiting) return Promise.reject(new DrawerBusy("too many pictures wait to be drawn"));
  return new Promise((done, failed) => {
    waiting.push({ drawing, done, failed });
    next();
  });
}

/** Ends the thread; whoever waits is told. */
export async function stopDrawing(): Promise<void> {
  const [ended, left] = [worker, waiting.splice(0)];
  end(new Error("drawing was stopped"));
  for (const job of left) job.failed(new Error("drawing was stopped"));
  await ended?.terminate();
}

function next(): void {
  if (current) return;
  clearTimeout(timer);
  current = waiting.shift();
  if (!current) {
    timer = setTimeout(() => end(), idle);
    timer.unref();
    return;
  }
  worker ??= start();
  timer = setTimeout(() => end(new Error("drawing took too long")), longest);
  worker.postMessage(current.drawing);
}

function start(): Worker {
  // from the folder the product runs in, because this module is bundled and the thread's is not
  const started = new Worker(join(process.cwd(), "app/platform/pictures/draw-worker.ts"), { execArgv: [] });
  started.unref();
  started.on("message", (drawn: Drawn) => {
    if (worker !== started) return;
    const job = current;
    current = undefined;
    if ("png" in drawn) job?.done(drawn.png);
    else job?.failed(new Error(drawn.problem));
    next();
  });
  started.on("error", (error) => {
    if (worker === started) end(error);
  });
  return started;
}

/** Lets go of the thread and, with an error, of the picture it was drawing; the next one gets a new thread. */
function end(error?: Error): void {
  clearTimeout(timer);
  const ended = worker;
  worker = undefined;
  void ended?.terminate();
  if (!error) return;
  const job = current;
  current = undefined;
  job?.failed(error);
  if (waiting.length > 0) next();
}
