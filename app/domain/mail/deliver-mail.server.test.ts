import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { setClock } from "#app/platform/clock.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import {
  fileTransport,
  type MailTransport,
  mailFolder,
  mailTransport,
  smtpTransport,
} from "#app/platform/mail/transport.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assignedMessage, mailTime, queueMail, receiptMessage, systemContext } from "#tests/support/factories/mail.ts";
import { linkIn, startCuttingServer, startMailServer, type TestMailServer } from "#tests/support/mail.ts";
import { cancelMails } from "./cancel-mails.server.ts";
import { deliverMail } from "./deliver-mail.server.ts";
import { markReturned } from "./mark-returned.server.ts";
import { paceFor } from "./pace.ts";
import { mostAttempts } from "./retry-schedule.ts";

const sender = { name: "創革ひろば", address: "no-reply@tomakomai.example" };

const row = (id: string) => db().mail.findUniqueOrThrow({ where: { id } });

const jobOf = async (id: string) =>
  (
    await pool().query<{ run_at: Date; priority: number }>(
      "SELECT run_at, priority FROM graphile_worker.jobs WHERE key = $1",
      [id],
    )
  ).rows[0];

describe("delivering to a mail server", () => {
  useDatabase();
  let server: TestMailServer;
  let transport: MailTransport;

  beforeAll(async () => {
    server = await startMailServer();
  });
  beforeEach(() => {
    server.received.length = 0;
    server.misbehave(null);
    transport = smtpTransport(server.url, sender);
    setClock(() => mailTime);
  });
  afterEach(() => {
    transport.close();
    setClock(undefined);
  });
  afterAll(() => server.close());

  it("hands the message over and marks it sent", async () => {
    const id = await queueMail();
    expect(await deliverMail(id, transport)).toBe("sent");
    expect(await row(id)).toMatchObject({
      state: "SENT",
      attempts: 1,
      sentAt: mailTime,
      lastAttemptAt: mailTime,
      lastError: null,
      nextAttemptAt: null,
      emlFile: null,
    });
    const [received] = server.received;
    expect(received).toMatchObject({ from: sender.address, to: ["citizen@example.com"] });
    const { mail } = received as NonNullable<typeof received>;
    expect(mail.messageId).toBe(`<${id}@tomakomai.example>`);
    expect(mail.subject).toBe("【創革ひろば】ご提案を受け付けました R8-0042");
    expect(mail.from?.value).toEqual([sender]);
    expect(mail.date).toEqual(mailTime);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    for (const absent of ["x-mailer", "list-unsubscribe", "reply-to", "in-reply-to", "cc", "bcc"]) {
      expect([absent, mail.headers.has(absent)]).toEqual([absent, false]);
    }
    expect(mail.attachments).toEqual([]);
    expect(mail.html).toContain("<html");
    expect(linkIn(mail, "/track/")).toMatch(/^http:\/\/localhost:3000\/track\/R8-0042\/[0-9A-Y-]{24}$/);
  });

  it("sends desks plain text only", async () => {
    await deliverMail(await queueMail(assignedMessage()), transport);
    const { raw, mail } = server.received[0] as (typeof server.received)[number];
    expect(mail.headers.get("content-type")).toMatchObject({ value: "text/plain", params: { charset: "utf-8" } });
    expect(raw.toString("latin1")).not.toMatch(/text\/html|multipart/i);
    expect(linkIn(mail, "/answer/")).toMatch(/\/answer\/[\w-]{43}$/);
  });

  it("keeps names and texts of every script unchanged, and headers in ASCII", async () => {
    const body = "髙﨑 𠮷野家 葛󠄀 👩‍👧‍👦 ①㈱ ｶﾞ が العربية עברית \u202eabc\u202c";
    const message = receiptMessage();
    const id = await queueMail({ ...message, params: { ...message.params, body } } as typeof message);
    await deliverMail(id, transport);
    const { raw, mail } = server.received[0] as (typeof server.received)[number];
    expect(mail.text?.replaceAll("\n> ", " ")).toContain(body);
    const headers = raw.toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
    expect(headers).toMatch(/^[\x20-\x7e\r\n\t]*$/);
    expect(Math.max(...headers.split("\r\n").map((line) => line.length))).toBeLessThanOrEqual(998);
  });

  it("puts the messages of one submission into one thread", async () => {
    const first = await queueMail();
    const second = await queueMail(receiptMessage(), new Date(mailTime.getTime() + 1000));
    await deliverMail(first, transport);
    await deliverMail(second, transport);
    const reply = server.received.find(({ mail }) => mail.messageId === `<${second}@tomakomai.example>`);
    expect(reply?.mail.inReplyTo).toBe(`<${first}@tomakomai.example>`);
    expect(reply?.mail.references).toBe(`<${first}@tomakomai.example>`);
  });

  it("tries again after a refusal for now, with the same Message-ID and the same bytes", async () => {
    const id = await queueMail();
    server.misbehave(() => ({ stage: "data", code: 451, text: "4.7.1 citizen@example.com is greylisted" }));
    expect(await deliverMail(id, transport)).toBe("again-later");
    const next = new Date(mailTime.getTime() + 60_000);
    const waiting = await row(id);
    expect(waiting).toMatchObject({ state: "QUEUED", attempts: 1, nextAttemptAt: next, lastAttemptAt: mailTime });
    expect(waiting.lastError).toContain("451");
    expect(waiting.lastError).not.toContain("citizen@");
    expect(await jobOf(id)).toEqual({ run_at: next, priority: 10 });

    server.misbehave(() => ({ stage: "cut-after-data" }));
    expect(await deliverMail(id, transport)).toBe("again-later");
    server.misbehave(null);
    setClock(() => new Date(mailTime.getTime() + 3_600_000));
    expect(await deliverMail(id, transport)).toBe("sent");
    expect(await row(id)).toMatchObject({ state: "SENT", attempts: 3, lastError: null });
    expect(server.received.length).toBeGreaterThan(1);
    expect(new Set(server.received.map(({ raw }) => raw.toString("base64"))).size).toBe(1);
  });

  it.each([
    ["the recipient is unknown", { stage: "to", code: 550, text: "5.1.1 unknown" }],
    ["the message is refused", { stage: "data", code: 554, text: "5.7.1 refused" }],
  ] as const)("gives up at once when %s", async (_case, trouble) => {
    const id = await queueMail();
    server.misbehave(() => trouble);
    expect(await deliverMail(id, transport)).toBe("failed");
    expect(await row(id)).toMatchObject({ state: "FAILED", attempts: 1, nextAttemptAt: null });
    expect((await row(id)).lastError).toContain(trouble.text);
    expect(await deliverMail(id, transport)).toBe("not-waiting");
  });

  it.each([
    ["the server takes no connection", { stage: "connect", code: 421, text: "busy" }],
    ["the sender is refused", { stage: "from", code: 553, text: "sender not allowed" }],
    ["the recipient is refused for now", { stage: "to", code: 450, text: "try later" }],
    ["the connection is cut in the middle", { stage: "cut-before-data" }],
    ["the connection is cut after the message", { stage: "cut-after-data" }],
  ] as const)("tries again later when %s", async (_case, trouble) => {
    const id = await queueMail();
    server.misbehave(() => trouble);
    expect(await deliverMail(id, transport)).toBe("again-later");
    expect(await row(id)).toMatchObject({ state: "QUEUED", attempts: 1 });
    expect((await row(id)).lastError).not.toBe("");
  });

  it("tries again later when nobody listens, and gives up after three days", async () => {
    const gone = await startMailServer();
    await gone.close();
    const nowhere = smtpTransport(gone.url, sender);
    const id = await queueMail();
    let at = mailTime;
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) {
      setClock(() => at);
      expect(await deliverMail(id, nowhere)).toBe("again-later");
      const { nextAttemptAt, attempts } = await row(id);
      expect(attempts).toBe(attempt);
      at = nextAttemptAt as Date;
    }
    expect(await deliverMail(id, nowhere)).toBe("failed");
    expect(await row(id)).toMatchObject({ state: "FAILED", attempts: mostAttempts, nextAttemptAt: null });
    const days = (at.getTime() - mailTime.getTime()) / 86_400_000;
    expect(days).toBeGreaterThan(2.9);
    expect(days).toBeLessThanOrEqual(3);
    nowhere.close();
  });

  it.each(["?requireTLS=false", ""])(
    "sends nothing in clear where TLS is required (%j in the URL)",
    async (options) => {
      const strict = smtpTransport(`${server.url}/${options}`, sender, true);
      const id = await queueMail();
      expect(await deliverMail(id, strict)).toBe("again-later");
      expect((await row(id)).lastError).toContain("STARTTLS");
      expect(server.received).toEqual([]);
      strict.close();
    },
  );

  it("keeps all mails of a day on which the server was down, and sends each of them once", async () => {
    const gone = await startMailServer();
    await gone.close();
    const nowhere = smtpTransport(gone.url, sender);
    const ids = await Promise.all(
      ["a", "b", "c"].map((name) => queueMail(receiptMessage({ to: `citizen@${name}.example` }))),
    );
    const backAt = mailTime.getTime() + 86_400_000;
    for (const id of ids) {
      for (let at = mailTime; at.getTime() < backAt; at = (await row(id)).nextAttemptAt as Date) {
        setClock(() => at);
        expect(await deliverMail(id, nowhere)).toBe("again-later");
        expect((await jobOf(id))?.run_at).toEqual((await row(id)).nextAttemptAt);
      }
      expect(await deliverMail(id, transport)).toBe("sent");
      expect(await deliverMail(id, transport)).toBe("not-waiting");
    }
    nowhere.close();
    const arrived = server.received.map(({ mail }) => mail.messageId);
    expect(arrived.toSorted()).toEqual(ids.map((id) => `<${id}@tomakomai.example>`).toSorted());
  });

  it.each(["greeting", "EHLO", "MAIL FROM", "RCPT TO", "DATA", "message"] as const)(
    "loses nothing when the connection ends at: %s",
    async (stage) => {
      const cutting = await startCuttingServer(stage);
      const cut = smtpTransport(cutting.url, sender);
      const id = await queueMail();
      expect(await deliverMail(id, cut)).toBe("again-later");
      expect(await row(id)).toMatchObject({ state: "QUEUED", attempts: 1 });
      expect((await row(id)).lastError).not.toBe("");
      expect(cutting.cuts()).toBeGreaterThan(0);
      cut.close();
      await cutting.close();
      expect(await deliverMail(id, transport)).toBe("sent");
      expect(server.received.map(({ mail }) => mail.messageId)).toEqual([`<${id}@tomakomai.example>`]);
    },
  );

  it("sends no mail that was cancelled while it waited", async () => {
    const { params } = assignedMessage();
    const id = await queueMail(assignedMessage({ params }));
    await inTransaction(systemContext, (context) => cancelMails(context, { answerLinkId: params.answerLinkId }));
    expect(await deliverMail(id, transport)).toBe("not-waiting");
    expect(server.received).toEqual([]);
  });

  it.each([
    [true, "FAILED"],
    [false, "SENT"],
  ] as const)(
    "keeps that it came back (for good: %s) where the report is here before the server's word is written down",
    async (forGood, state) => {
      const id = await queueMail(assignedMessage());
      const returning: MailTransport = {
        ...transport,
        send: async (mail) => {
          const sent = await transport.send(mail);
          await inTransaction(systemContext, (ctx) => markReturned(ctx, { mailId: id, reason: "5.1.1", forGood }));
          return sent;
        },
      };
      expect(await deliverMail(id, returning)).toBe("sent");
      expect(await row(id)).toMatchObject({
        state,
        sentAt: mailTime,
        attempts: 1,
        lastError: "RETURNED 5.1.1",
        returnedAt: expect.any(Date),
        nextAttemptAt: null,
      });
    },
  );

  it("keeps a mail cancelled that failed while being cancelled", async () => {
    const { params } = assignedMessage();
    const id = await queueMail(assignedMessage({ params }));
    const cancelling: MailTransport = {
      isPaced: true,
      send: async (mail) => {
        await inTransaction(systemContext, (context) => cancelMails(context, { answerLinkId: params.answerLinkId }));
        server.misbehave(() => ({ stage: "data", code: 451, text: "later" }));
        return transport.send(mail);
      },
      close: () => undefined,
    };
    expect(await deliverMail(id, cancelling)).toBe("not-waiting");
    expect((await row(id)).state).toBe("CANCELLED");
  });

  it("lets the mails of one domain follow each other, holds up no other, and loses none", async () => {
    const crowd = Array.from({ length: 40 }, (_, at) => `p${at}@crowd.example`);
    const ids: string[] = [];
    for (const to of crowd) ids.push(await queueMail(receiptMessage({ to })));
    for (const id of ids) await deliverMail(id, transport);
    const { burst, gap } = paceFor(120, false);
    expect(server.received).toHaveLength(burst);
    const waiting = await db().mail.findMany({ where: { state: "QUEUED" }, orderBy: { turnAt: "asc" } });
    expect(
      waiting.map(({ turnAt, nextAttemptAt, attempts }) => [Number(turnAt), Number(nextAttemptAt), attempts]),
    ).toEqual(
      waiting.map((_, at) => {
        const turn = mailTime.getTime() + (at + 1) * gap;
        return [turn, turn, 0];
      }),
    );
    expect(await jobOf(waiting[0]?.id ?? "")).toEqual({ run_at: waiting[0]?.turnAt, priority: 10 });

    const other = await queueMail(receiptMessage({ to: "somebody@quiet.example" }));
    expect(await deliverMail(other, transport)).toBe("sent");
    const urgent = waiting[0]?.id ?? "";
    expect(await deliverMail(urgent, transport)).toBe("turn-later");
    expect((await row(urgent)).turnAt).toEqual(waiting[0]?.turnAt);

    for (const { id, turnAt } of waiting) {
      setClock(() => turnAt ?? mailTime);
      expect(await deliverMail(id, transport)).toBe("sent");
    }
    expect(server.received.map(({ to }) => to.join()).sort()).toEqual([...crowd, "somebody@quiet.example"].sort());
    const ownIds = server.received.map(({ mail }) => mail.messageId);
    expect(new Set(ownIds).size).toBe(ownIds.length);
    expect(ownIds).toContain(`<${urgent}@tomakomai.example>`);
  });

  it("leaves a domain alone that wants mail later, for longer each time, until it takes one", async () => {
    const minutesOn = (n: number) => new Date(mailTime.getTime() + n * 60_000);
    server.misbehave((to) =>
      to.endsWith("@busy.example") ? { stage: "to", code: 450, text: "4.7.0 slow down" } : undefined,
    );
    const [one = "", two = "", three = ""] = await Promise.all(
      ["a", "b", "c"].map((name) => queueMail(receiptMessage({ to: `${name}@busy.example` }))),
    );
    // once may be that mail alone
    expect(await deliverMail(one, transport)).toBe("again-later");
    expect(await deliverMail(two, transport)).toBe("again-later");
    expect(await deliverMail(three, transport)).toBe("turn-later");
    expect(await row(three)).toMatchObject({ attempts: 0, lastError: null, turnAt: minutesOn(1) });
    expect(await deliverMail(await queueMail(), transport)).toBe("sent");

    setClock(() => minutesOn(1));
    expect(await deliverMail(three, transport)).toBe("again-later");
    expect(await db().mailDomain.findUniqueOrThrow({ where: { domain: "busy.example" } })).toMatchObject({
      slowSteps: 3,
      slowUntil: minutesOn(3),
    });
    server.misbehave(null);
    setClock(() => minutesOn(3));
    expect(await deliverMail(three, transport)).toBe("sent");
    expect(await db().mailDomain.findUniqueOrThrow({ where: { domain: "busy.example" } })).toMatchObject({
      slowSteps: 0,
      slowUntil: null,
    });
  });

  it("never sends one mail twice at the same time", async () => {
    const id = await queueMail();
    let inside = () => {};
    const entered = new Promise<void>((resolve) => {
      inside = resolve;
    });
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: MailTransport = {
      isPaced: true,
      send: async (mail) => {
        inside();
        await gate;
        return transport.send(mail);
      },
      close: () => undefined,
    };
    const first = deliverMail(id, slow);
    await entered;
    expect(await deliverMail(id, transport)).toBe("busy");
    expect((await jobOf(id))?.run_at).toEqual(new Date(mailTime.getTime() + 60_000));
    release();
    expect(await first).toBe("sent");
    expect(await deliverMail(id, transport)).toBe("not-waiting");
    expect(server.received).toHaveLength(1);
  });

  it("does not hold up good mails for a bad one", async () => {
    const bad = await queueMail(receiptMessage({ to: "bad@example.com" }));
    const good = await Promise.all(
      Array.from({ length: 10 }, (_, index) => queueMail(receiptMessage({ to: `p${index}@example.com` }))),
    );
    server.misbehave((recipient) =>
      recipient === "bad@example.com" ? { stage: "to", code: 450, text: "later" } : undefined,
    );
    expect(await deliverMail(bad, transport)).toBe("again-later");
    for (const id of good) expect(await deliverMail(id, transport)).toBe("sent");
    // The repeated one stands behind new ones in the queue.
    expect((await jobOf(bad))?.priority).toBeGreaterThan((await jobOf(good[0] as string))?.priority as number);
  });

  it.each([
    "two@example.com, three@example.com",
    "a@example.com\r\nBcc: victim@example.com",
    "Name <a@example.com>",
    "not an address",
    "",
  ])("refuses %j as a recipient", async (to) => {
    const id = await queueMail(receiptMessage({ to }));
    expect(await deliverMail(id, transport)).toBe("failed");
    expect(server.received).toEqual([]);
  });

  it("gives up a message this version cannot put together", async () => {
    const id = await queueMail();
    await db().mail.update({ where: { id }, data: { template: "of-another-time" } });
    expect(await deliverMail(id, transport)).toBe("failed");
    expect((await row(id)).lastError).toContain("RENDER");
  });

  it("finds nothing to do for a mail that does not exist", async () => {
    expect(await deliverMail(randomUUID(), transport)).toBe("not-waiting");
  });
});

describe("delivering to files", () => {
  useDatabase();
  afterEach(() => rm(mailFolder(), { recursive: true, force: true }));

  it("is what happens without a mail server", async () => {
    const id = await queueMail();
    expect(await deliverMail(id)).toBe("sent");
    expect(mailTransport()).toBe(mailTransport());
    expect(await row(id)).toMatchObject({ state: "SENT", emlFile: `${id}.eml` });
    const path = join(mailFolder(), `${id}.eml`);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    const raw = await readFile(path);
    expect(raw.toString("latin1")).not.toMatch(/[^\r]\n/);
    const mail = await simpleParser(raw);
    expect(mail.messageId).toBe(`<${id}@tomakomai.example>`);
    expect(mail.text).toContain("R8-0042");
    expect(await readdir(mailFolder())).toEqual([`${id}.eml`]);
  });

  it("tries again later when the file cannot be written, and leaves no half file", async () => {
    const id = await queueMail();
    const blocked = join(dirname(mailFolder()), `blocked-${id}`);
    await writeFile(blocked, "");
    expect(await deliverMail(id, fileTransport(join(blocked, "mail"), sender))).toBe("again-later");
    expect((await row(id)).lastError).toBe("FILE ENOTDIR");
    expect(existsSync(join(blocked, "mail"))).toBe(false);
    await rm(blocked);
  });
});
