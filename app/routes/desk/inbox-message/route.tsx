import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { MessageActs, MessageFacts, MessageTexts } from "#app/components/inbound/inbox-message-view.tsx";
import { useText } from "#app/components/text.tsx";
import { makeDraftOfMessage } from "#app/domain/inbound/commands/make-draft-of-message.server.ts";
import { putMessageAside } from "#app/domain/inbound/commands/put-message-aside.server.ts";
import { asideSchema, messageDraftSchema } from "#app/domain/inbound/inbox.schema.ts";
import { getInboxMessage } from "#app/domain/inbound/queries/get-inbox-message.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, idParam } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Stack, WithAside } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { OwnWords } from "#app/ui/own-words.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const id = idParam(args);
  return respondPage(async () => ({
    page: privatePageInfo(context, text(context.locale).t("inbox:message.title")),
    message: await getInboxMessage(context.actor, id, context.locale),
  }));
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const id = idParam(args);
  return answerForm(args, async ({ fields }) => {
    if (fields.act === "aside") {
      await putMessageAside(context, { id, ...checked(asideSchema, fields) });
      throw redirect(`${paths.deskInbox()}?done=aside`, 303);
    }
    const { number } = await makeDraftOfMessage(context, { id, ...checked(messageDraftSchema, fields) });
    throw redirect(paths.deskSubmission(number), 303);
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function InboxMessagePage() {
  const { t } = useText();
  const { message } = useLoaderData<typeof loader>();
  return (
    <Stack gap="lg">
      <DeskHeading
        title={
          message.erasedAt === null ? (
            <OwnWords>{message.subject || t("inbox:noSubject")}</OwnWords>
          ) : (
            t("inbox:erased.subject")
          )
        }
        about={<Link href={paths.deskInbox()}>{t("inbox:message.back")}</Link>}
      />
      <WithAside asideLabel={t("inbox:message.facts")} aside={<MessageFacts message={message} />}>
        <MessageTexts message={message} />
        <MessageActs message={message} answer={useActionData<typeof action>()?.answer} />
      </WithAside>
    </Stack>
  );
}
