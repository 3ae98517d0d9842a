import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FlagWordView } from "#app/components/flag/flag-words-view.tsx";
import { removeFlagWord } from "#app/domain/flag/commands/remove-flag-word.server.ts";
import { saveFlagWord } from "#app/domain/flag/commands/save-flag-word.server.ts";
import { mayEditFlagWords } from "#app/domain/flag/flag.ts";
import { flagWordSchema } from "#app/domain/flag/flag-words.schema.ts";
import { findFlagWord } from "#app/domain/flag/queries/list-flag-words.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt, idOrNew, idParam } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { savedRow, versionOf } from "#app/http/saved-row.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
    const id = idOrNew(args);
    const word = id === null ? null : await findFlagWord(context.actor, id);
    return {
      page: privatePageInfo(context, text(context.locale).t(word ? "flags:words.change" : "flags:words.add")),
      version: word?.version ?? null,
      initial: {
        word: word?.word ?? "",
        note: word?.note ?? "",
        isActive: (word?.isActive ?? true) ? "on" : "",
      },
      mayChange: mayEditFlagWords(context.actor),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    if (fields.act === "remove") {
      await removeFlagWord(context, { id: idParam(args), ...versionOf(fields) });
      throw doneAt(paths.deskFlagWords(), "removed");
    }
    const id = idOrNew(args);
    await saveFlagWord(context, savedRow(id, fields), checked(flagWordSchema, fields));
    throw doneAt(paths.deskFlagWords(), id === null ? "added" : "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function FlagWord() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  return <FlagWordView {...form} answer={useActionData<typeof action>()?.answer} />;
}
