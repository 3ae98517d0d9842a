import { createHash } from "node:crypto";
import type { TemplatePreview } from "#app/domain/mail/mail-examples.ts";
import { getTemplatePreview } from "#app/domain/mail/queries/get-template-preview.server.ts";
import { inMailLook, type MailLook, mailSheets, mailStyles } from "#app/domain/mail/templates/mail-look.ts";
import type { Actor } from "#app/domain/shared/actor.ts";
import { notFound } from "#app/domain/shared/domain-error.ts";
import { isLocale } from "#app/domain/shared/localized-text.ts";
import type { RouteArgs } from "./route-args.ts";

/**
 * The preview that an address asks for: `:template`, `?lang=ja|easy|en` (nothing: ja), `?example=`.
 * @throws notFound for a language, template or example that does not exist; forbidden as the query says
 */
export async function askedPreview(args: RouteArgs, viewer: Actor): Promise<TemplatePreview> {
  const { searchParams } = new URL(args.request.url);
  const locale = searchParams.get("lang") ?? "ja";
  if (!isLocale(locale)) throw notFound();
  return getTemplatePreview(viewer, {
    template: args.params.template ?? "",
    locale,
    example: searchParams.get("example"),
  });
}

const hash = (style: string) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`;

/**
 * A mail's HTML as a document of its own, which may do nothing but be looked at: no script, form, picture or request (`sandbox`,
 * `default-src 'none'`), no style but those that mails are made of, each by its hash, and no frame but one of this site.
 *
 * `Cross-Origin-Opener-Policy` is taken back, because browsers refuse a sandboxed document that sets one (HTML, "navigate"), and
 * `Origin-Agent-Cluster` with it, because the document has no origin to be alone with.
 */
export function mailDocument(html: string, look: MailLook): Response {
  const styles = look === "bare" ? [] : [...mailSheets(look), ...Object.values(mailStyles)].map(hash);
  const policy = [
    "default-src 'none'",
    // attributes are named by their hashes too, which 'unsafe-hashes' stands for (CSP 3, 8.3)
    `style-src ${styles.length === 0 ? "'none'" : ["'unsafe-hashes'", ...new Set(styles)].join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    "sandbox",
  ];
  return new Response(inMailLook(html, look), {
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy.join("; "),
      "X-Frame-Options": "SAMEORIGIN",
      "Cross-Origin-Opener-Policy": "unsafe-none",
      "Origin-Agent-Cluster": "?0",
    },
  });
}
