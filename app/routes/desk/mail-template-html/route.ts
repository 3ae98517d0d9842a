import type { LoaderFunctionArgs } from "@remix-run/node";
import { mailLooks } from "#app/domain/mail/templates/mail-look.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { staffContext } from "#app/http/context.server.ts";
import { askedPreview, mailDocument } from "#app/http/mail-preview.server.ts";
import { respondPage } from "#app/http/respond.server.ts";

/** The HTML of an example, alone; `?look=light|dark|bare` shows it so, without it is as it is sent. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return respondPage(async () => {
    const asked = context.url.searchParams.get("look") ?? "sent";
    const look = mailLooks.find((known) => known === asked);
    const { html } = await askedPreview(args, context.actor);
    if (look === undefined || html === null) throw notFound();
    return mailDocument(html, look);
  });
}
