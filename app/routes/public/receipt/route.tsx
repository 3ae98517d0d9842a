import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ReceiptView } from "#app/components/submission/receipt-view.tsx";
import { findReceipt } from "#app/domain/comment/queries/find-receipt.server.ts";
import { requestContext, text } from "#app/http/context.server.ts";
import { privateHeaders } from "#app/http/headers.ts";
import { privatePageInfo } from "#app/http/page-info.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { printedAddress } from "#app/http/printed-address.server.ts";
import { respondPage } from "#app/http/respond.server.ts";
import { paths } from "#app/routes/paths.ts";

export function loader(args: LoaderFunctionArgs) {
  return respondPage(async () => {
    const context = requestContext(args);
    const { locale, url } = context;
    const receipt = await findReceipt(args.params.number ?? "", url.searchParams.get("receipt") ?? "", context);
    const { number, trackingKey } = receipt;
    return {
      receipt,
      tracking: printedAddress(locale, paths.tracked(number, trackingKey)),
      page: privatePageInfo(context, text(locale).t("submission:receipt.pageTitle", { number })),
    };
  });
}

export const headers = privateHeaders;
export const meta = pageMeta;

export default function Receipt() {
  const { receipt, tracking } = useLoaderData<typeof loader>();
  return <ReceiptView receipt={receipt} tracking={tracking} />;
}
