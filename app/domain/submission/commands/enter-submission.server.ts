import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import { isModerator } from "#app/domain/shared/actor.ts";
import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { type IsoDate, isoDate, startOfDayTokyo } from "#app/domain/shared/japanese-date.ts";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import {
  arrivedOn as arrivedOnDay,
  arrivingIdea,
  arrivingInquiry,
  arrivingPartnership,
  type IdeaInput,
  type InquiryInput,
  type PartnershipInput,
} from "../arriving.server.ts";
import { earlierReceipt, type Receipt } from "../earlier-receipt.server.ts";
import { arrivalProblem } from "../entry.ts";
import { type ArrivingSubmission, receiveSubmission } from "../receive-submission.server.ts";
import type { DeskChannel } from "../submission.ts";

export type EntryInput = {
  channel: DeskChannel;
  /** Day in Tokyo on which it reached the city. */
  arrivedOn: IsoDate;
  /** The language its author reads, for the receipt and every mail. */
  authorLocale: Locale;
} & (
  | ({ kind: "IDEA" } & IdeaInput)
  | ({ kind: "PARTNERSHIP" } & PartnershipInput)
  | ({ kind: "INQUIRY" } & InquiryInput)
);

/**
 * A moderator types in what came on paper, by telephone, by fax or at the counter. From there it goes the way of everything that was sent
 * through the site; its promise counts from the day on which it arrived. Sending the same confirm page twice gives one submission.
 *
 * @throws forbidden for all but moderators and administrators; input for a day of arrival that cannot be; what the form's own command throws
 */
export async function enterSubmission(context: CommandContext, input: EntryInput): Promise<Receipt> {
  return inTransaction(context, async (ctx) => {
    if (!isModerator(ctx.actor) && ctx.actor.kind !== "system") throw forbidden();
    const earlier = await earlierReceipt(ctx, input.idempotencyKey);
    if (earlier !== null) return earlier;
    const { kind, channel, arrivedOn } = input;
    const today = isoDate(ctx.now);
    const problem = arrivalProblem(arrivedOn, today);
    if (problem !== null) throw inputError({ arrivedOn: [problem] });
    // of an earlier day nobody knows the hour: it begins with the day
    const receivedAt = arrivedOn === today ? ctx.now : startOfDayTokyo(arrivedOn);
    const arriving = await arrivingOf(ctx, input);
    const receipt = await receiveSubmission({ ...ctx, locale: input.authorLocale }, arriving, { channel, receivedAt });
    await recordAudit(ctx, {
      action: "enter-submission",
      subject: { type: "submission", id: receipt.id, number: receipt.number },
      detail: { kind, channel, arrivedOn },
    });
    return receipt;
  });
}

function arrivingOf(context: TxContext, input: EntryInput): Promise<ArrivingSubmission> {
  switch (input.kind) {
    case "IDEA":
      return arrivingIdea(context, input, arrivedOnDay(input.arrivedOn));
    case "PARTNERSHIP":
      return arrivingPartnership(context, input, arrivedOnDay(input.arrivedOn));
    case "INQUIRY":
      return arrivingInquiry(context, input, arrivedOnDay(input.arrivedOn));
  }
}
