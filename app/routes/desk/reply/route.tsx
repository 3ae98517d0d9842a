import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReplyFormView } from "#app/components/moderation/replies-view.tsx";
import { saveCannedReply } from "#app/domain/moderation/commands/save-canned-reply.server.ts";
import { findCannedReply } from "#app/domain/moderation/queries/list-canned-replies.server.ts";
import { listReasons } from "#app/domain/moderation/queries/list-reasons.server.ts";
import { previewReply } from "#app/domain/moderation/queries/preview-reply.server.ts";
import { replySchema, replyValues } from "#app/domain/moderation/reasons.schema.ts";
import { mayEditReplies } from "#app/domain/moderation/reasons.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt, idOrNew } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { savedRow } from "#app/http/saved-row.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
    const id = idOrNew(args);
    const reply = id === null ? null : await findCannedReply(context.actor, id);
    const reasons = await listReasons(context.actor);
    return {
      page: privatePageInfo(context, text(context.locale).t(reply ? "reasons:replies.change" : "reasons:replies.add")),
      version: reply?.version ?? null,
      versions: reply?.versions ?? [],
      initial: replyValues(reply),
      reasons: reasons.map(({ key, label }) => ({ value: key, label: pick(label, context.locale) })),
      mayChange: mayEditReplies(context.actor),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    const id = idOrNew(args);
    const input = checked(replySchema, fields);
    if (fields.intent === "preview")
      return { previewed: { typed: fields, preview: await previewReply(context.actor, input.text) } };
    await saveCannedReply(context, savedRow(id, fields), input);
    throw doneAt(paths.deskReplies(), id === null ? "added" : "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Reply() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  return (
    <ReplyFormView
      {...form}
      previewed={sent && "previewed" in sent ? sent.previewed : undefined}
      answer={sent && "answer" in sent ? sent.answer : undefined}
    />
  );
}
