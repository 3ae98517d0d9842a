import { getSettings } from "#app/domain/settings/get-settings.server.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import type { TxContext } from "#app/domain/shared/command-context.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import type { IsoDate } from "#app/domain/shared/japanese-date.ts";
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

/*
 * What arrives, from the fields of its form: the same whether its author sent it or staff typed it in. `day` is when it arrived in Tokyo;
 * the first promise counts from there.
 */

/** @throws as `openTheme` */
export async function arrivingIdea(context: TxContext, input: IdeaInput, day: IsoDate): Promise<ArrivingSubmission> {
  const theme = await openTheme(context, { slug: input.themeSlug, questionId: input.questionId, takes: "proposals" });
  const { reviewDays } = await getSettings(context.tx);
  return {
    kind: "IDEA",
    themeId: theme.id,
    questionId: input.questionId,
    inquiryDeskId: null,
    dueOn: addBusinessDays(day, reviewDays.IDEA),
    text: {
      title: input.title,
      body: input.body,
      expectedEffect: input.expectedEffect,
      area: input.area,
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
  day: IsoDate,
): Promise<ArrivingSubmission> {
  const theme = await openTheme(context, { slug: input.themeSlug, questionId: input.questionId, takes: "proposals" });
  const { reviewDays } = await getSettings(context.tx);
  return {
    kind: "PARTNERSHIP",
    themeId: theme.id,
    questionId: input.questionId,
    inquiryDeskId: null,
    dueOn: addBusinessDays(day, reviewDays.PARTNERSHIP),
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

/** @throws not found for a desk that is not there or takes nothing any more */
export async function arrivingInquiry(
  context: TxContext,
  input: InquiryInput,
  day: IsoDate,
): Promise<ArrivingSubmission> {
  const desk = await context.tx.desk.findFirst({
    where: { slug: input.deskSlug, isActive: true },
    select: { id: true },
  });
  if (desk === null) throw notFound();
  const { answerDays } = await getSettings(context.tx);
  return {
    kind: "INQUIRY",
    themeId: null,
    questionId: null,
    inquiryDeskId: desk.id,
    dueOn: addBusinessDays(day, answerDays.INQUIRY),
    text: { title: input.title, body: input.body },
    cityOnly: { name: input.name, phone: input.phone },
    email: input.email,
    idempotencyKey: input.idempotencyKey,
    isSample: input.isSample,
    sender: input.sender,
  };
}
