import { connect } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "#app/platform/env.ts";
import { createHttpServer } from "#app/server/http.ts";
import { useDatabase } from "#tests/support/database.ts";
import { waitFor } from "#tests/support/mail.ts";
import { startSite, type TestSite } from "#tests/support/site.ts";
import { seedPlan } from "../../prisma/seed/seed-plan.ts";

const form = "/themes/collaboration/proposals/new?kind=idea";
const confirm = "intent=confirm&title=&body=";
const formType = { "content-type": "application/x-www-form-urlencoded" };

async function seed() {
  await seedPlan({ actor: { kind: "system", name: "test" }, now: new Date("2026-11-22T03:00:00Z"), locale: "ja" });
}

describe("the web server", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  beforeAll(async () => {
    await seed();
    site = await startSite();
  });
  afterAll(() => site.close());

  it("sends a policy without any exception, and no cookie, on public pages", async () => {
    const { headers, body } = await site.ask("/");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["set-cookie"]).toBeUndefined();
    expect(body).not.toMatch(
      /<script(?! type="module" src="\/scripts\/page\.js\?v=\w+"><\/script>)|<style|\sstyle=|\son[a-z]+=/i,
    );
    expect(headers["strict-transport-security"]).toBeUndefined();
  });

  it("answers a repeated request for an unchanged page with 304", async () => {
    const first = await site.ask("/themes");
    expect(first.headers.etag).toBeDefined();
    const again = await site.ask("/themes", { headers: { "if-none-match": String(first.headers.etag) } });
    expect(again).toMatchObject({ status: 304, body: "" });
  });

  it("answers HEAD with the headers of GET and no body", async () => {
    const { status, headers, body } = await site.ask("/", { method: "HEAD" });
    expect(status).toBe(200);
    expect(headers["content-type"]).toContain("text/html");
    expect(body).toBe("");
  });

  it("compresses what it sends to who can read it", async () => {
    const { headers } = await site.ask("/", { headers: { "accept-encoding": "gzip" } });
    expect(headers["content-encoding"]).toBe("gzip");
    expect(headers.vary).toContain("accept-encoding");
  });

  it("is alive and ready", async () => {
    expect(await site.ask("/healthz")).toMatchObject({ status: 200, body: "ok\n" });
    expect(await site.ask("/readyz")).toMatchObject({ status: 200, body: "ready\n" });
  });

  it("shows its figures to this machine", async () => {
    const { status, body } = await site.ask("/metrics");
    expect(status).toBe(200);
    expect(body).toContain("sokaku_http_request_seconds_bucket");
    expect(body).toContain("sokaku_submissions_waiting");
  });

  it("shows them to nobody who comes through a proxy it was not told of", async () => {
    const { status } = await site.ask("/metrics", { headers: { "x-forwarded-for": "192.0.2.7" } });
    expect(status).toBe(403);
  });

  it.each([
    ["/", "文章を短くして"],
    ["/en", "Please shorten the text"],
    ["/easy", "文を短くして"],
  ])("refuses a body larger than any form in the words of %s", async (prefix, words) => {
    const { status, body } = await site.ask(`${prefix === "/" ? "" : prefix}${form}`, {
      method: "POST",
      headers: { ...formType, "sec-fetch-site": "same-origin" },
      body: "x".repeat(600 * 1024),
    });
    expect(status).toBe(413);
    expect(body).toContain(words);
  });

  it("refuses what is no form", async () => {
    const { status } = await site.ask(form, {
      method: "POST",
      headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
      body: '{"title":{"$ne":1}}',
    });
    expect(status).toBe(415);
  });

  const trials: [string, Record<string, string>, boolean][] = [
    ["a browser on our page", { "sec-fetch-site": "same-origin" }, true],
    ["an address typed by a person", { "sec-fetch-site": "none" }, true],
    ["a browser on another site", { "sec-fetch-site": "cross-site", origin: "https://evil.example" }, false],
    ["a browser on a neighbour of our domain", { "sec-fetch-site": "same-site" }, false],
    ["an old browser on another site", { origin: "https://evil.example" }, false],
    ["an old browser in a sandbox", { origin: "null" }, false],
    ["our no-referrer page, whose Origin is null", { "sec-fetch-site": "same-origin", origin: "null" }, true],
    ["a program that is no browser", {}, true],
  ];
  it.each(trials)("takes or refuses a form from %s", async (_name, headers, accepted) => {
    const { status } = await site.ask(form, { method: "POST", headers: { ...formType, ...headers }, body: confirm });
    // 400: it was read and found incomplete
    expect(status).toBe(accepted ? 400 : 403);
  });

  it("takes a form from an old browser on our page", async () => {
    const headers = { ...formType, origin: site.url };
    expect(await site.ask(form, { method: "POST", headers, body: confirm })).toMatchObject({ status: 400 });
  });

  it.each(["/search?q=evil&x=", "/desk?", "/search?q=evil#", "\\contact\\", "@evil.example"])(
    "gives and keeps the page that was asked for, whatever a Host header with %s says",
    async (tail) => {
      const address = `/plan?${encodeURIComponent(tail)}`;
      const odd = await site.ask(address, { headers: { host: `${site.host}${tail}` } });
      const later = await site.ask(address);
      for (const { status, body } of [odd, later]) {
        expect(status).toBe(200);
        expect(body).toContain("<title>プランについて |");
      }
    },
  );

  it.each(["http://evil.example/plan", "http://evil.example/desk/sign-in", "*"])(
    "refuses the address %s, which is no path of this site",
    async (address) => {
      expect(await site.ask(address)).toMatchObject({ status: 400 });
    },
  );

  it("serves no data of pages to scripts, however the address is written", async () => {
    for (const address of ["/_root.data", "/_root.data#x", "/x/../themes.data", "/%5Froot.data"]) {
      expect(await site.ask(address)).toMatchObject({ status: 404 });
    }
  });

  it("believes no forwarded header from somebody it was not told to trust", async () => {
    const headers = {
      ...formType,
      origin: "https://hiroba.example",
      "x-forwarded-proto": "https",
      "x-forwarded-host": "hiroba.example",
    };
    expect(await site.ask(form, { method: "POST", headers, body: confirm })).toMatchObject({ status: 403 });
  });
});

describe("the web server behind a TLS proxy it trusts", () => {
  useDatabase({ reset: "file" });
  let site: TestSite;
  beforeAll(async () => {
    await seed();
    site = await startSite({
      BASE_URL: "https://hiroba.example",
      TRUSTED_PROXIES: ["127.0.0.1"],
      METRICS_TOKEN: "a token of the monitoring",
    });
  });
  afterAll(() => site.close());

  const forwarded = {
    "x-forwarded-proto": "https",
    "x-forwarded-host": "hiroba.example",
    "x-forwarded-for": "192.0.2.7",
  };

  it("takes forms of its public address, from old and new browsers", async () => {
    const browsers: Record<string, string>[] = [
      { origin: "https://hiroba.example" },
      { "sec-fetch-site": "same-origin", origin: "https://hiroba.example" },
    ];
    for (const headers of browsers) {
      const answer = await site.ask(form, {
        method: "POST",
        headers: { ...formType, ...forwarded, ...headers },
        body: confirm,
      });
      expect(answer.status).toBe(400);
    }
  });

  it("refuses forms of another origin", async () => {
    for (const origin of ["https://evil.example", "http://hiroba.example", "https://hiroba.example.evil.example"]) {
      const answer = await site.ask(form, {
        method: "POST",
        headers: { ...formType, ...forwarded, origin },
        body: confirm,
      });
      expect(answer.status).toBe(403);
    }
  });

  it("asks browsers to come over TLS only", async () => {
    const { headers } = await site.ask("/", { headers: forwarded });
    expect(headers["strict-transport-security"]).toContain("max-age=63072000");
  });

  it("shows its figures to the holder of the token alone", async () => {
    expect(await site.ask("/metrics", { headers: forwarded })).toMatchObject({ status: 403 });
    expect(await site.ask("/metrics", { headers: { ...forwarded, authorization: "Bearer wrong" } })).toMatchObject({
      status: 403,
    });
    const answer = await site.ask("/metrics", {
      headers: { ...forwarded, authorization: "Bearer a token of the monitoring" },
    });
    expect(answer.status).toBe(200);
  });
});

describe("the web server with slow clients", () => {
  useDatabase({ reset: "file" });
  beforeAll(seed);

  it("waits half a minute for a request to arrive whole, and no longer", async () => {
    const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
    const { server, close } = await createHttpServer({ environment: env(), build });
    expect(server.requestTimeout).toBe(30_000);
    await close();
  });

  it("answers what still comes on a connection in use while it stops", async () => {
    const site = await startSite();
    const socket = connect(Number(new URL(site.url).port), "127.0.0.1");
    let answers = "";
    socket.on("data", (part) => {
      answers += part;
    });
    const head = `Host: ${site.host}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
    socket.write(`GET /healthz HTTP/1.1\r\n${head}\r\n`);
    await waitFor(() => answers.includes("ok\n"));
    socket.write(`POST ${form} HTTP/1.1\r\n${head}Content-Length: ${confirm.length}\r\n\r\n`);
    // the server has read the head: a second connection's request comes after it
    expect(await site.ask("/healthz")).toMatchObject({ status: 200 });
    const closed = site.close();
    await waitFor(() =>
      site.ask("/healthz").then(
        () => false,
        () => true,
      ),
    );
    socket.write(confirm);
    await waitFor(() => answers.includes("HTTP/1.1 400"));
    socket.write(`GET /themes HTTP/1.1\r\n${head}\r\n`);
    await closed;
    const statuses = [...answers.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => status);
    expect(statuses).toEqual(["200", "400", "200"]);
  });
});
