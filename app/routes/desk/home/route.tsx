import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DoneBanner } from "#app/components/handling/done-banner.tsx";
import { QueueView } from "#app/components/moderation/queue-view.tsx";
import { listQueue } from "#app/domain/moderation/queries/list-queue.server.ts";
import { queueFilterOf } from "#app/domain/moderation/queue.ts";
import { isModerator } from "#app/domain/shared/actor.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { doneOf } from "#app/http/queue-walk.server.ts";

const pageSize = 50;

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  const { actor, locale, now, url } = context;
  const filter = queueFilterOf(url.searchParams);
  const [after, before] = [url.searchParams.get("after"), url.searchParams.get("before")];
  return {
    page: privatePageInfo(context, text(locale).t("desk:queue.title")),
    filter,
    ...doneOf(context),
    mayEnter: isModerator(actor),
    forOfficer: actor.role === "OFFICER",
    queue: await listQueue(actor, filter, { locale, now, size: pageSize, after, before }),
  };
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function DeskHome() {
  const { filter, queue, forOfficer, mayEnter, done, was } = useLoaderData<typeof loader>();
  return (
    <>
      <DoneBanner done={done} was={was} />
      <QueueView filter={filter} queue={queue} forOfficer={forOfficer} mayEnter={mayEnter} />
    </>
  );
}
