import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "#app/domain/shared/page.ts";
import { env } from "#app/platform/env.ts";
import { useDatabase } from "#tests/support/database.ts";
import { actors, addresses, forms, type Who } from "./access-table.ts";
import { named, routes, startVisitors, type Visitors } from "./visitors.ts";

const script = "<script>alert(1)</script>";
const someId = "3f0d9a52-6d3c-4d0e-9a55-0c8f5e0f4b1d";

/** What addresses should never hold and one day will, as it stands in an address. */
const oddValues: Record<string, string> = {
  nothing: "",
  "a NUL": "%00",
  "an encoding that is none": "%ZZ",
  "half a character": "%F0%9F",
  "half a surrogate pair": "%ED%A0%80",
  "a quote and SQL": encodeURIComponent('\' OR 1=1; DROP TABLE "Submission"; --'),
  wildcards: "%25_%5C%25",
  "a script": encodeURIComponent(`"'>${script}`),
  "an object's own names": "__proto__",
  "a long text": "%E3%81%82".repeat(40),
  "a number beyond all": "99999999999999999999999999",
  "a cursor that is none": "bm90IGEgY3Vyc29y",
  "a cursor of another list": encodeCursor({ key: "5", id: someId }),
  "a cursor beyond all dates": encodeCursor({ key: "+275760-09-13T00:00:00.000Z", id: someId }),
  "a cursor before all dates": encodeCursor({ key: "-271821-04-20T00:00:00.000Z", id: someId }),
  "a cursor of the year nought": encodeCursor({ key: "0000-01-01T00:00:00.000Z", id: someId }),
  "a cursor that says nothing": encodeCursor({ key: "", id: someId }),
  "a cursor with a NUL": encodeCursor({ key: "\u0000", id: someId }),
  "a cursor beyond all numbers": encodeCursor({ key: "-999999999", id: someId }),
};

/** Every query parameter that some page reads. */
const parameters = [
  ...["kind", "theme", "handling", "outcome", "sort", "after", "before", "q", "parent", "questionId", "receipt"],
  ...["confirm", "done", "lang", "language", "next", "ended", "view", "review", "desk", "state", "template"],
  ...["number", "action", "subject", "actor", "from", "to"],
];

/** What a page that took the request, or refused it in order, may answer. */
const orderly = (status: number) => status < 500;
const isRefused = (status: number) => status >= 400 && status < 500;

/** Whoever gets furthest at each address. */
function furthest(path: string): Who {
  if (/^(track|receipts)\//.test(path)) return "keyHolder";
  if (/^(answer|desk\/sign-in-link|desk\/invitation)\//.test(path)) return "linkHolder";
  if (path === "desk/sign-in/second-step") return "halfWay";
  if (path === "desk/sign-in/set-up") return "enrolling";
  return path.startsWith("desk") && path !== "desk/sign-in" ? "administrator" : "anonymous";
}

describe("odd requests", () => {
  useDatabase({ reset: "file" });
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await startVisitors();
  });
  afterAll(() => visitors.close());

  const addParameters = (address: string, query: string) => `${address}${address.includes("?") ? "&" : "?"}${query}`;

  it.each(named(routes))("do not break %s, whatever stands in its query", async (_name, route) => {
    const who = furthest(route.path);
    const address = visitors.addressOf(route, who);
    const headers = visitors.sessionOf(who);
    const all = Object.values(oddValues).map((value) => parameters.map((name) => `${name}=${value}`).join("&"));
    // `after` is preferred to `before`, so that has its turn alone, and each order of a list reads cursors its own way
    const cursors = Object.entries(oddValues).flatMap(([name, value]) =>
      name.includes("cursor")
        ? [`before=${value}`, `after=${value}&sort=discussed`, `before=${value}&sort=answered`]
        : [],
    );
    const shapes = parameters.map((name) => `${name}=a&${name}=b&${name}[]=c&${name}[x]=d&${name}`).join("&");
    for (const query of [...all, ...cursors, shapes]) {
      const { status, body } = await visitors.ask(addParameters(address, query), { headers });
      expect({ query, status, orderly: orderly(status) }).toEqual({ query, status, orderly: true });
      expect(body).not.toContain(script);
    }
  });

  it.each(named(routes.filter(({ path }) => path.includes(":"))))(
    "do not break %s, whatever stands in its path",
    async (_name, route) => {
      const who = furthest(route.path);
      const headers = visitors.sessionOf(who);
      const real = visitors.addressOf(route, who).split("?", 1)[0]?.split("/").slice(1) ?? [];
      const places = route.path.split("/").flatMap((part, place) => (part.startsWith(":") ? [place] : []));
      const values = [
        ...Object.values(oddValues).filter((value) => value !== ""),
        "..%2F..%2Fetc%2Fpasswd",
        "a".repeat(1_000),
        "new%00",
        "constructor",
      ];
      for (const place of places) {
        for (const value of values) {
          const address = `/${real.with(place, value).join("/")}`;
          const { status, body } = await visitors.ask(address, { headers });
          // a receipt number or key is read as people type it, but none of these is one
          expect({ address, status, refused: isRefused(status) }).toEqual({ address, status, refused: true });
          expect(body).not.toContain(script);
        }
      }
    },
  );

  it("do not break the desk, whatever page they say they came from", async () => {
    const session = visitors.sessionOf("administrator");
    for (const value of [...Object.values(oddValues), "%FF"]) {
      for (const folder of ["submissions", "comments"]) {
        const referer = `${env().BASE_URL}/desk/${folder}/${value}`;
        const { status } = await visitors.ask("/desk", { headers: { ...session, referer } });
        expect({ referer, status }).toEqual({ referer, status: 200 });
      }
    }
  });

  it.each(named(routes.filter(({ path }) => forms[path])))(
    "do not break the forms of %s, whatever stands in their fields",
    async (_name, route) => {
      const oddFields = ["", "\u0000", `"'>${script}`, "99999999999999999999", `\u202eabc\u0301${"𠮷".repeat(5_000)}`];
      for (const { fields, refused } of visitors.formsOf(route)) {
        const who = actors.findLast((actor) => refused[actor] === undefined) ?? "anonymous";
        const address = visitors.addressOf(route, who);
        const headers = visitors.sessionOf(who);
        for (const name of Object.keys(fields)) {
          for (const value of oddFields) {
            const { status, body } = await visitors.post(address, { ...fields, [name]: value }, headers);
            expect({ fields, name, value, status, orderly: orderly(status) }).toEqual({
              fields,
              name,
              value,
              status,
              orderly: true,
            });
            expect(body).not.toContain(script);
          }
        }
        const twice = new URLSearchParams([...Object.entries(fields), ...Object.entries(fields)]).toString();
        for (const [type, body] of [
          ["application/x-www-form-urlencoded", twice],
          ["application/x-www-form-urlencoded", "=&&&=%ZZ&%00=%00&__proto__=x&constructor[prototype]=x"],
          ["application/x-www-form-urlencoded; charset=utf-16", "act=x"],
          ["multipart/form-data", "--x\r\n\r\n--x--"],
          [
            "multipart/form-data; boundary=x",
            '--x\r\nContent-Disposition: form-data; name="act"; filename="a.svg"\r\n\r\nx\r\n--x--\r\n',
          ],
          ["text/plain", "act=x"],
          ["", "act=x"],
        ] as const) {
          const { status } = await visitors.ask(address, {
            method: "POST",
            headers: { ...headers, "sec-fetch-site": "same-origin", "content-type": type },
            body,
          });
          expect({ type, body, status, orderly: orderly(status) }).toEqual({ type, body, status, orderly: true });
        }
      }
    },
    // a page with many forms is asked hundreds of times
    60_000,
  );

  it("are refused in order where no route is", async () => {
    for (const path of ["/%", "/%ZZ", "/%00", "/en/%E0%A4%A", "//evil.example/", "/\\evil.example", "/.git/config"]) {
      const { status, headers } = await visitors.ask(path);
      expect({ path, status, refused: isRefused(status) }).toEqual({ path, status, refused: true });
      expect(headers.location).toBeUndefined();
    }
  });

  it("cover every route", () => {
    expect(Object.keys(addresses)).toHaveLength(routes.length);
  });
});
