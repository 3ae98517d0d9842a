import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DeskFormView } from "#app/components/directory/desk-form-view.tsx";
import { makeDeskFallback } from "#app/domain/directory/commands/make-desk-fallback.server.ts";
import { releaseMailbox } from "#app/domain/directory/commands/release-mailbox.server.ts";
import { removeDesk } from "#app/domain/directory/commands/remove-desk.server.ts";
import { saveDesk } from "#app/domain/directory/commands/save-desk.server.ts";
import { setDeskActive } from "#app/domain/directory/commands/set-desk-active.server.ts";
import { testMailbox } from "#app/domain/directory/commands/test-mailbox.server.ts";
import { deskSchema, slugSchema } from "#app/domain/directory/directory.schema.ts";
import { mayEditDirectory, mayReleaseMailbox } from "#app/domain/directory/directory.ts";
import { getDeskForm } from "#app/domain/directory/queries/get-desk-form.server.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt, idOrNew, idParam } from "#app/http/desk-form.server.ts";
import { checked, type FormFields, parseForm } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { savedRow, versionOf } from "#app/http/saved-row.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
    const form = await getDeskForm(context.actor, idOrNew(args), context.locale);
    const page = privatePageInfo(context, text(context.locale).t("desk:directory.desk"));
    return {
      page,
      form: { ...form, mayChange: mayEditDirectory(context.actor), mayRelease: mayReleaseMailbox(context.actor) },
    };
  });
}

/** A new desk also has an address; problems of both parts are told at once. */
function newDesk(fields: FormFields) {
  const slug = parseForm(z.object({ slug: slugSchema }), fields);
  const desk = parseForm(deskSchema, fields);
  if (slug.ok && desk.ok) return { row: { id: null, ...slug.value }, input: desk.value };
  throw inputError({ ...(slug.ok ? {} : slug.problems), ...(desk.ok ? {} : desk.problems) });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    const present = () => ({ id: idParam(args), ...versionOf(fields) });
    switch (fields.act) {
      case "fallback":
        await makeDeskFallback(context, present());
        throw doneAt(paths.deskDesk(idParam(args)), "fallbackChosen");
      case "testMailbox":
        await testMailbox(context, present());
        throw doneAt(paths.deskDesk(idParam(args)), "mailboxTested");
      case "close":
        await setDeskActive(context, { ...present(), isActive: false });
        throw doneAt(paths.deskDesk(idParam(args)), "deskClosed");
      case "open":
        await setDeskActive(context, { ...present(), isActive: true });
        throw doneAt(paths.deskDesk(idParam(args)), "deskOpened");
      case "release":
        await releaseMailbox(context, present());
        throw doneAt(paths.deskDesk(idParam(args)), "mailboxReleased");
      case "remove":
        await removeDesk(context, present());
        throw doneAt(paths.deskDirectory(), "removed");
      default: {
        const row = savedRow(idOrNew(args), fields);
        const saved = row.id === null ? newDesk(fields) : { row, input: checked(deskSchema, fields) };
        throw doneAt(paths.deskDesk(await saveDesk(context, saved.row, saved.input)), "saved");
      }
    }
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Desk() {
  const { form } = useLoaderData<typeof loader>();
  return <DeskFormView {...form} answer={useActionData<typeof action>()?.answer} />;
}
