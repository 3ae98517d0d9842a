import { existsSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { type Environment, env } from "#app/platform/env.ts";
import { createHttpServer } from "#app/server/http.ts";

/** `body` as somebody would copy it: without the places to break a heading, which part words for a test but not for a reader. */
export type Answer = { status: number; headers: IncomingHttpHeaders; body: string; bytes: Buffer };

export type AskOptions = { method?: string; headers?: Record<string, string>; body?: string };

/** The web server of the built product inside this process, on a free loopback port, with the test's database. */
export type TestSite = {
  url: string;
  host: string;
  /** Sends exactly these headers (a browser's `fetch` would add and forbid some) and does not follow redirects. */
  ask: (path: string, options?: AskOptions) => Promise<Answer>;
  /** Posts a form as a browser on one of our own pages does. */
  post: (path: string, fields: Record<string, string>, headers?: Record<string, string>) => Promise<Answer>;
  close: () => Promise<void>;
};

/** @throws Error when the product is not built. */
export async function startSite(overrides: Partial<Environment> = {}): Promise<TestSite> {
  const file = resolve("build/server/index.js");
  if (!existsSync(file)) throw new Error("the product is not built: npm run build");
  const build = (await import(pathToFileURL(file).href)) as ServerBuild;
  const server = await createHttpServer({ environment: { ...env(), ...overrides }, build });
  await server.listen({ port: 0, host: "127.0.0.1" });
  const { port } = server.server.address() as AddressInfo;
  const host = `127.0.0.1:${port}`;
  const ask = (path: string, { method = "GET", headers = {}, body }: AskOptions = {}) =>
    new Promise<Answer>((done, fail) => {
      const request = httpRequest(
        {
          host: "127.0.0.1",
          port,
          path,
          method,
          headers: { host, ...headers, ...(body !== undefined && { "content-length": Buffer.byteLength(body) }) },
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part: Buffer) => parts.push(part));
          response.on("error", fail);
          response.on("end", () => {
            const bytes = Buffer.concat(parts);
            const body = bytes.toString("utf8").replaceAll("<wbr/>", "");
            done({ status: response.statusCode ?? 0, headers: response.headers, body, bytes });
          });
        },
      );
      request.on("error", fail);
      request.end(body);
    });
  return {
    url: `http://${host}`,
    host,
    ask,
    post: (path, fields, headers = {}) =>
      ask(path, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
    close: () => server.close(),
  };
}
