import { findDeskAtAddress } from "#app/domain/directory/find-desk-in-charge.server.ts";
import { type CountedDays, daysOf, daysToSend } from "#app/domain/plan/participation.ts";
import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { inputError, notFound } from "#app/domain/shared/domain-error.ts";
import { type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { missingOf, onlyAsked } from "./asked-fields.ts";
import { openTheme } from "./open-theme.server.ts";
import type { ArrivingSubmission } from "./receive-submission.server.ts";
import type { IdeaFields, InquiryFields, PartnershipFields } from "./submission.schema.ts";

/** What every form adds to its own fields; `isSample` counts for the platform alone. */
type Sending = {
  idempotencyKey: string;
  isSample?: boolean;
  /** From which network, as a keyed hash of the day; none for what did not come over the network. */
  sender?: string;
};

export type IdeaInput = Omit<IdeaFields, "consent"> & { themeSlug: string } & Sending;
export type PartnershipInput = Omit<PartnershipFields, "consent"> & { themeSlug: string } & Sending;
export type InquiryInput = Omit<InquiryFields, "consent"> & { deskSlug: string } & Sending;

/** When something arrived: the day in Tokyo from which its first promise counts, and the days on which its theme must have been open. */
export type Arrived = { on: IsoDate; days: CountedDays; isSent: boolean };

/** Sent through the site just now. */
export const sentNow = (now: Date): Arrived => ({ on: isoDate(now), days: daysToSend(now), isSent: true });

/** Typed in by staff. What a theme requires of its form a letter need not hold. */
export const arrivedOn = (day: IsoDate): Arrived => ({ on: day, days: daysOf(day), isSent: false });

/*
 * What arrives, from the fields of its form: the same whether its author sent it or staff typed it in.
 */

/** @throws as `openTheme`; input for what the theme requires and the form did not fill in */
export async function arrivingIdea(
  context: TxContext,
  input: IdeaInput,
  { on, days, isSent }: Arrived,
): Promise<ArrivingSubmission> {
  const { themeSlug: slug, questionId } = input;
  const theme = await openTheme(context, { slug, questionId, takes: "ideas", days });
  const missing = isSent ? missingOf(theme.asks, input) : {};
  if (Object.keys(missing).length > 0) throw inputError(missing);
  const { expectedEffect, area } = isSent ? onlyAsked(theme.asks, input) : input;
  const { reviewDays } = await getSettings(context.tx);
  return {
    kind: "IDEA",
    themeId: theme.id,
    reading: isSent ? theme.reading : undefined,
    questionId: input.questionId,
    inquiryDeskId: null,
    dueOn: addBusinessDays(on, reviewDays.IDEA),
    text: {
      title: input.title,
      body: input.body,
      expectedEffect,
      area,
      displayName: input.displayName,
    },
    cityOnly: { name: input.name, phone: input.phone },
    email: input.email,
    idempotencyKey: input.idempotencyKey,
    isSample: input.isSample,
    sender: input.sender,
  };
}

/** @throws as `openTheme` */
export async function arrivingPartnership(
  context: TxContext,
  input: PartnershipInput,
  { on, days }: Arrived,
): Promise<ArrivingSubmission> {
  const { themeSlug: slug, questionId } = input;
  const theme = await openTheme(context, { slug, questionId, takes: "partnerships", days });
  const { reviewDays } = await getSettings(context.tx);
  return {
    kind: "PARTNERSHIP",
    themeId: theme.id,
    questionId: input.questionId,
    inquiryDeskId: null,
    dueOn: addBusinessDays(on, reviewDays.PARTNERSHIP),
    text: { title: input.title, body: input.body, organizationName: input.organizationName },
    cityOnly: {
      phone: input.phone,
      corporateNumber: input.corporateNumber,
      contactPerson: input.contactPerson,
      cooperation: input.cooperation,
      request: input.request,
      costSharing: input.costSharing,
      confidentialNote: input.confidentialNote,
    },
    email: input.email,
    idempotencyKey: input.idempotencyKey,
    isSample: input.isSample,
    sender: input.sender,
  };
}

/** To the desk, or to the one that took over from it. @throws not found for a desk that is not there, or where nobody takes anything today */
export async function arrivingInquiry(
  context: TxContext,
  input: InquiryInput,
  { on }: Arrived,
): Promise<ArrivingSubmission> {
  const inquiryDeskId = await findDeskAtAddress(context.tx, input.deskSlug, isoDate(context.now));
  if (inquiryDeskId === null) throw notFound();
  const { answerDays } = await getSettings(context.tx);
  return {
    kind: "INQUIRY",
    themeId: null,
    questionId: null,
    inquiryDeskId,
    dueOn: addBusinessDays(on, answerDays.INQUIRY),
    text: { title: input.title, body: input.body },
    cityOnly: { name: input.name, phone: input.phone },
    email: input.email,
    idempotencyKey: input.idempotencyKey,
    isSample: input.isSample,
    sender: input.sender,
  };
}
