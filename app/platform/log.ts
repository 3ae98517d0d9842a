import { type LogFn, type Logger, pino } from "pino";
import { env } from "./env.ts";

/** Field names that may hold what people wrote, who they are, or what opens a door. */
const PERSONAL = [
  "address",
  "authorization",
  "body",
  "confidentialNote",
  "contactPerson",
  "cookie",
  "displayName",
  "email",
  "from",
  "html",
  "name",
  "organizationName",
  "password",
  "phone",
  "recipient",
  "secret",
  "subject",
  "text",
  "title",
  "to",
  "token",
  "trackingKey",
];

const shared = globalThis as typeof globalThis & { sokakuLog?: Logger };

/**
 * The process's log: one JSON object a line on standard output. Fields named like personal data or secrets are replaced
 * up to three levels deep; of an error only type, message, code and stack are kept, because a database error's detail
 * quotes the row.
 */
export function log(): Logger {
  shared.sokakuLog ??= createLog(env().LOG_LEVEL);
  return shared.sokakuLog;
}

/** A log as `log()` gives it, writing to `destination` (standard output by default). */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options = {
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: PERSONAL.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: "[redacted]" },
    hooks: { logMethod: withoutRawMessage },
    serializers: { err: loggableError, error: loggableError },
  };
  return destination ? pino(options, destination) : pino(options);
}

function loggableError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
  const type = error.constructor.name;
  // Prisma puts the arguments of the failed call, which are people's words, before the reason.
  const message = type.startsWith("Prisma") ? (error.message.trim().split("\n").at(-1) ?? "") : error.message;
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return { type, message, code, stack: frames?.join("\n") };
}

/** An error logged without words of ours would lend the line its own, unshortened. */
function withoutRawMessage(this: Logger, parts: Parameters<LogFn>, write: LogFn): void {
  const [first, words] = parts as unknown[];
  if (words !== undefined || typeof first !== "object") write.apply(this, parts);
  else write.apply(this, [first instanceof Error ? { err: first } : first, ""]);
}

const SECRET_SEGMENTS: RegExp[] = [
  /(\/track\/[^/]+\/)[^/]+/,
  /(\/(?:answer|confirm|follows?)\/)[^/]+/,
  // any other segment long enough to be a key or a token
  /(\/)[A-Za-z0-9_-]{24,}(?=\/|$)/g,
];

/** A request's path as it may stand in a log: no query, and keys and tokens replaced by `…`. */
export function loggablePath(url: string): string {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  return SECRET_SEGMENTS.reduce((shown, secret) => shown.replace(secret, "$1…"), path);
}
