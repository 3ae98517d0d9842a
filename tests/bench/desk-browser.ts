import { Agent, request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { brotliDecompressSync } from "node:zlib";

/** What is asked for, as the tables tell it apart. */
export type Asked = { group: string; kind: string };

/** One request as it was answered, and how long that took. */
export type Measured = Asked & { path: string; status: number; ms: number };

/** `location`: where it leads on, as an address of this site. */
export type Answered = { status: number; location: string | null; html: string };

/** A browser without its screen. */
export type DeskBrowser = {
  get: (path: string, asked: Asked) => Promise<Answered>;
  post: (path: string, fields: Record<string, string>, asked: Asked) => Promise<Answered>;
  close: () => void;
};

/**
 * A moderator's browser: keeps session and connection, says which page a link was on, and tells how long each answer took, from the request to
 * the answer's last byte. `address`: where it comes from as the server sees it; limits count each address alone, as they do colleagues.
 */
export function openBrowser(site: string, address: string, measured: (one: Measured) => void): DeskBrowser {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();
  let referer: string | null = null;

  const send = (method: string, url: URL, body: string | undefined) => {
    const headers: Record<string, string> = {
      "accept-encoding": "br",
      "sec-fetch-site": "same-origin",
      "x-forwarded-for": address,
      ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }),
      ...(referer !== null && { referer }),
      ...(body !== undefined && {
        "content-type": "application/x-www-form-urlencoded",
        "content-length": String(Buffer.byteLength(body)),
      }),
    };
    return new Promise<{ status: number; headers: IncomingHttpHeaders; bytes: Buffer }>((done, fail) => {
      const request = httpRequest(url, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", fail);
        response.on("end", () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(chunks) }),
        );
      });
      request.on("error", fail);
      request.end(body);
    });
  };

  const ask = async (method: "GET" | "POST", path: string, asked: Asked, body?: string): Promise<Answered> => {
    const url = new URL(path, site);
    const started = performance.now();
    const { status, headers, bytes } = await send(method, url, body);
    measured({ ...asked, path: url.pathname + url.search, status, ms: performance.now() - started });
    for (const cookie of headers["set-cookie"] ?? []) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      cookies.set(name, value);
    }
    if (method === "GET") referer = url.href;
    const text = headers["content-encoding"] === "br" ? brotliDecompressSync(bytes) : bytes;
    const location = headers.location ? new URL(headers.location, url) : null;
    return { status, location: location && location.pathname + location.search, html: text.toString() };
  };

  return {
    get: (path, asked) => ask("GET", path, asked),
    post: (path, fields, asked) => ask("POST", path, asked, new URLSearchParams(fields).toString()),
    close: () => agent.destroy(),
  };
}
