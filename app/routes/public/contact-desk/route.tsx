import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InquiryFormPage } from "#app/components/submission/inquiry-form-page.tsx";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { getInquiryForm } from "#app/domain/submission/queries/get-inquiry-form.server.ts";
import { inquirySchema } from "#app/domain/submission/submission.schema.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { formSteps } from "#app/http/form-steps.server.ts";
import { formHeaders } from "#app/http/headers.ts";
import { pageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { senderOf } from "#app/http/sender.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { desk } = await getInquiryForm(args.params.desk ?? "", context.locale);
    const title = text(context.locale).t("submission:inquiry.title", { desk: desk.name });
    return { desk, page: pageInfo(context, { title, description: desk.duty }) };
  });
}

export function action(args: ActionFunctionArgs) {
  const context = requestContext(args);
  return respondPage(() =>
    formSteps(args, {
      limit: "submit",
      schema: inquirySchema,
      send: async ({ consent: _, ...fields }, idempotencyKey) => {
        const deskSlug = args.params.desk ?? "";
        const { number } = await submitInquiry(context, {
          ...fields,
          deskSlug,
          idempotencyKey,
          sender: senderOf(args),
        });
        return paths.receipt(number, idempotencyKey);
      },
    }),
  );
}

export const headers = formHeaders;
export const meta = pageMeta;

export default function ContactDesk() {
  const { desk } = useLoaderData<typeof loader>();
  return <InquiryFormPage desk={desk} step={useActionData<typeof action>()} />;
}
