import { Logger, type Runner, run } from "graphile-worker";
import { requeueForgottenMails } from "#app/domain/mail/requeue-forgotten-mails.server.ts";
import { requeueForgottenRuns } from "#app/domain/moderation/requeue-forgotten-runs.server.ts";
import { requeueForgottenNews } from "#app/domain/submission/add-news-job.server.ts";
import { now } from "#app/platform/clock.ts";
import { pool } from "#app/platform/database/client.server.ts";
import { log } from "#app/platform/log.ts";
import { closeMailTransport } from "#app/platform/mail/transport.server.ts";
import { schedule, taskList } from "./registry.ts";

/** Jobs run at the same time by one process. Each holds one of the eight connections of `pool()`. */
const concurrency = 3;

/** Pause before the queue is started again after it broke off, in milliseconds. */
const restartPause = 5_000;

export type RunningWorker = {
  /** Takes no new job, waits until running ones are done, ends the connections to the mail server. Safe to call twice. */
  stop(): Promise<void>;
  /** Whether jobs are being taken now; false for a moment while the queue is started again. */
  isRunning(): boolean;
};

/**
 * Starts taking jobs from the queue, in this process, on the database `pool()` uses; its tables must exist. Mails and decisions that a process
 * which ended had in hand are taken up at once. If the queue breaks off (a database restart, say), it is started again until `stop` is called.
 */
export async function startWorker(): Promise<RunningWorker> {
  let runner: Runner | undefined = await startRunner();
  let restart: NodeJS.Timeout | undefined;
  let stopping: Promise<void> | undefined;

  const watch = (current: Runner) => {
    const ended = (error?: unknown) => {
      if (stopping || runner !== current) return;
      runner = undefined;
      log().error({ err: error }, "the job queue broke off");
      startAgain();
    };
    current.promise.then(() => ended(), ended);
  };
  const startAgain = () => {
    restart = setTimeout(async () => {
      try {
        const next = await startRunner();
        if (stopping) {
          await next.stop();
          return;
        }
        runner = next;
        watch(next);
      } catch (error) {
        log().error({ err: error }, "the job queue could not be started again");
        if (!stopping) startAgain();
      }
    }, restartPause);
  };
  watch(runner);

  return {
    isRunning: () => runner !== undefined && stopping === undefined,
    stop: () => {
      stopping ??= (async () => {
        clearTimeout(restart);
        await runner
          ?.stop()
          .catch((error: unknown) => log().error({ err: error }, "the job queue did not stop cleanly"));
        closeMailTransport();
      })();
      return stopping;
    },
  };
}

async function startRunner(): Promise<Runner> {
  const runner = await run({
    pgPool: pool(),
    taskList,
    crontab: schedule,
    concurrency,
    // The server decides what a signal means.
    noHandleSignals: true,
    // Written one by one, a job's end is waited for by nobody, and a database that is gone at that moment ends the process. Written in batches (of
    // what ends in the same moment) it makes the queue break off, which is started again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: queueLogger,
  });
  try {
    const mails = await requeueForgottenMails(0);
    if (mails > 0) log().info({ count: mails }, "mails left by a process that ended were queued again");
    const runs = await requeueForgottenRuns(0);
    const news = await requeueForgottenNews(now());
    if (news > 0) log().info({ count: news }, "news left by a process that ended were queued again");
    if (runs > 0) log().info({ count: runs }, "runs of decisions left by a process that ended were queued again");
  } catch (error) {
    await runner.stop();
    throw error;
  }
  return runner;
}

/** The queue's own messages in the process's log. Only their text: what comes with them can hold a job's payload. */
const queueLogger = new Logger((scope) => (level, message) => {
  const details = { task: scope.taskIdentifier, job: scope.jobId };
  switch (level) {
    case "error":
      log().error(details, message);
      return;
    case "warning":
      log().warn(details, message);
      return;
    case "info":
    case "debug":
      // Every job says that it began and ended.
      log().debug(details, message);
      return;
  }
});
