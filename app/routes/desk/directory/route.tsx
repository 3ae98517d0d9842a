import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DirectoryEditingView } from "#app/components/directory/directory-editing-view.tsx";
import { mayEditDirectory, mayImportDirectory } from "#app/domain/directory/directory.ts";
import { getDirectoryPage } from "#app/domain/directory/queries/get-directory-page.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR", "VIEWER");
  return {
    page: privatePageInfo(context, text(context.locale).t("desk:directory.title")),
    departments: await getDirectoryPage(context.actor),
    mayChange: mayEditDirectory(context.actor),
    mayImport: mayImportDirectory(context.actor),
  };
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Directory() {
  const { departments, mayChange, mayImport } = useLoaderData<typeof loader>();
  return <DirectoryEditingView departments={departments} mayChange={mayChange} mayImport={mayImport} />;
}
