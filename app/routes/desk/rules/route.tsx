import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RulesView } from "#app/components/directory/rules-view.tsx";
import { routedTextSchema } from "#app/domain/directory/directory.schema.ts";
import { mayEditDirectory } from "#app/domain/directory/directory.ts";
import { listRoutingRules } from "#app/domain/directory/queries/list-routing-rules.server.ts";
import { tryRouting } from "#app/domain/directory/queries/try-routing.server.ts";
import { listPlanEditing } from "#app/domain/plan/queries/list-plan-editing.server.ts";
import { listQuestionChoices } from "#app/domain/plan/queries/list-question-choices.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  const { actor, locale } = context;
  const plans = await listPlanEditing(actor, locale);
  return {
    page: privatePageInfo(context, text(locale).t("desk:directory.rulesTitle")),
    rules: await listRoutingRules(actor, locale),
    themes: plans.flatMap((plan) => plan.themes.map((theme) => ({ value: theme.id, label: theme.title }))),
    questions: await listQuestionChoices(actor, locale),
    mayChange: mayEditDirectory(actor),
  };
}

/** Trying where something would go. Changes nothing, so whoever may read the rules may; posted because texts are long and private. */
export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return answerForm(args, async ({ fields }) => ({
    answer: undefined,
    tried: fields,
    trial: await tryRouting(context.actor, checked(routedTextSchema, fields), context.locale),
  }));
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Rules() {
  const { page: _page, ...list } = useLoaderData<typeof loader>();
  const sent = useActionData<typeof action>();
  const result = sent !== undefined && "trial" in sent ? sent : undefined;
  return <RulesView {...list} answer={sent?.answer} trial={result?.trial} tried={result?.tried} />;
}
