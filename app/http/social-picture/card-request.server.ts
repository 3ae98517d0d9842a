import { notFound } from "#app/domain/shared/domain-error.ts";
import { isLocale } from "#app/domain/shared/localized-text.ts";
import { type RequestContext, requestContext, text } from "../context.server.ts";
import type { RouteArgs } from "../route-args.ts";

/** An anonymous visitor's context in the language that a picture's address names. @throws NOT_FOUND for one we do not speak */
export function cardRequest(args: RouteArgs): RequestContext & { t: ReturnType<typeof text>["t"] } {
  const { locale } = args.params;
  if (!isLocale(locale)) throw notFound();
  return { ...requestContext(args), locale, t: text(locale).t };
}
