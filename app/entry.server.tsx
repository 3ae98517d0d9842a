import classNames from "virtual:class-names";
import type { ActionFunctionArgs, EntryContext, LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { SurroundingsContext } from "#app/components/display/display-context.tsx";
import { displayOf } from "#app/domain/shared/display.ts";
import { isLocale, type Locale } from "#app/domain/shared/localized-text.ts";
import { keepOf, pageWithFurigana } from "#app/http/furigana-page.server.ts";
import { shortenPage } from "#app/http/short-class-names.ts";
import { textInstance } from "#app/platform/i18n/translator.server.ts";
import { log } from "#app/platform/log.ts";
import { splitLocale } from "#app/routes/paths.ts";

/** A staff page is in its reader's language (its layout's loader says which), a public one in its address's. */
function pageLocale(request: Request, context: EntryContext): Locale {
  for (const data of Object.values(context.staticHandlerContext.loaderData)) {
    const locale = (data as { staffLocale?: unknown } | null | undefined)?.staffLocale;
    if (isLocale(locale)) return locale;
  }
  return splitLocale(new URL(request.url).pathname).locale;
}

/** Lists of classes that pages were seen to have, as they are sent. */
const knownClassLists = new Map<string, string>();

/** No page streams or hydrates, so a page is one string. Readings are put into it at the very end, as into a finished print. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  const surroundings = { display: displayOf(request.headers.get("cookie")), answersForm: request.method === "POST" };
  const locale = pageLocale(request, context);
  const rendered = renderToString(
    <I18nextProvider i18n={textInstance(locale)}>
      <SurroundingsContext.Provider value={surroundings}>
        <RemixServer context={context} url={request.url} />
      </SurroundingsContext.Provider>
    </I18nextProvider>,
  );
  const { html, isComplete } =
    surroundings.display.furigana && locale !== "en"
      ? await pageWithFurigana(rendered, keepOf(request.url, status, headers))
      : { html: rendered, isComplete: true };
  // the next reader may find the dictionary ready
  if (!isComplete) headers.set("Cache-Control", "no-store");
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(`<!DOCTYPE html>${shortenPage(html, classNames, knownClassLists)}`, { status, headers });
}

/** What a reader did wrong (a method a page does not have, an address of scripts) stands in the request log with its status; it is no fault of ours. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || (isRouteErrorResponse(error) && error.status < 500)) return;
  log().error({ err: error, requestId: context.requestId }, "request failed");
}
