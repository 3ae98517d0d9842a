import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { UnitFormView } from "#app/components/directory/unit-form-view.tsx";
import { removeDepartment } from "#app/domain/directory/commands/remove-department.server.ts";
import { saveDepartment } from "#app/domain/directory/commands/save-department.server.ts";
import { departmentSchema } from "#app/domain/directory/directory.schema.ts";
import { getDirectoryPage } from "#app/domain/directory/queries/get-directory-page.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
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
    const department = departments.find((row) => row.id === id);
    if (id !== null && !department) throw notFound();
    const words = department ? "desk:directory.departmentChange" : "desk:directory.departmentNew";
    return {
      page: privatePageInfo(context, text(context.locale).t(words)),
      version: department?.version ?? null,
      initial: {
        ...localizedValues("name", department?.name ?? {}),
        position: String(department?.position ?? departments.length),
      },
    };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return answerForm(args, async ({ fields }) => {
    if (fields.act === "remove") {
      await removeDepartment(context, { id: idParam(args), ...versionOf(fields) });
      throw doneAt(paths.deskDirectory(), "removed");
    }
    await saveDepartment(context, savedRow(idOrNew(args), fields), checked(departmentSchema, fields));
    throw doneAt(paths.deskDirectory(), "saved");
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Department() {
  const { version, initial } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>()?.answer;
  return <UnitFormView unit="department" version={version} initial={initial} answer={answer} />;
}
