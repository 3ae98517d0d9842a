import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RefusedActBoundary } from "#app/components/handling/refused-act-boundary.tsx";
import { BeforeAct } from "#app/components/moderation/before-act.tsx";
import { ReviewView } from "#app/components/moderation/review-view.tsx";
import { findItem } from "#app/domain/moderation/queries/find-item.server.ts";
import { findPlannedDecision } from "#app/domain/moderation/queries/find-planned-decision.server.ts";
import { getCommentReview } from "#app/domain/moderation/queries/get-review-page.server.ts";
import { isPreview, performAct } from "#app/http/acts.server.ts";
import { appealActs } from "#app/http/appeal-acts.server.ts";
import { arrangementActs } from "#app/http/arrangement-acts.server.ts";
import { itemBeforeAct } from "#app/http/before-act.server.ts";
import { claimedActs, openedItem } from "#app/http/claims.server.ts";
import { staffContext } from "#app/http/context.server.ts";
import { decisionActs } from "#app/http/decision-acts.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { doneOf, justPlanned, queueWalk, takenBack, wayOn } from "#app/http/queue-walk.server.ts";
import { reportActs } from "#app/http/report-acts.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { trustActs } from "#app/http/trust-acts.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  const number = args.params.number ?? "";
  const page = privatePageInfo(context, number);
  const before = await itemBeforeAct(args, context, { type: "comment", number });
  if (before !== null) return { page, before };
  const review = await respondPage(() => getCommentReview(context.actor, number, context));
  const [claim, walk, planned, just, undone] = await Promise.all([
    openedItem(args, context, review),
    queueWalk(context, review),
    findPlannedDecision(context.actor, review, context.now),
    justPlanned(context),
    takenBack(context, review),
  ]);
  return { page, before, review, claim, walk, planned, just, undone, ...doneOf(context) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args);
  const number = args.params.number ?? "";
  return performAct(args, "desk", async (fields) => {
    const item = await findItem(context.actor, "comment", number);
    const way = await wayOn(context, item, { number, isPreview: isPreview(fields) });
    return {
      ...claimedActs(context, item, way, {
        ...decisionActs(context, item, way),
        ...appealActs(context, item, way),
        ...reportActs(context, item, way),
        ...arrangementActs(context, item, way),
      }),
      ...trustActs(context, item, way),
    };
  });
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function DeskComment() {
  const loaded = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  if (loaded.before) return <BeforeAct {...loaded.before} />;
  const { page: _page, before: _before, review, undone, ...around } = loaded;
  return <ReviewView page={review} step={step ?? undone} {...around} />;
}

export function ErrorBoundary() {
  return <RefusedActBoundary />;
}
