import { isMailTemplate, type MailToRender } from "./templates/render-mail.ts";

/**
 * A stored row as a message. Rows are written by `enqueueMail` alone, with params of the right shape.
 * @throws RangeError for a template this version does not know
 */
export function storedMessage({ template, params }: { template: string; params: unknown }): MailToRender {
  if (!isMailTemplate(template)) throw new RangeError(`unknown template ${template}`);
  return { template, params } as MailToRender;
}
