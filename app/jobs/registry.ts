import type { TaskList } from "graphile-worker";
import { deliveryTask } from "#app/domain/mail/add-delivery-job.server.ts";
import { clearAnnotatedTextsJob } from "./clear-annotated-texts.ts";
import { deliverMailJob } from "./deliver-mail.ts";
import { forgetSendersJob } from "./forget-senders.ts";
import { refreshFiguresJob } from "./refresh-figures.ts";
import { requeueForgottenMailsJob } from "./requeue-forgotten-mails.ts";

/** Everything the queue or the time starts, by the name it has in the queue. */
export const taskList: TaskList = {
  [deliveryTask]: deliverMailJob,
  refresh_figures: refreshFiguresJob,
  requeue_forgotten_mails: requeueForgottenMailsJob,
  clear_annotated_texts: clearAnnotatedTextsJob,
  forget_senders: forgetSendersJob,
};

/**
 * What the time starts, in crontab notation (UTC). `max` = 1: a run that failed is not repeated, the next one comes soon enough.
 */
export const schedule = [
  "*/5 * * * * requeue_forgotten_mails ?max=1&jobKey=requeue_forgotten_mails",
  "*/5 * * * * refresh_figures ?max=1&jobKey=refresh_figures",
  "20 17 * * * clear_annotated_texts ?max=1&jobKey=clear_annotated_texts",
  "35 * * * * forget_senders ?max=1&jobKey=forget_senders",
].join("\n");
