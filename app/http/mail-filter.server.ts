import { mailStates } from "#app/domain/mail/mail.ts";
import { mailTemplates } from "#app/domain/mail/mail-message.ts";
import type { MailFilter } from "#app/domain/mail/queries/list-mails.server.ts";
import { parseReceiptNumber } from "#app/domain/submission/receipt-number.ts";

/** What an address or a form asks of the mail log; null if the receipt number in it is none. `values`: as the form shows it again. */
export function mailFilterOf(asked: URLSearchParams): {
  filter: MailFilter | null;
  values: { state: string; template: string; number: string };
} {
  const state = mailStates.find((known) => known === asked.get("state"));
  const template = mailTemplates.find((known) => known === asked.get("template"));
  const typed = asked.get("number")?.trim() ?? "";
  const number = typed === "" ? undefined : (parseReceiptNumber(typed) ?? undefined);
  return {
    filter: typed !== "" && number === undefined ? null : { state, template, number },
    values: { state: state ?? "", template: template ?? "", number: number ?? typed },
  };
}
