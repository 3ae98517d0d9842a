import type { TaskList } from "graphile-worker";
import { deliveryTask } from "#app/domain/mail/add-delivery-job.server.ts";
import { runTask } from "#app/domain/moderation/add-run-job.server.ts";
import { newsTask } from "#app/domain/submission/add-news-job.server.ts";
import { clearAnnotatedTextsJob } from "./clear-annotated-texts.ts";
import { clearClaimsJob } from "./clear-claims.ts";
import { clearFollowTracesJob } from "./clear-follow-traces.ts";
import { deliverMailJob } from "./deliver-mail.ts";
import { eraseReceivedMailJob } from "./erase-received-mail.ts";
import { forgetSendersJob } from "./forget-senders.ts";
import { indexForDeskJob } from "./index-for-desk.ts";
import { refreshFiguresJob } from "./refresh-figures.ts";
import { requeueForgottenMailsJob } from "./requeue-forgotten-mails.ts";
import { requeueForgottenNewsJob } from "./requeue-forgotten-news.ts";
import { requeueForgottenRunsJob } from "./requeue-forgotten-runs.ts";
import { runDecisionsJob } from "./run-decisions.ts";
import { runPromiseClockJob } from "./run-promise-clock.ts";
import { sendDigestsJob } from "./send-digests.ts";
import { spreadNewsJob } from "./spread-news.ts";

/** Everything the queue or the time starts, by the name it has in the queue. */
export const taskList: TaskList = {
  [deliveryTask]: deliverMailJob,
  [runTask]: runDecisionsJob,
  [newsTask]: spreadNewsJob,
  send_digests: sendDigestsJob,
  requeue_forgotten_news: requeueForgottenNewsJob,
  clear_follow_traces: clearFollowTracesJob,
  erase_received_mail: eraseReceivedMailJob,
  refresh_figures: refreshFiguresJob,
  requeue_forgotten_mails: requeueForgottenMailsJob,
  requeue_forgotten_runs: requeueForgottenRunsJob,
  clear_annotated_texts: clearAnnotatedTextsJob,
  clear_claims: clearClaimsJob,
  index_for_desk: indexForDeskJob,
  forget_senders: forgetSendersJob,
  run_promise_clock: runPromiseClockJob,
};

/**
 * What the time starts, in crontab notation (UTC). `max` = 1: a run that failed is not repeated, the next one comes soon enough.
 */
export const schedule = [
  "*/5 * * * * requeue_forgotten_mails ?max=1&jobKey=requeue_forgotten_mails",
  "* * * * * requeue_forgotten_runs ?max=1&jobKey=requeue_forgotten_runs",
  "*/5 * * * * requeue_forgotten_news ?max=1&jobKey=requeue_forgotten_news",
  // every ten minutes, because a digest that is due is made whenever the server is there
  "*/10 * * * * send_digests ?max=1&jobKey=send_digests",
  "50 17 * * * clear_follow_traces ?max=1&jobKey=clear_follow_traces",
  "45 17 * * * erase_received_mail ?max=1&jobKey=erase_received_mail",
  "*/5 * * * * refresh_figures ?max=1&jobKey=refresh_figures",
  "*/5 * * * * index_for_desk ?max=1&jobKey=index_for_desk",
  "20 17 * * * clear_annotated_texts ?max=1&jobKey=clear_annotated_texts",
  "40 17 * * * clear_claims ?max=1&jobKey=clear_claims",
  "35 * * * * forget_senders ?max=1&jobKey=forget_senders",
  "*/5 * * * * run_promise_clock ?max=1&jobKey=run_promise_clock",
].join("\n");
