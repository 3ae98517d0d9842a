import type { PromiseName } from "#app/components/reading/promise-page.tsx";
import { getSiteContact } from "#app/domain/directory/queries/get-site-contact.server.ts";
import { requestContext, text } from "./context.server.ts";
import { pageInfo } from "./page-info.server.ts";
import type { RouteArgs } from "./route-args.ts";

/** What a promise page needs: its head, and the desk that answers for the site, whose name stands in its sentences. */
export async function loadPromise(args: RouteArgs, name: PromiseName) {
  const context = requestContext(args);
  const { t } = text(context.locale);
  const contact = await getSiteContact(context.actor, context.locale);
  const desk = contact?.desk ?? t("common:footer.desk");
  const phone = contact?.phone ?? t("common:footer.phone");
  return {
    desk,
    phone,
    page: pageInfo(context, {
      title: t(`promises:${name}.title`),
      description: t(`promises:${name}.lead`, { desk, phone }),
    }),
  };
}
