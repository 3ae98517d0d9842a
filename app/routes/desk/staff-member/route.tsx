import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { StaffMemberView } from "#app/components/staff/staff-member-view.tsx";
import { listDeskChoices } from "#app/domain/directory/queries/list-desk-choices.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { changeStaff } from "#app/domain/staff/commands/change-staff.server.ts";
import { resetStaffAccess } from "#app/domain/staff/commands/reset-staff-access.server.ts";
import { setStaffActive } from "#app/domain/staff/commands/set-staff-active.server.ts";
import { signOutEverywhere } from "#app/domain/staff/commands/sign-out-everywhere.server.ts";
import { getStaffMember } from "#app/domain/staff/queries/get-staff-member.server.ts";
import { changeStaffSchema } from "#app/domain/staff/staff.schema.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt, idParam } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = await staffContext(args, "ADMIN");
    const member = await getStaffMember(context.actor, idParam(args), context.now);
    const page = privatePageInfo(context, text(context.locale).t("desk:staff.memberTitle", { name: member.name }));
    return { page, member, desks: await listDeskChoices(context.actor, context.locale, { alsoOutside: true }) };
  });
}

const versionSchema = z.object({ version: versionField });

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  const id = idParam(args);
  const done = (deed: Parameters<typeof doneAt>[1]) => doneAt(paths.deskStaffMember(id), deed);
  return answerForm(args, async ({ fields, list }) => {
    switch (fields.act) {
      case "change":
        await changeStaff(context, { id, ...checked(changeStaffSchema, { ...fields, deskIds: list("deskIds") }) });
        throw done("saved");
      case "signOut":
        await signOutEverywhere(context, { staffId: id });
        throw done("signedOutThem");
      case "reset":
        await resetStaffAccess(context, { id, ...checked(versionSchema, fields) });
        throw done("accessReset");
      case "off":
        await setStaffActive(context, { id, ...checked(versionSchema, fields), isActive: false });
        throw done("staffOff");
      case "on":
        await setStaffActive(context, { id, ...checked(versionSchema, fields), isActive: true });
        throw done("staffOn");
      default:
        throw notFound();
    }
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function StaffMember() {
  const { member, desks } = useLoaderData<typeof loader>();
  return <StaffMemberView member={member} desks={desks} answer={useActionData<typeof action>()?.answer} />;
}
