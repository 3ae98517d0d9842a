import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { ThemeFormView } from "#app/components/plan/theme-form-view.tsx";
import { listDeskChoices } from "#app/domain/directory/queries/list-desk-choices.server.ts";
import { changeTheme } from "#app/domain/plan/commands/change-theme.server.ts";
import { changeThemePolicy } from "#app/domain/plan/commands/change-theme-policy.server.ts";
import { saveQuestion } from "#app/domain/plan/commands/save-question.server.ts";
import { setQuestionOpen } from "#app/domain/plan/commands/set-question-open.server.ts";
import { questionSchema, themePolicySchema, themeSchema } from "#app/domain/plan/plan-editing.schema.ts";
import { mayEditPlan } from "#app/domain/plan/plan-editing.ts";
import { getThemeEditor } from "#app/domain/plan/queries/get-theme-editor.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { staffContext } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { versionOf } from "#app/http/saved-row.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
    const theme = await getThemeEditor(context.actor, args.params.slug ?? "");
    const desks = await listDeskChoices(context.actor, context.locale);
    return {
      page: privatePageInfo(context, pick(theme.title, context.locale)),
      theme,
      desks: desks.map((desk) => ({ value: desk.id, label: desk.label })),
      mayChange: mayEditPlan(context.actor),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    const { id, slug } = await getThemeEditor(context.actor, args.params.slug ?? "");
    const here = paths.deskTheme(slug);
    const question = () => ({
      ...checked(z.object({ id: z.uuid({ error: "choose" }) }), fields),
      ...versionOf(fields),
    });
    switch (fields.act) {
      case "theme":
        await changeTheme(context, { id, ...checked(themeSchema, fields) });
        throw doneAt(here, "saved");
      case "policy":
        await changeThemePolicy(context, { id, ...checked(themePolicySchema, fields) });
        throw doneAt(here, "saved");
      case "addQuestion":
        await saveQuestion(context, { id: null, themeId: id }, checked(questionSchema, fields));
        throw doneAt(here, "questionAdded");
      case "question":
        await saveQuestion(context, question(), checked(questionSchema, fields));
        throw doneAt(here, "questionSaved");
      case "closeQuestion":
        await setQuestionOpen(context, { ...question(), isOpen: false });
        throw doneAt(here, "questionClosed");
      case "openQuestion":
        await setQuestionOpen(context, { ...question(), isOpen: true });
        throw doneAt(here, "questionOpened");
      default:
        throw notFound();
    }
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Theme() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  return <ThemeFormView {...form} answer={useActionData<typeof action>()?.answer} />;
}
