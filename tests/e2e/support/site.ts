import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";
import pg from "pg";
import { startEmbedded, stopEmbedded } from "#app/platform/database/embedded.server.ts";
import { startImapServer, type TestMailbox } from "../../support/imap-server.ts";
import { startMailServer, type TestMailServer } from "../../support/mail.ts";
import { freePort, type RunningApp, startApp } from "../../support/running-app.ts";

/** The built product with its own database and a real mail server, one for all tests of a file. */
export type Site = {
  url: string;
  app: RunningApp;
  mail: TestMailServer;
  dataDir: string;
  /** Where replies reach it; null unless the file says `test.use({ takesReplies: true })`. */
  replies: { lmtpPort: number; mailbox: TestMailbox } | null;
};

const replyDomain = "reply.tomakomai.example";

/** What a browser may complain about without a page being wrong: an answer with an error status that a test asked for. */
const expectedComplaint = /Failed to load resource: the server responded with a status of 4\d\d/;

export const test = base.extend<{ page: Page; noScriptPage: Page }, { takesReplies: boolean; site: Site }>({
  takesReplies: [false, { option: true, scope: "worker" }],
  site: [
    async ({ takesReplies }, use) => {
      const dataDir = mkdtempSync(join(tmpdir(), "sokaku-e2e-"));
      chmodSync(dataDir, 0o711);
      const mail = await startMailServer();
      const mailboxes = takesReplies ? await startImapServer() : null;
      const replies = mailboxes && { lmtpPort: await freePort(), mailbox: await mailboxes.mailbox() };
      const app = await startApp({
        dataDir,
        smtpUrl: mail.url,
        ...(replies && {
          environment: {
            REPLY_DOMAIN: replyDomain,
            INBOUND_LMTP: `127.0.0.1:${replies.lmtpPort}`,
            IMAP_URL: replies.mailbox.url,
          },
        }),
      });
      // decisions are taken at once, but where taking them back is what a test is about
      await setUndoSeconds(dataDir, 0);
      try {
        await use({ url: app.url, app, mail, dataDir, replies });
        // a page with the key of a text in place of the text
        expect(app.output()).not.toContain("no text for a key");
      } finally {
        await app.stop();
        await mail.close();
        await mailboxes?.close();
        await stopEmbedded(dataDir);
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  page: async ({ page }, use) => {
    const complaints = watch(page);
    await use(page);
    expect(complaints).toEqual([]);
  },
  /** A page of a browser with JavaScript off. */
  noScriptPage: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL, locale: "ja-JP" });
    const page = await context.newPage();
    const complaints = watch(page);
    await use(page);
    await context.close();
    expect(complaints).toEqual([]);
  },
});

export { expect };

/** How long decisions can be taken back on a running site, as the settings page sets it. */
export async function setUndoSeconds(dataDir: string, seconds: number): Promise<void> {
  await askDatabase(
    dataDir,
    `INSERT INTO "Setting" (key, value, "updatedAt") VALUES ('undoSeconds', to_jsonb($1::int), now())
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = "Setting".version + 1`,
    [seconds],
  );
}

/** A desk's reply that waits for a moderator, as the listener for received mail leaves one behind: the site of these tests has none. */
export async function addWaitingReply(dataDir: string, text: string): Promise<void> {
  await askDatabase(
    dataDir,
    `INSERT INTO "InboundMessage" (id, "deliveryKey", raw, size, kind, state, reason, sender, "subjectLine", text, own, act, files, "submissionId", "receivedAt")
     SELECT gen_random_uuid(), 'waiting-reply', convert_to($1, 'UTF8'), octet_length($1), 'reply', 'WAITING', 'noOutcome', 'desk@tomakomai.example',
            'Re: 回答のお願い', $1, $1, 'draft', '[]', id, now()
     FROM "Submission" WHERE handling = 'ASSIGNED' ORDER BY number LIMIT 1`,
    [text],
  );
}

/** Has one theme publish what trusted participants confirm: a setting of the city's, which the samples leave alone. */
export async function letTrustedPublish(dataDir: string): Promise<void> {
  await askDatabase(dataDir, `UPDATE "Theme" SET "publishesTrusted" = true WHERE slug = 'collaboration'`, []);
}

async function askDatabase(dataDir: string, statement: string, values: unknown[]): Promise<void> {
  const cluster = await startEmbedded(dataDir);
  const client = new pg.Client({ connectionString: cluster.url });
  try {
    await client.connect();
    await client.query(statement, values);
  } finally {
    await client.end();
    await cluster.release();
  }
}

function watch(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message: ConsoleMessage) => {
    if (["error", "warning"].includes(message.type()) && !expectedComplaint.test(message.text()))
      complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && hostname !== "127.0.0.1")
      complaints.push(`third-party request: ${request.url()}`);
  });
  return complaints;
}
