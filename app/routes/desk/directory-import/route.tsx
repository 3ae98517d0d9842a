import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { DirectoryImportView } from "#app/components/directory/directory-import-view.tsx";
import { importDirectory } from "#app/domain/directory/commands/import-directory.server.ts";
import { listEndingDesks } from "#app/domain/directory/queries/list-ending-desks.server.ts";
import { previewDirectoryImport } from "#app/domain/directory/queries/preview-directory-import.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { isDomainError } from "#app/domain/shared/domain-error.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { answerForm, doneAt } from "#app/http/desk-form.server.ts";
import { readDirectorySheet } from "#app/http/directory-sheet.server.ts";
import { checked, type FormFields } from "#app/http/form.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { uploadedText } from "#app/http/uploaded-sheet.server.ts";
import { paths } from "#app/routes/paths.ts";

const confirmed = z.object({ text: z.string({ error: "required" }), stamp: z.string({ error: "required" }).max(100) });

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return {
    page: privatePageInfo(context, text(context.locale).t("office:import.title")),
    ending: await listEndingDesks(context.actor, context.locale),
  };
}

async function dryRun(context: CommandContext, sheet: string) {
  const { rows, problems } = readDirectorySheet(sheet);
  const preview = await previewDirectoryImport(context.actor, rows, context.now);
  return problems.length > 0 ? { text: sheet, problems, plan: null, stamp: "" } : { text: sheet, ...preview };
}

async function write(context: CommandContext, fields: FormFields) {
  const { text: sheet, stamp } = checked(confirmed, fields);
  try {
    await importDirectory(context, { rows: readDirectorySheet(sheet).rows, stamp });
  } catch (error) {
    if (!isDomainError(error) || error.code !== "CONFLICT") throw error;
    // What it would do now is shown again, above all where the directory changed meanwhile.
    const refused = { messageKey: error.messageKey, params: error.params };
    return data({ answer: undefined, refused, dryRun: await dryRun(context, sheet) }, { status: 409 });
  }
  throw doneAt(paths.deskDirectoryImport(), "directoryImported");
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN");
  return answerForm(args, async (form) => {
    if (form.fields.act === "import") return write(context, form.fields);
    const shown = await dryRun(context, await uploadedText(form, "file"));
    return data({ answer: undefined, refused: null, dryRun: shown }, { status: shown.plan === null ? 400 : 200 });
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function DirectoryImport() {
  const { ending } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const shown = answered && "dryRun" in answered ? answered : null;
  return (
    <DirectoryImportView
      ending={ending}
      answer={answered?.answer}
      dryRun={shown?.dryRun ?? null}
      refused={shown?.refused ?? null}
    />
  );
}
