import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { readProgress } from "#app/domain/inbound/mailbox-progress.server.ts";
import { bounceAddress } from "#app/domain/mail/own-addresses.server.ts";
import { setClock } from "#app/platform/clock.ts";
import { databaseUrl, db } from "#app/platform/database/client.server.ts";
import { parseEnvironment } from "#app/platform/env.ts";
import { type ImapFetcher, type ImapPace, pauseAfter, startImap, usualPace } from "#app/server/imap.ts";
import { doneFolder, tooLargeFolder } from "#app/server/imap-messages.ts";
import { registry } from "#app/server/metrics.ts";
import { mail, multipart, part } from "#tests/bench/mail/compose.ts";
import { useDatabase } from "#tests/support/database.ts";
import { encryptedLine } from "#tests/support/encrypted-line.ts";
import { type MailedToDesk, mailedToDesk, replyDomain, replyOf } from "#tests/support/factories/received.ts";
import { startImapServer, type TestImapServer, type TestMailbox } from "#tests/support/imap-server.ts";
import { waitFor } from "#tests/support/mail.ts";

process.env.REPLY_DOMAIN = replyDomain;
process.env.INBOUND_AUTHSERV_ID = "mx.tomakomai.example";

const answer = "回答 反映します\n来年度の計画に入れます。";
/** Often enough for a test; what must not depend on it looks once an hour. */
const quick: ImapPace = { look: 200, firstPause: 50, longestPause: 200, turn: 100 };
const onlyWhenTold: ImapPace = { ...quick, look: 3_600_000 };

useDatabase();

const fetchers: ImapFetcher[] = [];
const processes: ChildProcess[] = [];
afterEach(async () => {
  await Promise.all(fetchers.splice(0).map((fetcher) => fetcher.close()));
  for (const child of processes.splice(0)) await kill(child);
  setClock(undefined);
});

function fetchFrom({ settings }: Pick<TestMailbox, "settings">, pace = quick): ImapFetcher {
  const fetcher = startImap(settings, pace);
  fetchers.push(fetcher);
  return fetcher;
}

/** The same as a process that can be killed. */
function fetchInProcess({ url }: TestMailbox): ChildProcess {
  const child = spawn(process.execPath, ["--disable-warning=DeprecationWarning", "tests/support/fetching-process.ts"], {
    env: { ...process.env, DATABASE_URL: databaseUrl(), IMAP_URL: url },
    stdio: ["ignore", "inherit", "inherit"],
  });
  processes.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

const taken = (count: number) =>
  waitFor(
    async () => {
      const rows = await db().inboundMessage.findMany({ orderBy: { receivedAt: "asc" } });
      return rows.length >= count && rows;
    },
    15_000,
    () => `not ${count} messages taken in`,
  );
const listed = (mailbox: TestMailbox, folder: string, count: number) =>
  waitFor(
    async () => {
      const messages = await mailbox.list(folder);
      return messages.length === count && messages;
    },
    15_000,
    () => `not ${count} messages in ${folder}`,
  );
const lookedAt = async () => (await db().inboundMailbox.findFirst())?.lookedAt.getTime() ?? 0;
/** Until the mailbox was looked through once more, from the beginning to the end. */
async function oneMoreLook(): Promise<void> {
  for (const _ of [1, 2]) {
    const before = await lookedAt();
    await waitFor(async () => (await lookedAt()) > before);
  }
}

/** Something to somebody else. */
const foreign = (text = "会議のご案内です。") =>
  mail(text, { to: "gyokaku@city.tomakomai.example", messageId: `<${randomUUID()}@city.example>` });

function bounceOf({ messageId }: MailedToDesk) {
  return multipart(
    "report",
    [
      part(
        "message/delivery-status",
        "Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; lost@mx.example\r\nAction: failed\r\nStatus: 5.1.1\r\n",
      ),
      part("text/rfc822-headers", `Message-ID: <${messageId}>\r\n`),
    ],
    {
      from: "MAILER-DAEMON@mx.example",
      to: "undisclosed-recipients:;",
      messageId: `<${randomUUID()}@mx.example>`,
      boundaryParameters: "; report-type=delivery-status",
    },
  );
}

describe("replies in a mailbox", () => {
  let server: TestImapServer;
  beforeAll(async () => {
    server = await startImapServer();
  });
  afterAll(() => server.close());

  it("become drafts, and lie in a folder of their own afterwards, which is made where it is missing", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    const raw = replyOf(city, answer);
    await mailbox.put(raw);
    fetchFrom(mailbox);
    const [row] = await taken(1);
    expect(row).toMatchObject({ state: "TAKEN", act: "draft", size: raw.byteLength });
    expect(Buffer.from(row?.raw ?? []).equals(raw)).toBe(true);
    expect(await db().answer.findFirstOrThrow({ where: { submissionId: city.id } })).toMatchObject({
      state: "DRAFT",
      origin: "REPLY",
      body: "来年度の計画に入れます。",
    });
    const [moved] = await listed(mailbox, doneFolder, 1);
    expect(moved?.raw.equals(raw)).toBe(true);
    expect(await mailbox.list()).toEqual([]);
    expect(await registry.getSingleMetricAsString("sokaku_mail_received_total")).toContain('way="imap",state="taken"');
  });

  it("are taken in as soon as the server says that they arrived", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    fetchFrom(mailbox, onlyWhenTold);
    await waitFor(() => mailbox.line.said().includes("IDLE"));
    await mailbox.put(replyOf(city, answer));
    await taken(1);
    await waitFor(() => mailbox.line.said().split("IDLE").length > 2);
    await mailbox.put(replyOf(city, answer));
    await taken(2);
    expect(mailbox.line.made()).toBe(1);
  });

  it("are found by what a server notes of the envelope, and each of our addresses is one recipient", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    for (const name of ["Delivered-To", "X-Original-To", "Envelope-To"]) {
      await mailbox.put(
        replyOf({ ...city, replyTo: "desk@city.example" }, answer, { above: [`${name}: ${city.replyTo}`] }),
      );
    }
    const other = bounceAddress(city.mailId);
    const toBoth = replyOf({ ...city, replyTo: `${city.replyTo}, ${other}` }, answer);
    // A server with an envelope for each recipient leaves one copy for each.
    await mailbox.put(toBoth);
    await mailbox.put(Buffer.concat([Buffer.from(`Delivered-To: ${other}\r\n`), toBoth]));
    fetchFrom(mailbox);
    await listed(mailbox, doneFolder, 5);
    expect(await db().inboundMessage.count()).toBe(5);
    expect(await db().inboundMessage.count({ where: { reason: "notOurAddress" } })).toBe(1);
  });

  it("are set apart where the city's receiving server holds the sender to be forged", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    const found = "Authentication-Results: mx.tomakomai.example; dmarc=fail header.from=city.tomakomai.example";
    await mailbox.put(replyOf(city, answer, { above: [found] }));
    fetchFrom(mailbox);
    expect(await taken(1)).toMatchObject([{ state: "QUARANTINED", reason: "dmarc" }]);
    await listed(mailbox, doneFolder, 1);
  });

  it("may be reports that a mail did not arrive", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    const to = Buffer.from(`Delivered-To: ${bounceAddress(city.mailId)}\r\n`);
    await mailbox.put(Buffer.concat([to, bounceOf(city)]));
    fetchFrom(mailbox);
    expect(await taken(1)).toMatchObject([{ state: "BOUNCED", mailId: city.mailId }]);
    expect(await db().mail.findUniqueOrThrow({ where: { id: city.mailId } })).toMatchObject({ state: "FAILED" });
    await listed(mailbox, doneFolder, 1);
  });

  it("leave what is for others as it was, unread, and look at it once only", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    const others = [foreign("長い文。".repeat(100_000)), foreign()];
    for (const raw of others) await mailbox.put(raw);
    await mailbox.put(
      replyOf({ ...city, replyTo: city.replyTo.replace(/\.[0-9a-f]{20}@/, `.${"1".repeat(20)}@`) }, answer),
    );
    const first = fetchFrom(mailbox);
    await oneMoreLook();
    await first.close();
    expect(mailbox.line.bytes()).toBeLessThan(100_000);
    const fetches = () => mailbox.line.said().split("FETCH").length;
    const before = fetches();
    expect(before).toBeGreaterThan(1);
    fetchFrom(mailbox);
    await oneMoreLook();
    expect(fetches()).toBe(before);
    const left = await mailbox.list();
    expect(left.map(({ flags }) => flags)).toEqual([[], [], []]);
    expect(others.every((raw, at) => left[at]?.raw.equals(raw))).toBe(true);
    expect(await db().inboundMessage.count()).toBe(0);
  });

  it("are taken in also where somebody marks them while their header is asked for", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await mailbox.put(replyOf(city, answer));
    // As servers do that follow RFC 9051 §6.4.9; Dovecot leaves the UID out.
    mailbox.line.answer((said) => said.replace(/^(\* 1 FETCH \()(?=MODSEQ)/m, "$1UID 1 "));
    const asking = mailbox.line.holdAt(/UID FETCH .*HEADER/);
    fetchFrom(mailbox);
    await asking;
    // The server then says so in the same answer, in a row of its own.
    await mailbox.mark("\\Flagged");
    mailbox.line.release();
    await oneMoreLook();
    expect(await db().inboundMessage.findMany()).toMatchObject([{ state: "TAKEN" }]);
    await listed(mailbox, doneFolder, 1);
  });

  it("are tried again where the server names them and gives nothing of them", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    mailbox.line.answer((said) => said.replace(/ BODY\[\]<0> \{\d+\}\r\n[\s\S]*?(?=\)\r\n[0-9A-Z]+ OK)/, ""));
    await mailbox.put(replyOf(city, answer));
    fetchFrom(mailbox);
    await oneMoreLook();
    expect(await db().inboundRetry.findMany()).toMatchObject([{ uid: 1n, attempts: 1 }]);
    expect(await mailbox.list()).toHaveLength(1);
    mailbox.line.answer((said) => said);
    const later = Date.now() + 61_000;
    setClock(() => new Date(later));
    await taken(1);
    await listed(mailbox, doneFolder, 1);
  });

  it("are found also where the header is of many megabytes, and what is for others stays however long its header is", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    const many = `Cc: ${"someone@city.example, ".repeat(150_000)}`;
    await mailbox.put(Buffer.concat([Buffer.from(`${many}\r\n`), foreign()]));
    await mailbox.put(replyOf(city, answer, { above: [`Delivered-To: ${city.replyTo}`, many] }));
    fetchFrom(mailbox);
    await listed(mailbox, doneFolder, 1);
    await oneMoreLook();
    expect(await db().inboundRetry.findMany()).toEqual([]);
    expect(await mailbox.list()).toHaveLength(1);
  });

  it("are all looked at again where the server counts anew", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await mailbox.put(foreign());
    const first = fetchFrom(mailbox);
    await oneMoreLook();
    await first.close();
    await db().inboundMailbox.updateMany({ data: { uidValidity: 1n, seenUpTo: 1_000n } });
    await mailbox.put(replyOf(city, answer));
    fetchFrom(mailbox);
    await taken(1);
    await listed(mailbox, "INBOX", 1);
  });

  it("of more than 25 MB are not fetched whole: their beginning waits for a moderator, and the desk is told", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    const raw = Buffer.concat([replyOf(city, answer), Buffer.alloc(26 * 1024 * 1024, `${"x".repeat(76)}\r\n`)]);
    await mailbox.put(raw);
    fetchFrom(mailbox);
    const [row] = await taken(1);
    expect(row).toMatchObject({ state: "WAITING", reason: "tooLarge", size: raw.byteLength, submissionId: city.id });
    expect(row?.own).toContain("来年度の計画に入れます。");
    expect(row?.raw?.byteLength).toBe(256 * 1024);
    await listed(mailbox, tooLargeFolder, 1);
    expect(await mailbox.list()).toEqual([]);
    expect(await mailbox.list(doneFolder)).toEqual([]);
    expect(mailbox.line.bytes()).toBeLessThan(1_000_000);
    expect(await db().mail.findFirstOrThrow({ where: { template: "reply-not-taken" } })).toMatchObject({
      recipient: city.mailbox,
      params: expect.objectContaining({ problem: "tooLarge" }),
    });
    expect(await db().answer.count()).toBe(0);
  });

  it("stand in nobody's way where they cannot be taken in, and are tried again later", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await db().$executeRawUnsafe(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN IF NEW."subjectLine" = 'refused' THEN RAISE EXCEPTION 'refused'; END IF; RETURN NEW; END $$`);
    await db().$executeRawUnsafe(
      `CREATE TRIGGER refuse BEFORE INSERT ON "InboundMessage" FOR EACH ROW EXECUTE FUNCTION refuse()`,
    );
    const retries = async () => (await readProgress(mailbox.settings.name)).retries;
    try {
      await mailbox.put(replyOf(city, answer, { subject: "refused" }));
      await mailbox.put(replyOf(city, answer));
      fetchFrom(mailbox);
      expect(await taken(1)).toMatchObject([{ state: "TAKEN" }]);
      await listed(mailbox, doneFolder, 1);
      await oneMoreLook();
      expect(await db().inboundRetry.findMany()).toMatchObject([{ uid: 1n, attempts: 1 }]);
      expect(await retries()).toBe(1);
      const later = Date.now() + 61_000;
      setClock(() => new Date(later));
      await waitFor(async () => (await db().inboundRetry.findFirstOrThrow()).attempts === 2);
    } finally {
      await db().$executeRawUnsafe(`DROP FUNCTION refuse CASCADE`);
    }
    const evenLater = Date.now() + 61_000 + 121_000;
    setClock(() => new Date(evenLater));
    await taken(2);
    await listed(mailbox, doneFolder, 2);
    await waitFor(async () => (await retries()) === 0);
  });

  it("go on being fetched after the connection was cut, and after the server was away", async () => {
    const away = await startImapServer();
    try {
      const [city, mailbox] = [await mailedToDesk(), await away.mailbox()];
      fetchFrom(mailbox, onlyWhenTold);
      await waitFor(() => mailbox.line.said().includes("IDLE"));
      mailbox.line.cut();
      await mailbox.put(replyOf(city, answer));
      await listed(mailbox, doneFolder, 1);
      await away.stop();
      // Its processes end at their leisure.
      mailbox.line.cut();
      const tried = mailbox.line.made();
      await waitFor(() => mailbox.line.made() > tried);
      await away.start();
      await mailbox.put(replyOf(city, answer));
      await listed(mailbox, doneFolder, 2);
      expect(await db().inboundMessage.count()).toBe(2);
    } finally {
      await away.close();
    }
  });

  it("are taken in once where the connection ends between the commit and the move", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await mailbox.put(replyOf(city, answer));
    const moving = mailbox.line.holdAt(/UID MOVE/);
    fetchFrom(mailbox);
    await moving;
    expect(await db().inboundMessage.count()).toBe(1);
    expect(await mailbox.list()).toHaveLength(1);
    mailbox.line.cut();
    await listed(mailbox, doneFolder, 1);
    expect(await db().inboundMessage.count()).toBe(1);
    expect(await db().answer.count()).toBe(1);
  });

  it("are taken in once where the process is killed between the commit and the move", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await mailbox.put(replyOf(city, answer));
    const moving = mailbox.line.holdAt(/UID MOVE/);
    const child = fetchInProcess(mailbox);
    await moving;
    await kill(child);
    expect(await db().inboundMessage.count()).toBe(1);
    expect(await mailbox.list()).toHaveLength(1);
    fetchFrom(mailbox);
    await listed(mailbox, doneFolder, 1);
    expect(await db().inboundMessage.count()).toBe(1);
    expect(await db().answer.count()).toBe(1);
  });

  it("are fetched by one of several processes, and by the next when that one is killed", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    const first = fetchInProcess(mailbox);
    await waitFor(() => mailbox.line.said().includes("IDLE"));
    fetchFrom(mailbox);
    for (let n = 0; n < 5; n += 1) await mailbox.put(replyOf(city, answer));
    await listed(mailbox, doneFolder, 5);
    await oneMoreLook();
    expect(mailbox.line.made()).toBe(1);
    await kill(first);
    await mailbox.put(replyOf(city, answer));
    await listed(mailbox, doneFolder, 6);
    expect(mailbox.line.made()).toBe(2);
    expect(await db().inboundMessage.count()).toBe(6);
  });

  it("wait for a folder that does not exist yet", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox({ folder: "返信" })];
    fetchFrom(mailbox);
    await waitFor(() => mailbox.line.made() > 2);
    await mailbox.makeFolder("返信");
    await mailbox.put(replyOf(city, answer));
    await taken(1);
    await listed(mailbox, doneFolder, 1);
  });

  it("are not asked for with a password where the connection cannot be encrypted and has to be", async () => {
    const mailbox = await server.mailbox();
    fetchFrom({ settings: { ...mailbox.settings, encryption: "starttls" } });
    await waitFor(() => mailbox.line.made() > 2);
    expect(mailbox.line.said()).not.toMatch(/LOGIN|AUTHENTICATE/);
  });

  it("are read over a connection encrypted from its start, from a server whose certificate is good and for its name", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await mailbox.put(replyOf(city, answer));
    const line = await encryptedLine(mailbox.line.port);
    const reach = (host: string) => {
      const read = parseEnvironment({
        IMAP_URL: mailbox.url.replace(/^imap:(.*@)[^/]*/, `imaps:$1${host}:${line.port}`),
      });
      if (!read.ok || !read.environment.IMAP_URL) throw new Error("no mailbox");
      return { settings: read.environment.IMAP_URL };
    };
    try {
      // a certificate nobody knows, then one that is known and for another name
      for (const host of ["localhost", "127.0.0.1"]) {
        const before = line.tried();
        const refused = fetchFrom(reach(host));
        await waitFor(() => line.tried() > before + 1);
        await refused.close();
        expect(line.said()).toBe("");
        line.trust();
      }
      fetchFrom(reach("localhost"));
      await listed(mailbox, doneFolder, 1);
      expect(await taken(1)).toMatchObject([{ state: "TAKEN", act: "draft" }]);
      expect(line.said()).toMatch(/LOGIN|AUTHENTICATE/);
    } finally {
      await line.close();
    }
  });

  it("are given up at once when the process stops, also while a server that refuses is waited for", async () => {
    const mailbox = await server.mailbox();
    const fetcher = fetchFrom(
      { settings: { ...mailbox.settings, password: "wrong" } },
      { ...quick, firstPause: 3_600_000, longestPause: 3_600_000 },
    );
    await waitFor(() => mailbox.line.made() === 1 && mailbox.line.open() === 0);
    await fetcher.close();
    expect(mailbox.line.made()).toBe(1);
  });
});

describe("a server that cannot tell of arrivals, nor move", () => {
  let server: TestImapServer;
  beforeAll(async () => {
    server = await startImapServer({ capability: "IMAP4rev1" });
  });
  afterAll(() => server.close());

  it("is asked again and again, and keeps the message with the mark of deletion beside its copy", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await mailbox.put(foreign(), ["\\Deleted"]);
    fetchFrom(mailbox);
    await oneMoreLook();
    await mailbox.put(replyOf(city, answer));
    await listed(mailbox, doneFolder, 1);
    await oneMoreLook();
    // What somebody else marked as deleted is theirs to remove.
    expect((await mailbox.list()).map(({ flags }) => flags.toSorted())).toEqual([
      ["\\Deleted"],
      ["\\Deleted", "\\Seen"],
    ]);
    expect(await mailbox.list(doneFolder)).toHaveLength(1);
    expect(mailbox.line.said()).not.toMatch(/IDLE|MOVE|EXPUNGE/);
  });
});

describe("a server that cannot move, but delete one message", () => {
  let server: TestImapServer;
  beforeAll(async () => {
    server = await startImapServer({ capability: "IMAP4rev1 IDLE UIDPLUS" });
  });
  afterAll(() => server.close());

  it("copies the message and removes it, and nothing else", async () => {
    const [city, mailbox] = [await mailedToDesk(), await server.mailbox()];
    await mailbox.put(foreign(), ["\\Deleted"]);
    await mailbox.put(replyOf(city, answer));
    fetchFrom(mailbox);
    await listed(mailbox, doneFolder, 1);
    await listed(mailbox, "INBOX", 1);
    expect((await mailbox.list())[0]?.flags).toEqual(["\\Deleted"]);
    expect(mailbox.line.said()).not.toContain("MOVE");
  });
});

describe("the pauses after failures", () => {
  it("grow from a second to five minutes", () => {
    expect([1, 2, 3, 9, 10, 2_000].map((failures) => pauseAfter(failures, usualPace))).toEqual([
      1_000, 2_000, 4_000, 256_000, 300_000, 300_000,
    ]);
  });
});
