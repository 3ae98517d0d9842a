import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UnitFormView } from "#app/components/directory/unit-form-view.tsx";
import { removeSection } from "#app/domain/directory/commands/remove-section.server.ts";
import { saveSection } from "#app/domain/directory/commands/save-section.server.ts";
import { sectionSchema } from "#app/domain/directory/directory.schema.ts";
import { getDirectoryPage } from "#app/domain/directory/queries/get-directory-page.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
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
    const context = await staffContext(args, "ADMIN", "MODERATOR");
    const id = idOrNew(args);
    const departments = await getDirectoryPage(context.actor);
    const section = departments.flatMap((department) => department.sections).find((row) => row.id === id);
    if (id !== null && !section) throw notFound();
    const words = section ? "desk:directory.sectionChange" : "desk:directory.sectionNew";
    return {
      page: privatePageInfo(context, text(context.locale).t(words)),
      version: section?.version ?? null,
      departments: departments.map((row) => ({ value: row.id, label: pick(row.name, context.locale) })),
      initial: {
        departmentId: section?.departmentId ?? "",
        ...localizedValues("name", section?.name ?? {}),
        position: String(section?.position ?? 0),
      },
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    if (fields.act === "remove") {
      await removeSection(context, { id: idParam(args), ...versionOf(fields) });
      throw doneAt(paths.deskDirectory(), "removed");
    }
    await saveSection(context, savedRow(idOrNew(args), fields), checked(sectionSchema, fields));
    throw doneAt(paths.deskDirectory(), "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Section() {
  const { page: _page, ...form } = useLoaderData<typeof loader>();
  return <UnitFormView unit="section" {...form} answer={useActionData<typeof action>()?.answer} />;
}
