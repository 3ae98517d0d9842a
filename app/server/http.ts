import { createServer, type Server } from "node:http";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import type { ReadableStream as WebStream } from "node:stream/web";
import { constants } from "node:zlib";
import fastifyCompress from "@fastify/compress";
import fastifyEtag from "@fastify/etag";
import fastifyHelmet from "@fastify/helmet";
import fastifyStatic from "@fastify/static";
import fastifyUnderPressure from "@fastify/under-pressure";
import { type AppLoadContext, createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import Fastify, { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from "fastify";
import type { Logger } from "pino";
import type { ViteDevServer } from "vite";
import { displayOf, displayValue } from "#app/domain/shared/display.ts";
import { safeEqual } from "#app/platform/crypto.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import type { Environment } from "#app/platform/env.ts";
import { log, loggablePath } from "#app/platform/log.ts";
import { splitLocale } from "#app/routes/paths.ts";
import { isForScripts, isOneClick, isPrivateAddress } from "./addresses.ts";
import { registry, requestSeconds } from "./metrics.ts";
import { isSameOrigin } from "./origin.ts";
import { bestEncoding, type CachedPage, encoded, PageCache } from "./page-cache.ts";
import { plainErrorPage } from "./plain-page.ts";
import { areaOf, forEachArea } from "./site-areas.ts";

/** Largest request body in bytes: the longest form, every character four bytes and percent-encoded, with room to spare. */
const bodyLimit = 512 * 1024;

/** Longest time for a request to arrive whole, in milliseconds: a form of ours takes seconds on the slowest line. */
const requestTimeout = 30_000;

/** Headers a proxy may set; whoever is not a trusted proxy must not get them through to the application. */
const proxyHeaders = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"];

/** Pages and forms need no other; Remix would run a page's action for PUT, PATCH and DELETE too. */
const methods = ["GET", "HEAD", "POST"];

export type HttpOptions = {
  environment: Environment;
  /** The built application, or a function that loads it anew on each request while developing. */
  build: ServerBuild | (() => Promise<ServerBuild>);
  /** Vite's middleware while developing. */
  vite?: ViteDevServer;
};

/** The web server: one Fastify with headers, limits, files and probes in front of Remix's request handler. */
export async function createHttpServer({ environment, build, vite }: HttpOptions) {
  const secureSite = environment.BASE_URL.startsWith("https:");
  const app = Fastify({
    loggerInstance: log(),
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    trustProxy: environment.TRUSTED_PROXIES.length > 0 ? environment.TRUSTED_PROXIES : false,
    forceCloseConnections: "idle",
    // while the server stops, what comes on a connection that is still in use is answered too
    return503OnClosing: false,
    routerOptions: { maxParamLength: 500 },
    // an address that is broken, as by a mail program that cut it
    frameworkErrors: (_error, request, reply) => sendPlainError(request, reply, 400),
    serverFactory: (handler) =>
      createServer(
        { requestTimeout, connectionsCheckingInterval: 5_000, keepAliveTimeout: 72_000 },
        (request, response) =>
          vite ? vite.middlewares(request, response, () => handler(request, response)) : handler(request, response),
      ),
  } satisfies FastifyServerOptions<Server, Logger>);

  // Node no longer looks for requests that never end once it is asked to stop, and would wait for them for ever
  app.addHook("preClose", async () => {
    const lastMoment = setTimeout(() => app.server.closeAllConnections(), requestTimeout);
    app.server.once("close", () => clearTimeout(lastMoment));
  });

  await app.register(fastifyHelmet, {
    global: true,
    contentSecurityPolicy: vite
      ? false
      : {
          useDefaults: false,
          directives: {
            defaultSrc: ["'none'"],
            styleSrc: ["'self'"],
            scriptSrc: ["'self'"],
            imgSrc: ["'self'"],
            fontSrc: ["'self'"],
            connectSrc: ["'self'"],
            // the preview of a mail alone lets itself be framed; every other page says no (frameAncestors)
            frameSrc: ["'self'"],
            manifestSrc: ["'self'"],
            formAction: ["'self'"],
            baseUri: ["'none'"],
            frameAncestors: ["'none'"],
          },
        },
    strictTransportSecurity: secureSite ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: "same-origin" },
    xFrameOptions: { action: "deny" },
    xPoweredBy: false,
    crossOriginEmbedderPolicy: false,
  });
  await app.register(fastifyCompress, {
    encodings: ["br", "gzip"],
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await app.register(fastifyEtag, { weak: true });
  await app.register(fastifyUnderPressure, {
    maxEventLoopDelay: 2_000,
    retryAfter: 10,
    pressureHandler: (request, reply) => {
      if (isProbe(request.url)) return;
      sendPlainError(request, reply, 503);
    },
  });
  if (!vite) {
    // what has its content's hash in its name
    for (const folder of ["assets", "scripts"]) {
      await app.register(fastifyStatic, {
        root: resolve("build/client", folder),
        prefix: `/${folder}/`,
        decorateReply: folder === "assets",
        preCompressed: true,
        immutable: true,
        maxAge: "365d",
        index: false,
      });
    }
    await app.register(fastifyStatic, {
      root: resolve("build/client"),
      decorateReply: false,
      wildcard: false,
      globIgnore: ["{assets,scripts}/**", "**/*.{br,gz}"],
      prefix: "/",
      preCompressed: true,
      maxAge: "1h",
      index: false,
    });
  }

  // the application reads forms itself; here the body is only kept, within the limit
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "buffer" }, (_request, body, done) => done(null, body));

  app.addHook("onRequest", async (request, reply) => {
    if (!methods.includes(request.method)) {
      return sendPlainError(request, reply.header("Allow", methods.join(", ")), 405);
    }
    // a proxy's form of request (RFC 9112 §3.2.2), which nobody sends to the site itself
    if (!request.url.startsWith("/")) return sendPlainError(request, reply, 400);
    // no address and no word of ours has one, and the database cannot even be asked about it
    if (request.url.includes("%00")) return sendPlainError(request, reply, 400);
    if (isForScripts(request.url)) return sendPlainError(request, reply, 404);
    const sameOrigin = isSameOrigin({
      method: request.method,
      protocol: request.protocol,
      host: request.host,
      secFetchSite: header(request, "sec-fetch-site"),
      origin: header(request, "origin"),
    });
    if (!sameOrigin && !isOneClick(request.url)) return sendPlainError(request, reply, 403);
  });
  // redirects and plain error pages too, which no route gives headers to
  app.addHook("onSend", async (request, reply) => {
    if (!isPrivateAddress(request.url)) return;
    reply.header("Cache-Control", "no-store");
    reply.header("Referrer-Policy", "same-origin");
    reply.header("X-Robots-Tag", "noindex, nofollow");
  });
  app.addHook("onResponse", async (request, reply) => {
    if (isProbe(request.url)) return;
    const seconds = reply.elapsedTime / 1000;
    requestSeconds.observe({ method: request.method, status: `${Math.floor(reply.statusCode / 100)}xx` }, seconds);
    log().info(
      {
        requestId: request.id,
        method: request.method,
        path: loggablePath(request.url),
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      "request",
    );
  });
  app.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 ? error.statusCode : 500;
    if (status >= 500) log().error({ err: error, requestId: request.id }, "request failed");
    return sendPlainError(request, reply, status);
  });

  probes(app, environment);

  const handle = requestHandler(build);
  const cache = vite ? undefined : new PageCache();
  await cache?.start();
  app.addHook("onClose", async () => cache?.stop());
  app.all("*", async (request, reply) => {
    const context: AppLoadContext = {
      clientAddress: request.ip,
      secure: request.protocol === "https",
      requestId: request.id,
    };
    const make = () => handle(webRequest(request, environment.BASE_URL), context);
    const isRead = request.method === "GET" || request.method === "HEAD";
    // a page is the same for all who see it in the same colours, text size and furigana
    const key = () => `${displayValue(displayOf(header(request, "cookie")))} ${request.url}`;
    const response = cache && isRead ? await cache.get(key(), make) : await make();
    if (!(response instanceof Response)) return sendCached(request, reply, response);
    reply.status(response.status);
    for (const [name, value] of response.headers) {
      if (name !== "set-cookie") reply.header(name, value);
    }
    for (const cookie of response.headers.getSetCookie()) reply.header("set-cookie", cookie);
    if (response.body && response.headers.get("content-disposition")?.startsWith("attachment")) {
      // a download may be longer than memory, and only what is taken is made
      if (request.method !== "HEAD") return reply.send(Readable.fromWeb(response.body as WebStream));
      await response.body.cancel();
      return reply.send("");
    }
    return reply.send(response.body ? Buffer.from(await response.arrayBuffer()) : "");
  });
  return app;
}

/** Remix's request handler, in production one for each area of the site. */
function requestHandler(build: HttpOptions["build"]): RequestHandler {
  if (typeof build === "function") return createRequestHandler(build, "development");
  const handlers = forEachArea(build, (part) => createRequestHandler(part, "production"));
  return async (request, context) => {
    const handle = handlers.get(areaOf(new URL(request.url).pathname));
    if (!handle) throw new Error("no area has this address");
    return handle(request, context);
  };
}

/** A kept page: 304 where the client has it already, else in the client's best encoding, compressed once for all. */
function sendCached(request: FastifyRequest, reply: FastifyReply, page: CachedPage): FastifyReply {
  const encoding = bestEncoding(header(request, "accept-encoding"));
  for (const [name, value] of page.headers) reply.header(name, value);
  reply.header("etag", page.etag).header("vary", "accept-encoding, cookie");
  if (header(request, "if-none-match")?.includes(page.etag)) return reply.status(304).send();
  if (encoding !== "plain") reply.header("content-encoding", encoding);
  return reply.status(page.status).send(encoded(page, encoding));
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/**
 * The request as Remix sees it. Its address begins with the site's own name, never with the `Host` header: that may hold a path of its own
 * (`example.org/search?q=`), and its page would then be kept for everybody under the address that was asked for. The origin was checked
 * above, by what a proxy may have changed as well; Remix would judge it a second time by the address alone.
 */
function webRequest(request: FastifyRequest, site: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || proxyHeaders.includes(name) || name === "origin" || name === "transfer-encoding")
      continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(`${site}${request.url}`, {
    // an answer to HEAD has the headers of GET; Fastify leaves its body out
    method: request.method === "HEAD" ? "GET" : request.method,
    headers,
    ...(hasBody && Buffer.isBuffer(request.body) && { body: new Uint8Array(request.body) }),
  });
}

function sendPlainError(request: FastifyRequest, reply: FastifyReply, status: number): FastifyReply {
  const { locale } = splitLocale(request.url.split("?", 1)[0] ?? "/");
  return reply
    .status(status)
    .header("Cache-Control", "no-store")
    .type("text/html; charset=utf-8")
    .send(plainErrorPage(locale, status));
}

const probePaths = ["/healthz", "/readyz", "/metrics"];
const isProbe = (url: string) => probePaths.includes(url.split("?", 1)[0] ?? "");

/** `/healthz`: the process answers. `/readyz`: database and queue answer. `/metrics`: Prometheus text, for loopback or with the token. */
function probes(app: Pick<Awaited<ReturnType<typeof createHttpServer>>, "get">, environment: Environment): void {
  app.get("/healthz", async (_request, reply) => reply.header("Cache-Control", "no-store").send("ok\n"));
  app.get("/readyz", async (_request, reply) => {
    reply.header("Cache-Control", "no-store");
    try {
      await db().$queryRaw`SELECT 1`;
      await pool().query("SELECT 1 FROM graphile_worker.migrations LIMIT 1");
      return reply.send("ready\n");
    } catch (error) {
      log().error({ err: error }, "not ready");
      return reply.status(503).send("not ready\n");
    }
  });
  app.get("/metrics", async (request, reply) => {
    const given = header(request, "authorization")?.replace(/^Bearer /, "");
    const token = environment.METRICS_TOKEN;
    // what a proxy of this machine passes on comes from elsewhere, also when nobody told us to trust that proxy
    const isLocal =
      isLoopbackAddress(request.ip) &&
      (request.ips !== undefined || !proxyHeaders.some((name) => name in request.headers));
    const allowed = token ? given !== undefined && safeEqual(given, token) : isLocal;
    if (!allowed) return sendPlainError(request, reply, 403);
    return reply
      .header("Cache-Control", "no-store")
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}

function isLoopbackAddress(address: string): boolean {
  return address === "::1" || /^(::ffff:)?127\./.test(address);
}
