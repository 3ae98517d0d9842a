import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RefusedActBoundary } from "#app/components/handling/refused-act-boundary.tsx";
import { MailThread } from "#app/components/inbound/mail-thread.tsx";
import { BeforeAct } from "#app/components/moderation/before-act.tsx";
import { ReviewView } from "#app/components/moderation/review-view.tsx";
import { findItem } from "#app/domain/moderation/queries/find-item.server.ts";
import { findPlannedDecision } from "#app/domain/moderation/queries/find-planned-decision.server.ts";
import { getSubmissionReview } from "#app/domain/moderation/queries/get-review-page.server.ts";
import { isPreview, performAct } from "#app/http/acts.server.ts";
import { appealActs } from "#app/http/appeal-acts.server.ts";
import { arrangementActs } from "#app/http/arrangement-acts.server.ts";
import { itemBeforeAct } from "#app/http/before-act.server.ts";
import { claimedActs, openedItem } from "#app/http/claims.server.ts";
import { staffContext } from "#app/http/context.server.ts";
import { decisionActs } from "#app/http/decision-acts.server.ts";
import { deskActs } from "#app/http/handling-acts.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { mailThread } from "#app/http/mail-thread.server.ts";
import { officeActs } from "#app/http/office-acts.server.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { doneOf, justPlanned, queueWalk, takenBack, wayOn } from "#app/http/queue-walk.server.ts";
import { reportActs } from "#app/http/report-acts.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { trustActs } from "#app/http/trust-acts.server.ts";
import { paths } from "#app/routes/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args);
  const number = args.params.number ?? "";
  const page = privatePageInfo(context, number);
  const before = await itemBeforeAct(args, context, { type: "submission", number });
  if (before !== null) return { page, before };
  const review = await respondPage(() => getSubmissionReview(context.actor, number, context));
  const [claim, walk, planned, just, undone, thread] = await Promise.all([
    openedItem(args, context, review),
    queueWalk(context, review),
    findPlannedDecision(context.actor, review, context.now),
    justPlanned(context),
    takenBack(context, review),
    mailThread(context, review),
  ]);
  return { page, before, review, claim, walk, planned, just, undone, thread, ...doneOf(context) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args);
  const number = args.params.number ?? "";
  return performAct(args, "desk", async (fields) => {
    const item = await findItem(context.actor, "submission", number);
    const way = await wayOn(context, item, { number, isPreview: isPreview(fields) });
    return {
      ...claimedActs(context, item, way, {
        ...decisionActs(context, item, way),
        ...appealActs(context, item, way),
        ...reportActs(context, item, way),
        ...arrangementActs(context, item, way),
      }),
      ...trustActs(context, item, way),
      ...officeActs(context, item.id, way),
      ...deskActs(context, item.id, {
        address: way.address,
        afterwards: context.actor.role === "OFFICER" ? paths.desk() : way.address,
      }),
    };
  });
}

export const meta = pageMeta;
export const headers = privateHeaders;

export default function DeskSubmission() {
  const loaded = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  if (loaded.before) return <BeforeAct {...loaded.before} />;
  const { page: _page, before: _before, review, thread, undone, ...around } = loaded;
  return (
    <>
      <ReviewView page={review} step={step ?? undone} {...around} />
      <MailThread part={thread} />
    </>
  );
}

export function ErrorBoundary() {
  return <RefusedActBoundary />;
}
