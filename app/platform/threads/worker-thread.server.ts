import { resolve } from "node:path";
import { Worker } from "node:worker_threads";
import type { Reply } from "./answer-questions.ts";

type Asked<Question, Answer> = { question: Question; done: (answer: Answer) => void; failed: (error: Error) => void };

/**
 * Work that would hold the server up, in a thread of its own: questions are answered one after another. The thread starts with the first and
 * ends when nobody has asked for a while. One that breaks or gives no answer is left, with the question it had; the next question gets a
 * new thread.
 */
export class WorkerThread<Question, Answer> {
  readonly #options: { file: string; longest: number; idle: number };
  readonly #waiting: Asked<Question, Answer>[] = [];
  #current: Asked<Question, Answer> | undefined;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param options `file`: what the thread runs, from the folder the product runs in, because this module is bundled and the thread's is
   *   not; `longest`: how long one answer may take, starting included; `idle`: how long the thread waits for more work (milliseconds both)
   */
  constructor(options: { file: string; longest: number; idle: number }) {
    this.#options = options;
  }

  /** How many questions have no answer yet. */
  get asked(): number {
    return this.#waiting.length + (this.#current ? 1 : 0);
  }

  /** @throws Error for a question that has no answer, and when the thread broke, took too long or was closed */
  ask(question: Question): Promise<Answer> {
    return new Promise((done, failed) => {
      this.#waiting.push({ question, done, failed });
      this.#next();
    });
  }

  /** Ends the thread; whoever waits is told why. The next question starts it again. */
  async close(reason: Error): Promise<void> {
    const left = this.#waiting.splice(0);
    const ended = this.#leave(reason);
    for (const { failed } of left) failed(reason);
    await ended;
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    this.#current = this.#waiting.shift();
    if (!this.#current) {
      // an idle thread keeps no process alive, and not its memory for ever
      this.#worker?.unref();
      this.#timer = setTimeout(() => void this.#leave(), this.#options.idle);
      this.#timer.unref();
      return;
    }
    this.#worker ??= this.#start();
    this.#worker.ref();
    const { longest } = this.#options;
    this.#timer = setTimeout(() => void this.#leave(new Error(`no answer within ${longest} ms`)), longest);
    this.#worker.postMessage(this.#current.question);
  }

  #start(): Worker {
    const worker = new Worker(resolve(this.#options.file), { execArgv: [] });
    const broke = (error: Error) => {
      if (this.#worker === worker) void this.#leave(error);
    };
    worker.on("message", (reply: Reply<Answer>) => {
      if (this.#worker !== worker) return;
      const asked = this.#current;
      this.#current = undefined;
      if ("answer" in reply) asked?.done(reply.answer);
      else asked?.failed(new Error(reply.problem));
      this.#next();
    });
    worker.on("error", broke);
    worker.on("exit", (code) => broke(new Error(`the thread ended (${code})`)));
    return worker;
  }

  /** Lets go of the thread and of the question it had. Whoever asked that may close the rest before the next one begins. */
  async #leave(reason = new Error("nobody asked")): Promise<void> {
    clearTimeout(this.#timer);
    const [worker, asked] = [this.#worker, this.#current];
    this.#worker = undefined;
    this.#current = undefined;
    asked?.failed(reason);
    setImmediate(() => {
      if (this.#waiting.length > 0) this.#next();
    });
    await worker?.terminate();
  }
}
