import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PlanFormView } from "#app/components/plan/plan-form-view.tsx";
import { changePlan } from "#app/domain/plan/commands/change-plan.server.ts";
import { planSchema } from "#app/domain/plan/plan-editing.schema.ts";
import { mayEditPlan } from "#app/domain/plan/plan-editing.ts";
import { getPlanEditor } from "#app/domain/plan/queries/get-plan-editor.server.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { staffContext } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
    const plan = await getPlanEditor(context.actor, args.params.key ?? "");
    const page = privatePageInfo(context, pick(plan.title, context.locale));
    return { page, plan, mayChange: mayEditPlan(context.actor) };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    const { id, key } = await getPlanEditor(context.actor, args.params.key ?? "");
    await changePlan(context, { id, ...checked(planSchema, fields) });
    throw doneAt(paths.deskPlan(key), "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Plan() {
  const { plan, mayChange } = useLoaderData<typeof loader>();
  return <PlanFormView plan={plan} mayChange={mayChange} answer={useActionData<typeof action>()?.answer} />;
}
