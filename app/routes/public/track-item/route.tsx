import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TrackingPage } from "#app/components/tracking/tracking-page.tsx";
import { resendCommentConfirmation } from "#app/domain/comment/commands/resend-comment-confirmation.server.ts";
import { getTracked } from "#app/domain/comment/queries/get-tracked.server.ts";
import { replyToQuestion } from "#app/domain/handling/commands/reply-to-question.server.ts";
import { getTrackedAppeal } from "#app/domain/moderation/queries/get-tracked-appeal.server.ts";
import { inputError, isDomainError } from "#app/domain/shared/domain-error.ts";
import { resendSubmissionConfirmation } from "#app/domain/submission/commands/resend-submission-confirmation.server.ts";
import { replySchema } from "#app/domain/submission/submission.schema.ts";
import { text } from "#app/http/context.server.ts";
import { parseForm, readForm } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respond, respondPage } from "#app/http/respond.server.ts";
import { trackedContext } from "#app/http/tracked.server.ts";

/** What a redirect to this page may say was done. */
const dones = ["resent", "revised", "withdrawn", "replied", "appealed"];

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await trackedContext(args);
    const { url, number, key } = context;
    const done = url.searchParams.get("done") ?? "";
    return {
      item: await getTracked(context.actor, context),
      appeal: await getTrackedAppeal(context.actor, context),
      trackingKey: key,
      done: dones.includes(done) ? done : null,
      page: privatePageInfo(context, text(context.locale).t("track:pageTitle", { number })),
    };
  });
}

export function action(args: ActionFunctionArgs) {
  return respond(async () => {
    const context = await trackedContext(args);
    const fields = await readForm(args);
    const isComment = context.actor.of === "comment";
    switch (fields.act) {
      case "resend-confirmation":
        try {
          await (isComment ? resendCommentConfirmation(context) : resendSubmissionConfirmation(context));
        } catch (error) {
          if (!isDomainError(error) || error.code !== "CONFLICT") throw error;
          return data({ refused: error.messageKey }, { status: 409 });
        }
        return redirect(context.back("resent"), 303);
      case "reply": {
        const parsed = parseForm(replySchema, fields);
        if (!parsed.ok) return data({ problems: parsed.problems, values: fields }, { status: 400 });
        try {
          await replyToQuestion(context, parsed.value);
        } catch (error) {
          if (!isDomainError(error) || error.code !== "CONFLICT") throw error;
          return data({ problems: { reply: [error.messageKey] }, values: fields }, { status: 409 });
        }
        return redirect(context.back("replied"), 303);
      }
      default:
        throw inputError({ form: ["input"] });
    }
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function TrackItem() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const reply = answered && "values" in answered ? answered : undefined;
  const refused = answered && "refused" in answered ? answered.refused : undefined;
  return (
    <TrackingPage
      item={loaded.item}
      appeal={loaded.appeal}
      trackingKey={loaded.trackingKey}
      done={loaded.done}
      refused={refused}
      reply={reply}
    />
  );
}
