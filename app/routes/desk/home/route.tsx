import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DoneBanner } from "#app/components/handling/done-banner.tsx";
import { QueueView } from "#app/components/moderation/queue-view.tsx";
import { UndoBanner } from "#app/components/moderation/undo-banner.tsx";
import { mayDecide } from "#app/domain/moderation/moderation.ts";
import { listPlannedItems } from "#app/domain/moderation/queries/list-planned-items.server.ts";
import { listQueue } from "#app/domain/moderation/queries/list-queue.server.ts";
import { listSavedFilters } from "#app/domain/moderation/queries/list-saved-filters.server.ts";
import { queueFilterOf, queueQuery, viewsFor } from "#app/domain/moderation/queue.ts";
import { isModerator } from "#app/domain/shared/actor.ts";
import { leftItem } from "#app/http/claims.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm } from "#app/http/desk-form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { doneOf, justPlanned } from "#app/http/queue-walk.server.ts";
import { savedFilterAct } from "#app/http/saved-filter-acts.server.ts";

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  const { actor, locale, now, url } = context;
  await leftItem(args, context);
  const filter = queueFilterOf(url.searchParams);
  const [after, before] = [url.searchParams.get("after"), url.searchParams.get("before")];
  const [queue, saved, just] = await Promise.all([
    listQueue(actor, filter, { locale, now, size: pageSize, after, before }),
    listSavedFilters(actor),
    justPlanned(context),
  ]);
  return {
    page: privatePageInfo(context, text(locale).t("desk:queue.title")),
    filter,
    ...doneOf(context),
    mayEnter: isModerator(actor),
    mayDecide: mayDecide(actor),
    views: viewsFor(actor),
    forOfficer: actor.role === "OFFICER",
    saved,
    queue,
    planned: await listPlannedItems(actor, queue.page.items),
    just,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args);
  return answerForm(args, ({ fields }) => savedFilterAct(context, fields));
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function DeskHome() {
  const { page: _page, done, was, just, ...list } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <>
      <DoneBanner done={sent ? null : done} was={was} />
      {just && <UndoBanner planned={just} back={queueQuery(list.filter)} live />}
      <QueueView {...list} answer={sent && "answer" in sent ? sent.answer : undefined} />
    </>
  );
}
