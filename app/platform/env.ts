import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

/** An address people see in a `From:` line. */
export type MailSender = { name: string; address: string };

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value >= 1 && value <= 65_535);

const baseUrl = z
  .string()
  .refine((value) => {
    const url = URL.parse(value);
    const isWeb = url?.protocol === "http:" || url?.protocol === "https:";
    return isWeb && url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
  })
  .transform((value) => new URL(value).origin);

const urlOf = (...protocols: string[]) =>
  z.string().refine((value) => {
    const url = URL.parse(value);
    return url !== null && protocols.includes(url.protocol) && url.hostname !== "";
  });

const domainName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

const mailSender = z
  .string()
  .regex(/^[^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>$|^[^<>\s@]+@[^<>\s@]+$/)
  .transform((value): MailSender => {
    const inBrackets = /^([^<]*)<([^>]+)>$/.exec(value);
    const name = inBrackets?.[1]?.trim().replace(/^"(.*)"$/, "$1") ?? "";
    return { name, address: inBrackets?.[2] ?? value };
  })
  .refine((sender) => domainName.test(sender.address.slice(sender.address.lastIndexOf("@") + 1)));

function isAddressOrRange(value: string): boolean {
  const [address = "", bits, ...rest] = value.split("/");
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** `127.0.0.1:2424`, `[::1]:2424` or `localhost:2424`. */
const listenAddress = z
  .string()
  .regex(/^(?:\[[0-9A-Fa-f:.]+\]|[0-9A-Za-z.-]+):\d{1,5}$/)
  .transform((value) => {
    const at = value.lastIndexOf(":");
    return { host: value.slice(0, at).replace(/^\[|\]$/g, ""), port: Number(value.slice(at + 1)) };
  })
  .refine(({ port: number }) => number >= 1 && number <= 65_535);

/** Where replies are fetched from. `name` tells one mailbox from another and holds no password. */
export type ImapMailbox = {
  host: string;
  port: number;
  user: string;
  password: string;
  folder: string;
  /** `from-start`: the whole connection is encrypted. `starttls`: nothing is said before it is. `none`: on this machine only. */
  encryption: "from-start" | "starttls" | "none";
  name: string;
};

/** `imaps://user:password@host:port/folder`; `imap://` is encrypted by STARTTLS, except on this machine. */
const imapMailbox = z.string().transform((value, context): ImapMailbox => {
  const url = URL.parse(value);
  const isImap = url?.protocol === "imaps:" || url?.protocol === "imap:";
  const [user, password, folder] = [url?.username, url?.password, url?.pathname.slice(1)].map(decoded);
  if (!isImap || !url.hostname || !user || !password || folder === undefined || url.search || url.hash) {
    context.addIssue({ code: "custom" });
    return z.NEVER;
  }
  const encryption =
    url.protocol === "imaps:" ? "from-start" : isLoopbackName(url.hostname) ? ("none" as const) : ("starttls" as const);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port || (encryption === "from-start" ? 993 : 143));
  const path = folder || "INBOX";
  return { host, port, user, password, folder: path, encryption, name: `${user}@${host}:${port}/${path}` };
});

/** Undefined where it is no text that was encoded for a URL. */
function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

const addressList = z
  .string()
  .transform((value) => value.split(",").map((part) => part.trim()))
  .refine((parts) => parts.every(isAddressOrRange));

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= least && value <= most);

const variables = z.object({
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[0-9A-Za-z.:_-]+$/)
    .default("127.0.0.1"),
  BASE_URL: baseUrl.optional(),
  DATABASE_URL: urlOf("postgres:", "postgresql:").optional(),
  DATABASE_CONNECTIONS: wholeNumber(1, 200).default(10),
  SMTP_URL: urlOf("smtp:", "smtps:").optional(),
  SMTP_REQUIRE_TLS: z
    .enum(["yes", "no"])
    .default("no")
    .transform((value) => value === "yes"),
  MAIL_FROM: mailSender.default({ name: "創革ひろば", address: "no-reply@tomakomai.example" }),
  MAIL_PER_MINUTE: wholeNumber(4, 100_000).default(120),
  DKIM_KEY_FILE: z.string().optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/i)
    .optional(),
  DKIM_DOMAIN: z.string().regex(domainName).optional(),
  REPLY_DOMAIN: z.string().regex(domainName).optional(),
  INBOUND_LMTP: listenAddress.optional(),
  IMAP_URL: imapMailbox.optional(),
  INBOUND_AUTHSERV_ID: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,253}$/)
    .optional(),
  DATA_DIR: z.string().default("var"),
  APP_SECRET: z.string().min(32).optional(),
  TRUSTED_PROXIES: addressList.default([]),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
});

/** A key without the name it is published under signs nothing, and the other way round. */
const environmentSchema = variables.superRefine((read, context) => {
  const missing = (key: keyof typeof read) => context.addIssue({ code: "custom", path: [key] });
  if (read.DKIM_KEY_FILE !== undefined && read.DKIM_SELECTOR === undefined) missing("DKIM_SELECTOR");
  const isNamed = read.DKIM_SELECTOR !== undefined || read.DKIM_DOMAIN !== undefined;
  if (isNamed && read.DKIM_KEY_FILE === undefined) missing("DKIM_KEY_FILE");
});

type Read = z.infer<typeof environmentSchema>;

/**
 * What the operator may set, checked. `BASE_URL` has no trailing slash, `DATA_DIR` is absolute, `TRUSTED_PROXIES` are
 * addresses or CIDR ranges. `DATABASE_URL` unset means the embedded PostgreSQL, `SMTP_URL` unset means mail goes to files,
 * `SMTP_REQUIRE_TLS` means that no mail goes to that server in clear,
 * `MAIL_PER_MINUTE` is how many mails go to one domain in a minute at most,
 * `DKIM_KEY_FILE` unset means that mails are not signed here; `DKIM_DOMAIN` unset means the domain of `MAIL_FROM`,
 * `REPLY_DOMAIN` unset means nobody reads replies and no mail invites them. `INBOUND_LMTP` is where the worker takes mail in; unset, it does not.
 * `IMAP_URL` is the mailbox the worker fetches mail from; unset, it fetches none.
 * `INBOUND_AUTHSERV_ID` names the receiving server whose `Authentication-Results` are believed.
 */
export type Environment = Omit<Read, "BASE_URL"> & { BASE_URL: string };

const expectations: Record<keyof Read, { ja: string; en: string; secret?: true }> = {
  PORT: { ja: "1〜65535 の整数にしてください", en: "must be a whole number from 1 to 65535" },
  HOST: { ja: "待ち受けるアドレスか名前にしてください", en: "must be an address or host name to listen on" },
  BASE_URL: {
    ja: "https://example.org のような、パスのない http(s) の URL にしてください",
    en: "must be an http(s) URL without a path, such as https://example.org",
  },
  DATABASE_URL: {
    ja: "postgresql://利用者:パスワード@ホスト/データベース の形にしてください",
    en: "must look like postgresql://user:password@host/database",
    secret: true,
  },
  DATABASE_CONNECTIONS: { ja: "1〜200 の整数にしてください", en: "must be a whole number from 1 to 200" },
  SMTP_URL: {
    ja: "smtp://ホスト:ポート または smtps://… の形にしてください",
    en: "must look like smtp://host:port or smtps://…",
    secret: true,
  },
  SMTP_REQUIRE_TLS: { ja: "yes か no にしてください", en: "must be yes or no" },
  MAIL_FROM: { ja: "名前 <アドレス> の形にしてください", en: "must look like Name <address>" },
  MAIL_PER_MINUTE: { ja: "4〜100000 の整数にしてください", en: "must be a whole number from 4 to 100000" },
  DKIM_KEY_FILE: {
    ja: "署名に使う秘密鍵のファイルにしてください。DKIM_SELECTOR と一緒に設定します",
    en: "must be the file of the private key that signs; set together with DKIM_SELECTOR",
  },
  DKIM_SELECTOR: {
    ja: "公開する鍵の名前(セレクター)にしてください。DKIM_KEY_FILE と一緒に設定します",
    en: "must be the selector the public key stands under; set together with DKIM_KEY_FILE",
  },
  DKIM_DOMAIN: { ja: "ドメイン名にしてください", en: "must be a domain name" },
  REPLY_DOMAIN: { ja: "ドメイン名にしてください", en: "must be a domain name" },
  INBOUND_LMTP: {
    ja: "127.0.0.1:2424 のような、アドレスとポートの形にしてください",
    en: "must look like 127.0.0.1:2424",
  },
  IMAP_URL: {
    ja: "imaps://利用者:パスワード@ホスト/フォルダー の形にしてください",
    en: "must look like imaps://user:password@host/folder",
    secret: true,
  },
  INBOUND_AUTHSERV_ID: {
    ja: "受信サーバーが Authentication-Results に書く名前にしてください",
    en: "must be the name the receiving server writes into Authentication-Results",
  },
  DATA_DIR: { ja: "フォルダーの場所にしてください", en: "must be a folder" },
  APP_SECRET: { ja: "32 文字以上にしてください", en: "must be at least 32 characters", secret: true },
  TRUSTED_PROXIES: {
    ja: "IP アドレスか CIDR をコンマで区切ってください",
    en: "must be IP addresses or CIDR ranges separated by commas",
  },
  METRICS_TOKEN: { ja: "16 文字以上にしてください", en: "must be at least 16 characters", secret: true },
  LOG_LEVEL: {
    ja: "fatal, error, warn, info, debug, trace, silent のどれかにしてください",
    en: "must be one of fatal, error, warn, info, debug, trace, silent",
  },
};

const isSetting = (key: PropertyKey | undefined): key is keyof Read => typeof key === "string" && key in expectations;

/**
 * Reads the settings out of `source` (usually `process.env`). A variable set to nothing counts as not set.
 *
 * @returns the checked settings, or one line per wrong value; a line never shows a value that may hold a password.
 */
export function parseEnvironment(
  source: Record<string, string | undefined>,
): { ok: true; environment: Environment } | { ok: false; problems: string[] } {
  const given: Record<string, string> = {};
  for (const key of Object.keys(expectations)) {
    const value = source[key]?.trim();
    if (value) given[key] = value;
  }
  const result = environmentSchema.safeParse(given);
  if (!result.success) {
    const wrong = new Set(result.error.issues.map((issue) => issue.path[0]).filter(isSetting));
    return {
      ok: false,
      problems: [...wrong].map((key) => {
        const { ja, en, secret } = expectations[key];
        const shown = secret ? "" : ` (${JSON.stringify(given[key] ?? "")})`;
        return `${key}: ${ja} / ${en}${shown}`;
      }),
    };
  }
  const read = result.data;
  return {
    ok: true,
    environment: {
      ...read,
      BASE_URL: read.BASE_URL ?? `http://localhost:${read.PORT}`,
      DATA_DIR: resolve(read.DATA_DIR),
    },
  };
}

const shared = globalThis as typeof globalThis & { sokakuEnvironment?: Environment };

/**
 * The settings of this process, read once. With a wrong value it prints one line per problem on standard error and ends
 * the process with code 1: nothing may start half configured.
 */
export function env(): Environment {
  if (shared.sokakuEnvironment) return shared.sokakuEnvironment;
  const result = parseEnvironment(process.env);
  if (!result.ok) {
    process.stderr.write(`${result.problems.join("\n")}\n`);
    process.exit(1);
  }
  shared.sokakuEnvironment = result.environment;
  return result.environment;
}

/** True when the site is served to this machine only: a few conveniences are allowed then and nowhere else. */
export function isLoopbackSite(environment: Pick<Environment, "BASE_URL">): boolean {
  return isLoopbackName(new URL(environment.BASE_URL).hostname);
}

function isLoopbackName(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}
