import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { SettingsView } from "#app/components/settings/settings-view.tsx";
import { changeSettings } from "#app/domain/settings/commands/change-settings.server.ts";
import { setEmergencyNotice } from "#app/domain/settings/commands/set-emergency-notice.server.ts";
import { getSettingsPage } from "#app/domain/settings/queries/get-settings-page.server.ts";
import { emergencyFormSchema, emergencyOffSchema, settingsFormSchema } from "#app/domain/settings/settings.schema.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { checked } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { paths } from "#app/routes/paths.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  const page = privatePageInfo(context, text(context.locale).t("desk:settings.title"));
  return { page, ...(await getSettingsPage(context.actor)) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return answerForm(args, async ({ fields }) => {
    switch (fields.act) {
      case "emergency":
        await setEmergencyNotice(context, checked(emergencyFormSchema, fields));
        break;
      case "emergencyOff":
        await setEmergencyNotice(context, { ...checked(emergencyOffSchema, fields), notice: null });
        break;
      default:
        await changeSettings(context, checked(settingsFormSchema, fields));
    }
    throw doneAt(paths.deskSettings(), "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Settings() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  return <SettingsView {...form} answer={useActionData<typeof action>()?.answer} />;
}
