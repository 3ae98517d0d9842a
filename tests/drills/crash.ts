/*
 * `npm run drill:crash`: 200 people send an idea at once, the product is killed (kill -9) while they do, and is started again. Every receipt that
 * reached a person must lead to its submission afterwards, every mail must arrive at least once, and none twice with different Message-IDs.
 * Prints the counts; ends with code 1 if one of the promises is broken.
 */
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { startEmbedded, stopEmbedded } from "#app/platform/database/embedded.server.ts";
import { startMailServer, waitFor } from "../support/mail.ts";
import { startApp } from "../support/running-app.ts";
import { confirmIdea, type SentIdea, sendIdea } from "../support/send-idea.ts";

const people = 200;
/** The kill comes when this many have their receipt, so that others are in the middle of sending. */
const receiptsBeforeKill = 70;
const theme = "collaboration";

const dataDir = mkdtempSync(join(tmpdir(), "sokaku-drill-"));
chmodSync(dataDir, 0o711);
const mail = await startMailServer();
const problems: string[] = [];
const check = (name: string, holds: boolean, detail: string) => {
  console.log(`${holds ? "ok    " : "BROKEN"} ${name}: ${detail}`);
  if (!holds) problems.push(name);
};

try {
  // every person is a household of its own to the rate limit
  const options = { dataDir, smtpUrl: mail.url, environment: { TRUSTED_PROXIES: "127.0.0.1" } };
  const first = await startApp(options);
  const forms: { address: string; hidden: Record<string, string> }[] = [];
  for (let person = 0; person < people; person += 1) {
    const address = `citizen-${person}@example.com`;
    const hidden = await confirmIdea(first.url, theme, idea(person, address), household(person));
    forms.push({ address, hidden });
  }

  const receipts: (SentIdea & { address: string })[] = [];
  let refused = 0;
  let killed: Promise<void> | undefined;
  await Promise.all(
    forms.map(async ({ address, hidden }, person) => {
      try {
        receipts.push({ ...(await sendIdea(first.url, theme, hidden, household(person))), address });
        if (receipts.length === receiptsBeforeKill) killed = first.kill();
      } catch {
        refused += 1;
      }
    }),
  );
  await killed;
  const mailsBefore = mail.received.length;
  console.log(`${receipts.length} receipts, ${refused} cut off, ${mailsBefore} mails had left when it was killed`);

  const second = await startApp({ ...options, port: first.port });
  const cluster = await startEmbedded(dataDir);
  const client = new pg.Client({ connectionString: cluster.url });
  client.on("error", () => undefined);
  await client.connect();
  const stored = await client.query<{ number: string }>(`SELECT number FROM "Submission"`);
  const numbers = new Set(stored.rows.map((row) => row.number));
  const lost = receipts.filter((receipt) => !numbers.has(receipt.number));
  check(
    "every receipt has its submission",
    lost.length === 0,
    `${receipts.length - lost.length} of ${receipts.length}`,
  );

  let opened = 0;
  for (const receipt of receipts) {
    const response = await fetch(`${second.url}${receipt.receiptPath}`);
    if (response.ok && (await response.text()).includes(receipt.number)) opened += 1;
  }
  check("every receipt page opens again", opened === receipts.length, `${opened} of ${receipts.length}`);

  // who saw an error sends the same form again and must not get a second submission
  const again = await Promise.all(
    forms.map(({ hidden }, person) => sendIdea(second.url, theme, hidden, household(person))),
  );
  const total = Number((await client.query(`SELECT count(*) AS n FROM "Submission"`)).rows[0].n);
  check("sending again makes no second submission", total === people, `${total} submissions of ${people} people`);
  const same = receipts.filter((receipt) => again.some((one) => one.number === receipt.number)).length;
  check("sending again shows the same receipt", same === receipts.length, `${same} of ${receipts.length}`);

  await waitFor(
    async () => Number((await client.query(`SELECT count(*) AS n FROM "Mail" WHERE state = 'QUEUED'`)).rows[0].n) === 0,
    120_000,
    () => "mails are still waiting",
  );
  const byRecipient = Map.groupBy(mail.received, ({ to }) => to[0] ?? "");
  const withoutMail = forms.filter(({ address }) => !byRecipient.has(address));
  check("every person's mail arrived", withoutMail.length === 0, `${people - withoutMail.length} of ${people}`);
  const different = [...byRecipient.values()].filter(
    (mails) => new Set(mails.map((one) => one.mail.messageId)).size > 1,
  );
  check("no mail came twice with different Message-IDs", different.length === 0, `${different.length} recipients`);
  const repeated = [...byRecipient.values()].filter((mails) => mails.length > 1).length;
  console.log(
    `       ${mail.received.length} mails in all, ${repeated} people got the same message twice (same Message-ID)`,
  );

  await client.end();
  check("it stops when asked", (await second.stop()) === 0, "exit code 0");
  await cluster.release();
} finally {
  await mail.close();
  await stopEmbedded(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
}
if (problems.length > 0) process.exitCode = 1;

function idea(person: number, address: string): Record<string, string> {
  return {
    title: `待ち時間を知らせてほしい ${person}`,
    body: "窓口が混む時間を前もって知らせてください。",
    email: address,
    consent: "on",
  };
}

function household(person: number): Record<string, string> {
  return { "x-forwarded-for": `198.51.100.${person % 250}` };
}
