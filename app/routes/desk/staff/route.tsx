import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { StaffListView } from "#app/components/staff/staff-list-view.tsx";
import { revokeInvitation } from "#app/domain/staff/commands/revoke-invitation.server.ts";
import { getStaffPage } from "#app/domain/staff/queries/get-staff-page.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { paths } from "#app/routes/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  const page = privatePageInfo(context, text(context.locale).t("desk:staff.title"));
  return { page, ...(await getStaffPage(context.actor, context)) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return answerForm(args, async ({ fields }) => {
    await revokeInvitation(context, checked(z.object({ id: z.uuid({ error: "choose" }) }), fields));
    throw doneAt(paths.deskStaff(), "invitationRevoked");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Staff() {
  const { accounts, invitations } = useLoaderData<typeof loader>();
  return (
    <StaffListView accounts={accounts} invitations={invitations} answer={useActionData<typeof action>()?.answer} />
  );
}
