import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { RuleFormView } from "#app/components/directory/rules-view.tsx";
import { removeRoutingRule } from "#app/domain/directory/commands/remove-routing-rule.server.ts";
import { saveRoutingRule } from "#app/domain/directory/commands/save-routing-rule.server.ts";
import { routingRuleSchema } from "#app/domain/directory/directory.schema.ts";
import { mayEditDirectory } from "#app/domain/directory/directory.ts";
import { listDeskChoices } from "#app/domain/directory/queries/list-desk-choices.server.ts";
import { listRoutingRules } from "#app/domain/directory/queries/list-routing-rules.server.ts";
import { listPlanEditing } from "#app/domain/plan/queries/list-plan-editing.server.ts";
import { listQuestionChoices } from "#app/domain/plan/queries/list-question-choices.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
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
    const rules = await listRoutingRules(context.actor, context.locale);
    const rule = rules.find((row) => row.id === id);
    if (id !== null && !rule) throw notFound();
    const [plans, questions, desks] = await Promise.all([
      listPlanEditing(context.actor, context.locale),
      listQuestionChoices(context.actor, context.locale),
      listDeskChoices(context.actor, context.locale, { alsoOutside: true }),
    ]);
    const words = rule ? "desk:directory.ruleChange" : "desk:directory.ruleNew";
    return {
      page: privatePageInfo(context, text(context.locale).t(words)),
      version: rule?.version ?? null,
      initial: {
        position: String(rule?.position ?? (rules.at(-1)?.position ?? 0) + 1),
        themeId: rule?.themeId ?? "",
        kind: rule?.kind ?? "",
        questionId: rule?.questionId ?? "",
        areas: rule?.areas.join("\n") ?? "",
        words: rule?.words.join("\n") ?? "",
        deskId: rule?.deskId ?? "",
        note: rule?.note ?? "",
        isActive: (rule?.isActive ?? true) ? "on" : "",
      },
      themes: plans.flatMap((plan) => plan.themes.map((theme) => ({ value: theme.id, label: theme.title }))),
      questions,
      desks: desks.map((desk) => ({ value: desk.id, label: desk.label })),
      mayChange: mayEditDirectory(context.actor),
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    if (fields.act === "remove") {
      await removeRoutingRule(context, { id: idParam(args), ...versionOf(fields) });
      throw doneAt(paths.deskRules(), "removed");
    }
    await saveRoutingRule(context, savedRow(idOrNew(args), fields), checked(routingRuleSchema, fields));
    throw doneAt(paths.deskRules(), "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Rule() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  return <RuleFormView {...form} answer={useActionData<typeof action>()?.answer} />;
}
