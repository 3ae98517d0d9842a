import { parentPort } from "node:worker_threads";

/** What the other end of a {@link WorkerThread} sends for a question. */
export type Reply<Answer> = { answer: Answer } | { problem: string };

/**
 * In a thread: answers what `WorkerThread` asks.
 *
 * @param work the answer to one question; what it throws is refused to the one who asked, and the thread goes on
 * @param moved what of an answer is handed over and not copied
 */
export function answerQuestions<Question, Answer>(
  work: (question: Question) => Answer | Promise<Answer>,
  moved: (answer: Answer) => ArrayBuffer[] = () => [],
): void {
  const reply = (one: Reply<Answer>, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(one, transfer);
  parentPort?.on("message", async (question: Question) => {
    try {
      const answer = await work(question);
      reply({ answer }, moved(answer));
    } catch (error) {
      reply({ problem: error instanceof Error ? error.message : String(error) });
    }
  });
}
