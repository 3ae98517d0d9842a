import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mailExamples } from "#app/domain/mail/mail-examples.ts";
import { mailAudience, mailTemplates } from "#app/domain/mail/mail-message.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { useDatabase } from "#tests/support/database.ts";
import { named, routes, startVisitors, type Visitors } from "./visitors.ts";

const unescaped = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("the preview of mail templates", () => {
  useDatabase({ reset: "file" });
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await startVisitors();
  });
  afterAll(() => visitors.close());

  const ask = (path: string) => visitors.ask(path, { headers: visitors.sessionOf("viewer") });

  it("is linked from the mail log and lists every template with what it is for", async () => {
    expect((await ask(paths.deskMails())).body).toContain(`href="${paths.deskMailTemplates()}"`);
    const { body } = await ask(paths.deskMailTemplates());
    for (const template of mailTemplates) expect(body).toContain(`href="${paths.deskMailTemplate(template)}"`);
    expect(body).not.toContain("mailTemplates:");
  });

  it("shows each template in each language, its text exactly as it is sent", async () => {
    for (const template of mailTemplates) {
      for (const lang of locales) {
        const { status, body } = await ask(paths.deskMailTemplate(template, { lang }));
        expect([template, lang, status]).toEqual([template, lang, 200]);
        const text = unescaped(/<pre[^>]*>([\s\S]*?)<\/pre>/.exec(body)?.[1] ?? "");
        expect(text).toMatch(/\n-{40}\n$/);
        expect(text).toContain("http://");
        expect(body).not.toMatch(/mailTemplates:|mailLog:/);
        const isForPeople = mailAudience[template] === "PERSON";
        expect(body.match(/<iframe /g)?.length ?? 0).toBe(isForPeople ? 2 : 0);
        const address = paths.deskMailTemplateHtml(template, { lang, look: "dark" });
        expect([template, (await ask(address)).status]).toEqual([template, isForPeople ? 200 : 404]);
      }
    }
  });

  it("shows every example under its own words", async () => {
    for (const template of mailTemplates) {
      for (const { name } of mailExamples("ja")[template]) {
        const { status, body } = await ask(paths.deskMailTemplate(template, { example: name }));
        expect([template, name, status]).toEqual([template, name, 200]);
        expect(body).not.toContain("mailTemplates:");
      }
    }
  });

  it("lets the HTML do nothing but be looked at, in the styles it is made of and framed by this site alone", async () => {
    for (const look of ["sent", "light", "dark", "bare"]) {
      const { status, headers, body } = await ask(paths.deskMailTemplateHtml("answered", { look }));
      expect(status).toBe(200);
      expect(headers["content-type"]).toBe("text/html; charset=utf-8");
      expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
      expect(headers["cross-origin-opener-policy"]).toBe("unsafe-none");
      const policy = Object.fromEntries(
        String(headers["content-security-policy"])
          .split("; ")
          .map((directive) => [directive.split(" ")[0], directive.split(" ").slice(1)]),
      );
      const { "style-src": styles = [], ...others } = policy;
      expect(others).toEqual({
        "default-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "frame-ancestors": ["'self'"],
        sandbox: [],
      });
      expect(styles).not.toContain("'unsafe-inline'");
      const shown = body.replaceAll(/<!--[\s\S]*?-->/g, "");
      const used = [...shown.matchAll(/<style>([^<]*)<\/style>| style="([^"]*)"/g)].map(
        ([, sheet, attribute]) => sheet ?? attribute ?? "",
      );
      expect(used.length > 0).toBe(look !== "bare");
      for (const style of used) {
        expect(styles).toContain(`'sha256-${createHash("sha256").update(style).digest("base64")}'`);
      }
      expect(body).not.toMatch(/<script|<form|<img|<iframe|\son[a-z]+=/i);
    }
  });

  it("may be framed by its page, and no other page by any", async () => {
    const page = await ask(paths.deskMailTemplate("answered"));
    expect(page.headers["content-security-policy"]).toContain("frame-src 'self'");
    for (const [, route] of named(routes).filter(([, { path }]) => !path.endsWith("/html"))) {
      const { headers } = await ask(visitors.addressOf(route, "viewer"));
      expect([route.path, headers["content-security-policy"]]).toEqual([
        route.path,
        expect.stringContaining("frame-ancestors 'none'"),
      ]);
      expect([route.path, headers["x-frame-options"]]).toEqual([route.path, "DENY"]);
    }
  });

  it("knows no other template, language, example or look", async () => {
    for (const address of [
      paths.deskMailTemplate("nothing"),
      paths.deskMailTemplate("__proto__"),
      paths.deskMailTemplateHtml("nothing"),
      paths.deskMailTemplate("answered", { example: "nothing" }),
      paths.deskMailTemplateHtml("answered", { look: "nothing" }),
      `${paths.deskMailTemplate("answered")}?lang=fr`,
      `${paths.deskMailTemplate("answered")}?lang=`,
      `${paths.deskMailTemplateHtml("answered")}?lang=toString`,
    ]) {
      expect([address, (await ask(address)).status]).toEqual([address, 404]);
    }
  });

  it("is for those who see the mail log: an officer is refused, and what is refused says nothing", async () => {
    for (const address of [paths.deskMailTemplate("answered"), paths.deskMailTemplateHtml("answered")]) {
      const { status, body } = await visitors.ask(address, { headers: visitors.sessionOf("officer") });
      expect([address, status]).toEqual([address, 403]);
      expect(body).not.toContain("EXAM-PUE0");
    }
  });
});
