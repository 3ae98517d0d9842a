import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InviteView } from "#app/components/staff/invite-view.tsx";
import { listDeskChoices } from "#app/domain/directory/queries/list-desk-choices.server.ts";
import { inviteStaff } from "#app/domain/staff/commands/invite-staff.server.ts";
import { inviteStaffSchema } from "#app/domain/staff/staff.schema.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { paths } from "#app/routes/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  const page = privatePageInfo(context, text(context.locale).t("desk:staff.inviteTitle"));
  return { page, desks: await listDeskChoices(context.actor, context.locale, { alsoOutside: true }) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return answerForm(args, async ({ fields, list }) => {
    await inviteStaff(context, checked(inviteStaffSchema, { ...fields, deskIds: list("deskIds") }));
    throw doneAt(paths.deskStaff(), "invited");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function StaffInvite() {
  const { desks } = useLoaderData<typeof loader>();
  return <InviteView desks={desks} answer={useActionData<typeof action>()?.answer} />;
}
