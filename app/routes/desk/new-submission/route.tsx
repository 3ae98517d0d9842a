import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EntryChoice } from "#app/components/entry/entry-choice.tsx";
import { EntryDone } from "#app/components/entry/entry-done.tsx";
import { EntryFormView } from "#app/components/entry/entry-form.tsx";
import { findReceipt } from "#app/domain/comment/queries/find-receipt.server.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { enterSubmission } from "#app/domain/submission/commands/enter-submission.server.ts";
import { entrySchemas } from "#app/domain/submission/entry.schema.ts";
import { entryKinds } from "#app/domain/submission/entry.ts";
import { getEntryForm, listEntryTargets } from "#app/domain/submission/queries/get-entry-form.server.ts";
import { staffContext, text } from "#app/http/context.server.ts";
import { formSteps } from "#app/http/form-steps.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { printedAddress } from "#app/http/printed-address.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";

/** What the address says that is typed in, and for which theme or desk; null before that was chosen. */
function entryOf({ searchParams }: URL) {
  const kind = entryKinds.find((known) => known === searchParams.get("kind"));
  const to = searchParams.get("to");
  return kind && to ? { kind, to } : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return respondPage(async () => {
    const { locale, url } = context;
    const page = privatePageInfo(context, text(locale).t("entry:title"));
    const number = url.searchParams.get("number");
    if (number !== null) {
      const key = url.searchParams.get("receipt") ?? "";
      const receipt = await findReceipt(number, key, { ...context, enteredBy: context.actor.id });
      const tracking = printedAddress(receipt.locale, paths.tracked(receipt.number, receipt.trackingKey));
      const slip = localizedPath(receipt.locale, paths.receipt(receipt.number, key));
      return { page, show: "done" as const, receipt, tracking, slip };
    }
    const entry = entryOf(url);
    if (entry === null)
      return { page, show: "choice" as const, targets: await listEntryTargets(context.actor, locale) };
    const today = isoDate(context.now);
    return { page, show: "form" as const, today, form: await getEntryForm(entry.kind, entry.to, context) };
  });
}

export async function action(args: ActionFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  return respondPage(async () => {
    const entry = entryOf(context.url);
    if (entry === null) throw notFound();
    const { kind, to } = entry;
    const schemas = entrySchemas(isoDate(context.now));
    const entered = async (sent: Promise<{ number: string }>, key: string) =>
      paths.deskEntered((await sent).number, key);
    switch (kind) {
      case "idea":
        return formSteps(args, {
          limit: "desk",
          schema: schemas.idea,
          send: ({ consent: _, ...fields }, idempotencyKey) =>
            entered(
              enterSubmission(context, { kind: "IDEA", ...fields, themeSlug: to, idempotencyKey }),
              idempotencyKey,
            ),
        });
      case "partnership":
        return formSteps(args, {
          limit: "desk",
          schema: schemas.partnership,
          send: ({ consent: _, ...fields }, idempotencyKey) =>
            entered(
              enterSubmission(context, { kind: "PARTNERSHIP", ...fields, themeSlug: to, idempotencyKey }),
              idempotencyKey,
            ),
        });
      case "inquiry":
        return formSteps(args, {
          limit: "desk",
          schema: schemas.inquiry,
          send: ({ consent: _, ...fields }, idempotencyKey) =>
            entered(
              enterSubmission(context, { kind: "INQUIRY", ...fields, deskSlug: to, idempotencyKey }),
              idempotencyKey,
            ),
        });
    }
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function NewSubmission() {
  const data = useLoaderData<typeof loader>();
  const step = useActionData<typeof action>();
  switch (data.show) {
    case "done":
      return <EntryDone receipt={data.receipt} tracking={data.tracking} slip={data.slip} />;
    case "choice":
      return <EntryChoice targets={data.targets} />;
    case "form":
      return <EntryFormView form={data.form} today={data.today} step={step} />;
  }
}
