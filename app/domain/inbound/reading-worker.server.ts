/*
 * The thread that reads received mail: whoever writes a message decides how long that takes, and nobody else shall wait for it.
 * `read-received.server.ts` speaks with it.
 */
import { answerQuestions } from "#app/platform/threads/answer-questions.ts";
import type { Reading } from "./inbound.ts";
import { type ReadingSetup, readMessage } from "./read-message.server.ts";

answerQuestions(
  ({ raw, setup }: { raw: Uint8Array<ArrayBuffer>; setup: ReadingSetup }): Promise<Reading> =>
    // what is sent to a thread arrives as plain bytes, and the splitter of messages wants Node's own
    readMessage(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), setup),
);
