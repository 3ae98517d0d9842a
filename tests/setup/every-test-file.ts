import { join } from "node:path";
import { format } from "node:util";
import { afterEach, beforeEach, expect, inject } from "vitest";
import type { SharedTexts } from "#app/platform/i18n/translator.server.ts";

// What `env()` reads in a test; a file that needs another value sets it before its first call.
process.env.DATA_DIR = join(inject("testDataDir"), `files-${process.env.VITEST_POOL_ID ?? "1"}`);
process.env.APP_SECRET = "a secret for tests and nothing else, never for people";
process.env.LOG_LEVEL = "silent";
for (const name of [
  "PORT",
  "HOST",
  "BASE_URL",
  "DATABASE_URL",
  "SMTP_URL",
  "SMTP_REQUIRE_TLS",
  "MAIL_FROM",
  "INBOUND_LMTP",
  "IMAP_URL",
  "MAIL_PER_MINUTE",
  "DKIM_KEY_FILE",
  "DKIM_SELECTOR",
  "DKIM_DOMAIN",
  "TRUSTED_PROXIES",
]) {
  delete process.env[name];
}

(globalThis as SharedTexts).sokakuTextMissing = (key) => {
  throw new Error(`no text ${key}`);
};

let complaints: string[] = [];
const print = console.error;

beforeEach(() => {
  complaints = [];
  console.error = (...parts: unknown[]) => {
    complaints.push(format(...parts));
    print(...parts);
  };
});

afterEach(() => {
  console.error = print;
  expect(complaints, "console.error was called").toEqual([]);
});
