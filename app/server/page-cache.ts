import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, constants, gzipSync } from "node:zlib";
import { LRUCache } from "lru-cache";
import { now } from "#app/platform/clock.ts";
import { type ChangeWatch, contentGeneration, watchContent } from "#app/platform/content-changes.server.ts";
import { log } from "#app/platform/log.ts";

/** A public page as it was made for anybody. */
export type CachedPage = {
  status: number;
  headers: [string, string][];
  etag: string;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
  /** Whether `br` is, or is being made, as small as it gets. */
  isSmallest?: boolean;
};

export type Encoding = "br" | "gzip" | "plain";

/** Memory the cache may use, in bytes, and how long a page is kept at most: some words on it depend on the day ("overdue"). */
const maximumSize = 64 * 1024 * 1024;
const timeToLive = 60_000;
/** Longer addresses are searches and cursors nobody else will ask for. */
const longestKey = 300;

/**
 * Public pages kept in memory until anything changes. A page is kept only if it says it is the same for everybody
 * (`Cache-Control: public`, status 200, no cookie), and every committed command, in this process or another, empties the cache; so does midnight.
 * A page whose making began before a change is never kept after it.
 */
export class PageCache {
  readonly #pages = new LRUCache<string, CachedPage>({
    maxSize: maximumSize,
    ttl: timeToLive,
    sizeCalculation: (page) => page.plain.length * 2 + 2_000,
  });
  readonly #making = new Map<string, Promise<CachedPage | Response>>();
  #watch: ChangeWatch | undefined;
  /** The day in Tokyo, counted, of which the pages are. */
  #day = dayNumber();

  async start(): Promise<void> {
    this.#watch = await watchContent(() => {
      this.#pages.clear();
      this.#making.clear();
    });
  }

  async stop(): Promise<void> {
    await this.#watch?.stop();
  }

  /**
   * The page for `key`, kept or made now. Requests for one page that is being made wait for it instead of making it again.
   *
   * @returns the page, or the response as made where it may not be kept.
   */
  async get(key: string, make: () => Promise<Response>): Promise<CachedPage | Response> {
    if (key.length > longestKey || !this.#watch?.isListening()) return make();
    this.#startDay();
    const kept = this.#pages.get(key);
    if (kept) return kept;
    const underWay = this.#making.get(key);
    if (underWay) {
      const page = await underWay;
      // a response that may not be kept belongs to the request that made it
      return page instanceof Response ? make() : page;
    }
    const generation = contentGeneration();
    const day = this.#day;
    const making = this.#make(make);
    this.#making.set(key, making);
    try {
      const page = await making;
      if (!(page instanceof Response) && generation === contentGeneration() && day === dayNumber())
        this.#pages.set(key, page);
      return page;
    } finally {
      if (this.#making.get(key) === making) this.#making.delete(key);
    }
  }

  /** At midnight forms open and close and promises are broken: pages of the day before are no longer right. */
  #startDay(): void {
    const today = dayNumber();
    if (today === this.#day) return;
    this.#day = today;
    this.#pages.clear();
    this.#making.clear();
  }

  async #make(make: () => Promise<Response>): Promise<CachedPage | Response> {
    const response = await make();
    const isSameForAll = /\bpublic\b/.test(response.headers.get("cache-control") ?? "");
    if (response.status !== 200 || !isSameForAll || response.headers.has("set-cookie")) return response;
    // a picture is kept where it is drawn, and longer: this cache is emptied at every change, and would compress it for nothing
    if (response.headers.get("content-type")?.startsWith("image/")) return response;
    const plain = Buffer.from(await response.arrayBuffer());
    return {
      status: response.status,
      headers: [...response.headers],
      etag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}"`,
      plain,
    };
  }
}

/** The day in Tokyo (UTC+9 all year) as a number: asked at every request, so without a calendar. */
function dayNumber(): number {
  return Math.floor((now().getTime() + 9 * 60 * 60_000) / (24 * 60 * 60_000));
}

const compress = promisify(brotliCompress);
/**
 * Smallest forms are made one after the other, so that they leave the processor to people's requests; while so many wait, pages stay as they
 * are: somebody asks for more than anybody reads.
 */
const mostWaiting = 20;
let waiting = 0;
let compressing: Promise<void> = Promise.resolve();

/**
 * The body in an encoding. The first reader gets what is compressed quickly; from the second on a page is worth the tenfold time, off the
 * main thread, that makes it a tenth smaller.
 */
export function encoded(page: CachedPage, encoding: Encoding): Buffer {
  switch (encoding) {
    case "br":
      if (page.br !== undefined) compressWell(page);
      page.br ??= brotliCompressSync(page.plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 7 } });
      return page.br;
    case "gzip":
      page.gzip ??= gzipSync(page.plain);
      return page.gzip;
    case "plain":
      return page.plain;
  }
}

function compressWell(page: CachedPage): void {
  if (page.isSmallest || waiting >= mostWaiting) return;
  page.isSmallest = true;
  waiting += 1;
  compressing = compressing
    .then(async () => {
      page.br = await compress(page.plain, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: page.plain.length,
        },
      });
    })
    // the quick form goes on serving
    .catch((error: unknown) => log().warn({ err: error }, "a page could not be compressed well"))
    .finally(() => {
      waiting -= 1;
    });
}

/** The best encoding the client takes (RFC 9110 §12.5.3; a weight of 0 refuses one). */
export function bestEncoding(acceptEncoding: string | undefined): Encoding {
  const takes = (name: string) => {
    const offer = acceptEncoding
      ?.split(",")
      .find((part) => part.trim().split(";", 1)[0]?.trim().toLowerCase() === name);
    return offer !== undefined && !/;\s*q\s*=\s*0(\.0*)?\s*$/.test(offer);
  };
  if (takes("br")) return "br";
  return takes("gzip") ? "gzip" : "plain";
}
