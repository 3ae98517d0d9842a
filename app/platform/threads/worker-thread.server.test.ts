import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { WorkerThread } from "./worker-thread.server.ts";

const folder = mkdtempSync(join(tmpdir(), "sokaku-thread-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Answers with the thread it is and what it was asked. */
const file = join(folder, "worker.ts");
writeFileSync(
  file,
  `import { threadId } from "node:worker_threads";
import { answerQuestions } from ${JSON.stringify(pathToFileURL(resolve("app/platform/threads/answer-questions.ts")).href)};
answerQuestions(async (question: string) => {
  if (question === "wrong") throw new Error("not that");
  if (question === "break") process.exit(3);
  if (question === "never") await new Promise(() => undefined);
  return { question, threadId };
});
`,
);

type Answer = { question: string; threadId: number };
const threads: WorkerThread<string, Answer>[] = [];
function start({ longest = 20_000, idle = 20_000 } = {}): WorkerThread<string, Answer> {
  const thread = new WorkerThread<string, Answer>({ file, longest, idle });
  threads.push(thread);
  return thread;
}
afterEach(async () => {
  for (const thread of threads.splice(0)) await thread.close(new Error("the test is over"));
});

const outcomes = async (asked: Promise<Answer>[]) =>
  (await Promise.allSettled(asked)).map((one) =>
    one.status === "fulfilled" ? one.value.question : one.reason.message,
  );

describe("a thread that answers questions", () => {
  it("answers all of them in order, in one thread, and counts those that wait", async () => {
    const thread = start();
    const asked = ["a", "b", "c"].map((question) => thread.ask(question));
    expect(thread.asked).toBe(3);
    const answers = await Promise.all(asked);
    expect(answers.map(({ question }) => question)).toEqual(["a", "b", "c"]);
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBe(1);
    expect(thread.asked).toBe(0);
  });

  it("goes on after a question it cannot answer, and in a new thread after one that broke it or took too long", async () => {
    const thread = start({ longest: 4_000 });
    const asked = ["a", "wrong", "b", "break", "c", "never", "d"].map((question) => thread.ask(question));
    expect(await outcomes(asked)).toEqual([
      "a",
      "not that",
      "b",
      "the thread ended (3)",
      "c",
      "no answer within 4000 ms",
      "d",
    ]);
    const ids = await Promise.all([0, 2, 4, 6].map(async (index) => (await asked[index])?.threadId));
    expect(ids[0]).toBe(ids[1]);
    expect(new Set(ids).size).toBe(3);
  });

  it("tells everybody who waits when it is closed, and starts again", async () => {
    const thread = start();
    const waiting = outcomes([thread.ask("never"), thread.ask("a")]);
    await thread.close(new Error("closed"));
    expect(await waiting).toEqual(["closed", "closed"]);
    expect((await thread.ask("b")).question).toBe("b");
  });

  it("can be closed by whoever learns that it broke, before it goes on", async () => {
    const thread = start();
    const broken = thread.ask("break").catch((error: Error) => thread.close(error));
    const next = thread.ask("a");
    await expect(next).rejects.toThrow("the thread ended (3)");
    await broken;
  });

  it("ends after a while without a question", async () => {
    const thread = start({ idle: 50 });
    const first = await thread.ask("a");
    // asked less often than it waits for a question
    const threadNow = async () => (await thread.ask("b")).threadId;
    await expect.poll(threadNow, { interval: 200, timeout: 10_000 }).not.toBe(first.threadId);
  });
});
