import { globSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { locales } from "#app/domain/shared/localized-text.ts";
import { env } from "#app/platform/env.ts";
import { localizedPath, paths } from "#app/routes/paths.ts";
import { deskEntryRoutes } from "#app/routes/table.ts";
import { useDatabase } from "#tests/support/database.ts";
import { databaseDigest } from "#tests/support/database-digest.ts";
import type { Answer } from "#tests/support/site.ts";
import {
  actors,
  addresses,
  type Form,
  forms,
  isPrivateRoute,
  oneClickRoute,
  readDefaults,
  reads,
  type Statuses,
  type Who,
} from "./access-table.ts";
import { localesOf, named, type Route, routes, startVisitors, type Visitors } from "./visitors.ts";

const privateRoutes = routes.filter(({ path }) => isPrivateRoute(path));
const openPages = routes.filter(({ area, path }) => area === "public" && !isPrivateRoute(path));

describe("the table of routes", () => {
  it("names every folder that holds a route, and no other", () => {
    const folders = globSync("app/routes/**/route.{ts,tsx}").map((file) =>
      file.replace(/^app\/routes\//, "").replace(/\/route\.tsx?$/, ""),
    );
    expect(routes.map(({ folder }) => folder).sort()).toEqual(
      folders.filter((folder) => folder !== "public/not-found").sort(),
    );
  });

  it("is what access-table.ts describes", () => {
    const known = new Set(routes.map(({ path }) => path));
    expect([...known].sort()).toEqual(Object.keys(addresses).sort());
    expect(Object.keys({ ...reads, ...forms }).filter((path) => !known.has(path))).toEqual([]);
  });
});

describe("every route", () => {
  useDatabase({ reset: "file" });
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await startVisitors();
  });
  afterAll(() => visitors.close());

  it("is in the built product under the id it has here, and no other is", () => {
    const expected = routes.flatMap((route) =>
      localesOf(route).map((locale) => route.id.replace(/^ja\//, `${locale}/`)),
    );
    const frames = ["root", "desk/layout", "desk-entry/layout", ...locales.map((locale) => `${locale}/public/layout`)];
    const notFound = locales.map((locale) => `${locale}/public/not-found`);
    expect(Object.keys(visitors.build.routes).sort()).toEqual([...expected, ...frames, ...notFound].sort());
  });

  it.each(named(routes))("%s answers each actor as the table says", async (_name, route) => {
    const expected = reads[route.path] ?? readDefaults[route.area];
    for (const locale of localesOf(route)) {
      const found = {} as Statuses;
      for (const who of actors) {
        const { status } = await visitors.ask(localizedPath(locale, visitors.addressOf(route, who)), {
          headers: visitors.sessionOf(who),
        });
        found[who] = status;
      }
      expect(found).toEqual(expected);
    }
  });

  it.each(named(routes.filter(({ path }) => path === "desk" || path.startsWith("desk/"))))(
    "%s sends those who are not signed in to the step that is missing, and back afterwards",
    async (_name, route) => {
      if (deskEntryRoutes.some(({ path }) => path === route.path)) return;
      const address = visitors.addressOf(route, "anonymous");
      const locationFor = async (who: Who) =>
        (await visitors.ask(address, { headers: visitors.sessionOf(who) })).headers.location;
      expect(await locationFor("anonymous")).toBe(paths.deskSignIn(address));
      expect(await locationFor("halfWay")).toBe(paths.deskSecondStep(address));
      expect(await locationFor("enrolling")).toBe(paths.deskSetUp(address));
    },
  );

  it.each(named(privateRoutes))("%s is kept by nobody, told to nobody and never indexed", async (_name, route) => {
    for (const who of actors) {
      const { status, headers } = await visitors.ask(visitors.addressOf(route, who), {
        headers: visitors.sessionOf(who),
      });
      expect({
        who,
        status,
        cache: headers["cache-control"],
        referrer: headers["referrer-policy"],
        robots: headers["x-robots-tag"],
      }).toEqual({
        who,
        status,
        cache: "no-store",
        referrer: "same-origin",
        robots: expect.stringContaining("noindex"),
      });
    }
  });

  it.each(named(openPages))("%s carries no script, style or cookie and says what it is", async (_name, route) => {
    for (const locale of locales) {
      const address = localizedPath(locale, visitors.addressOf(route, "anonymous"));
      const { headers, body } = await visitors.ask(address);
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["cache-control"]).toContain("public");
      expect(headers["x-robots-tag"]).toBeUndefined();
      expect(body).not.toMatch(
        /<script(?! type="module" src="\/scripts\/page\.js\?v=\w+"><\/script>)|<style|\sstyle=|\son[a-z]+=|javascript:/i,
      );
      const head = headOf(body);
      const plain = localizedPath("ja", visitors.addressOf(route, "anonymous"));
      expect(head.links).toEqual({
        canonical: `${env().BASE_URL}${address}`,
        ja: `${env().BASE_URL}${plain}`,
        en: `${env().BASE_URL}${localizedPath("en", plain)}`,
        "x-default": `${env().BASE_URL}${plain}`,
      });
      expect(head.title).toMatch(/\S.* \| \S/);
      expect([...(head.meta.description ?? "")].length).toBeGreaterThan(10);
      expect(head.meta).toMatchObject({
        "og:type": "website",
        "og:site_name": expect.stringMatching(/\S/),
        "og:locale": locale === "en" ? "en_US" : "ja_JP",
        "og:title": expect.stringMatching(/\S/),
        "og:description": head.meta.description,
        "og:url": head.links.canonical,
      });
    }
  });

  it.each(named(routes.filter(({ path }) => path !== oneClickRoute)))(
    "%s refuses forms from another site, whoever is signed in, and nothing happens",
    async (_name, route) => {
      const before = await databaseDigest();
      const sent: Form[] = visitors.hasAction(route) ? visitors.formsOf(route) : [{ fields: {}, refused: {} }];
      for (const who of ["keyHolder", "linkHolder", "halfWay", "enrolling", "officer", "administrator"] as const) {
        for (const { fields } of sent) {
          const foreign = {
            ...visitors.sessionOf(who),
            "sec-fetch-site": "cross-site",
            origin: "https://evil.example",
          };
          expect((await visitors.post(visitors.addressOf(route, who), fields, foreign)).status).toBe(403);
        }
      }
      expect(await databaseDigest()).toEqual(before);
    },
  );

  it.each(named(routes))("%s does nothing for whoever must not act", async (_name, route) => {
    if (!visitors.hasAction(route)) {
      expect(forms[route.path]).toBeUndefined();
      const { status } = await visitors.post(
        visitors.addressOf(route, "administrator"),
        { act: "x" },
        visitors.sessionOf("administrator"),
      );
      expect(status).toBe(405);
      return;
    }
    for (const locale of localesOf(route)) {
      for (const { fields, refused, recorded = false } of visitors.formsOf(route)) {
        const before = await databaseDigest();
        const found: Partial<Statuses> = {};
        for (const who of actors) {
          if (refused[who] === undefined) continue;
          const address = localizedPath(locale, visitors.addressOf(route, who));
          found[who] = (await visitors.post(address, fields, visitors.sessionOf(who))).status;
        }
        expect({ fields, found }).toEqual({ fields, found: refused });
        const after = await databaseDigest();
        expect(after.AuditEntry !== before.AuditEntry).toBe(recorded);
        const log = { AuditEntry: "", AuditSeal: "" };
        expect({ ...after, ...log }).toEqual({ ...before, ...log });
      }
    }
  });

  it.each(named(routes))("%s knows no method but GET, HEAD and POST", async (_name, route) => {
    const before = await databaseDigest();
    const [form] = visitors.hasAction(route) ? visitors.formsOf(route) : [];
    for (const who of ["anonymous", "keyHolder", "linkHolder", "administrator"] as const) {
      for (const method of ["PUT", "PATCH", "DELETE", "OPTIONS"]) {
        const { status } = await visitors.post(
          visitors.addressOf(route, who),
          form?.fields ?? {},
          visitors.sessionOf(who),
          method,
        );
        expect({ method, who, refused: [404, 405].includes(status), status }).toMatchObject({ refused: true });
      }
    }
    expect(await databaseDigest()).toEqual(before);
  });

  it.each(named(routes))("%s has no second form for scripts", async (_name, route) => {
    const [address = "", query = ""] = visitors.addressOf(route, "administrator").split("?", 2);
    const data = `${address === "/" ? "/_root" : address}.data?${query}`;
    for (const asked of [data, `${data}&_routes=${encodeURIComponent(route.id)}`]) {
      expect((await visitors.ask(asked, { headers: visitors.sessionOf("administrator") })).status).toBe(404);
      expect((await visitors.post(asked, {}, visitors.sessionOf("administrator"))).status).toBe(404);
    }
  });

  it("is listed for nobody", async () => {
    expect((await visitors.ask("/__manifest?p=%2Fdesk&p=%2Fdesk%2Fstaff&version=x")).status).toBe(404);
  });
});

describe("the forms of the table", () => {
  useDatabase({ reset: "file" });
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await startVisitors();
  });
  afterAll(() => visitors.close());

  /** What nobody can know beforehand: with a made-up one the form comes back, or what it names is not found. */
  const madeUp = ["password", "code", "token", "questionId", "id", "appealId", "report"];
  /** After these nothing else could be asked. */
  const endOfSession = ["everywhere", "endSession"];

  /** The desk last: what is passed on there takes the links of mails with it. */
  const isDesk = ({ path }: { path: string }) => path.startsWith("desk/");
  const withForms = routes.filter(({ path }) => forms[path]);

  it.each(named([...withForms.filter((route) => !isDesk(route)), ...withForms.filter(isDesk)]))(
    "do something at %s for those who may",
    async (_name, route) => {
      for (const { fields, refused } of visitors.formsOf(route)) {
        const who = actors.find((actor) => refused[actor] === undefined);
        if (who === undefined || endOfSession.includes(fields.act ?? "")) continue;
        const { status, headers } = await visitors.post(
          visitors.addressOf(route, who),
          fields,
          visitors.sessionOf(who),
        );
        // 409: an earlier form of the same page has changed the item, or its state does not allow this act
        const taken = madeUp.some((name) => name in fields) ? [200, 303, 400, 404, 409] : [200, 303, 409];
        expect({ fields, who, status, taken: taken.includes(status) }).toMatchObject({ taken: true });
        if (!route.path.startsWith("desk/sign-")) {
          expect(headers.location ?? "").not.toContain("/desk/sign-in");
        }
      }
    },
  );
});

describe("what must not be seen", () => {
  useDatabase({ reset: "file" });
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await startVisitors();
  });
  afterAll(() => visitors.close());

  /** The answer without what was asked for, which every error page of the kind may differ in. */
  const likeness = ({ status, headers, body }: Answer, asked: string) => ({
    status,
    type: headers["content-type"],
    cache: headers["cache-control"],
    body: body.replaceAll(asked, "…").replaceAll(encodeURIComponent(asked), "…"),
  });

  const missingNumber = "R8-9999";

  it.each([
    ["a proposal", paths.proposal],
    ["the form to report a proposal", (number: string) => paths.reportProposal(number)],
    ["the form to report a comment", (number: string) => paths.reportComment(number)],
    ["the comment form of a proposal", (number: string) => paths.newProposalComment(number)],
    ["a receipt", (number: string) => paths.receipt(number, "A".repeat(43))],
    ["a tracking page", (number: string) => paths.tracked(number, "0000-0000-0000-0000-0000")],
    [
      "a tracking page, with another's key",
      (number: string) => paths.tracked(number, visitors.city.published.trackingKey),
    ],
  ] as const)("looks to everybody like what was never there: %s", async (_name, addressFor) => {
    for (const locale of locales) {
      const asked = (number: string) => localizedPath(locale, addressFor(number));
      const missing = likeness(await visitors.ask(asked(missingNumber)), missingNumber);
      expect(missing.status).toBe(404);
      for (const { number } of [
        visitors.city.pending,
        visitors.city.returned,
        visitors.city.inquiry,
        visitors.city.pendingComment,
      ]) {
        expect(likeness(await visitors.ask(asked(number)), number)).toEqual(missing);
      }
    }
  });

  it("looks like what was never there to officers it does not concern", async () => {
    const headers = visitors.sessionOf("otherOfficer");
    const missing = likeness(await visitors.ask(paths.deskSubmission(missingNumber), { headers }), missingNumber);
    expect(missing.status).toBe(404);
    for (const { number } of [
      visitors.city.pending,
      visitors.city.published,
      visitors.city.inquiry,
      visitors.city.pendingComment,
    ]) {
      expect(likeness(await visitors.ask(paths.deskSubmission(number), { headers }), number)).toEqual(missing);
    }
    const noComment = likeness(await visitors.ask(paths.deskComment(missingNumber), { headers }), missingNumber);
    for (const { number } of [visitors.city.comment, visitors.city.pendingComment]) {
      expect(likeness(await visitors.ask(paths.deskComment(number), { headers }), number)).toEqual(noComment);
    }
  });

  it("answers the tracking form alike for a wrong number and a wrong key", async () => {
    const key = visitors.city.published.trackingKey;
    const answers = await Promise.all(
      [missingNumber, visitors.city.pending.number, visitors.city.returned.number].map(async (number) =>
        likeness(await visitors.post(paths.track(), { number, key }, {}), number),
      ),
    );
    expect(answers[0]?.status).toBe(404);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("tells what is missing on the tracking form, and asks for it before looking anything up", async () => {
    const asked = await visitors.post(paths.track(), { number: "R8-0001", key: " " }, {});
    expect(asked.status).toBe(400);
    expect(asked.body).toContain('value="R8-0001"');
    expect(asked.body).toMatch(/href="#key"[^>]*>照会キー: 入力してください。/);
    expect(asked.body).not.toContain('href="#number"');
    const empty = await visitors.post(paths.track(), {}, {});
    expect(empty.status).toBe(400);
    expect(empty.body.indexOf('href="#number"')).toBeLessThan(empty.body.indexOf('href="#key"'));
    expect(empty.body).toContain('href="#number"');
  });

  it("takes no comment on it", async () => {
    const before = await databaseDigest();
    const [form] = visitors.formsOf(
      named(routes).find(([name]) => name === "/proposals/:number/comments/new")?.[1] as Route,
    );
    for (const number of [
      missingNumber,
      visitors.city.pending.number,
      visitors.city.returned.number,
      visitors.city.inquiry.number,
    ]) {
      expect((await visitors.post(paths.newProposalComment(number), form?.fields ?? {}, {})).status).toBe(404);
    }
    expect(await databaseDigest()).toEqual(before);
  });
});

/** What a head says: the relations of its links, its meta names and properties. */
function headOf(html: string): { title: string; links: Record<string, string>; meta: Record<string, string> } {
  const head = html.slice(0, html.indexOf("</head>"));
  const attributes = (tag: string) =>
    Object.fromEntries(
      [...tag.matchAll(/([a-zA-Z:]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
        name.toLowerCase(),
        text(value),
      ]),
    );
  const tags = (name: string) =>
    [...head.matchAll(new RegExp(`<${name}\\b[^>]*>`, "g"))].map(([tag]) => attributes(tag));
  return {
    title: text(/<title>([^<]*)<\/title>/.exec(head)?.[1] ?? ""),
    links: Object.fromEntries(
      tags("link")
        .filter(({ rel }) => rel === "canonical" || rel === "alternate")
        .map(({ rel, hreflang, href }) => [hreflang ?? rel, href ?? ""]),
    ),
    meta: Object.fromEntries(
      tags("meta").map(({ name, property, content }) => [name ?? property ?? "", content ?? ""]),
    ),
  };
}

const text = (escaped: string) =>
  escaped
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
