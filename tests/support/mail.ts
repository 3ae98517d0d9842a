import { type AddressInfo, createServer } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import nodemailer from "nodemailer";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** A message as the server took it. */
export type ReceivedMail = {
  from: string;
  to: string[];
  raw: Buffer;
  mail: ParsedMail;
};

/** What the server does with a message; `undefined`: it takes it. */
export type MailRefusal = { stage: "connect" | "from" | "to" | "data"; code: number; text: string };
export type MailTrouble = MailRefusal | { stage: "cut-before-data" | "cut-after-data" };

export type TestMailServer = {
  /** For `SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** Connections made so far. */
  connections(): number;
  /** Decides about each message from now on, by its recipient ("" before there is one); null: take everything. */
  misbehave(trouble: ((recipient: string) => MailTrouble | undefined) | null): void;
  close(): Promise<void>;
};

/** A real SMTP server on a free port of this machine, which keeps what it takes. */
export async function startMailServer(): Promise<TestMailServer> {
  const received: ReceivedMail[] = [];
  let connections = 0;
  let troubleWith: ((recipient: string) => MailTrouble | undefined) | null = null;

  const refusal = (stage: MailRefusal["stage"], recipient: string): Error | null => {
    const trouble = troubleWith?.(recipient);
    if (trouble?.stage !== stage || !("code" in trouble)) return null;
    return Object.assign(new Error(trouble.text), { responseCode: trouble.code });
  };
  const recipientOf = (session: SMTPServerSession) => session.envelope.rcptTo[0]?.address ?? "";

  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onConnect(_session, done) {
      connections += 1;
      done(refusal("connect", ""));
    },
    onMailFrom(_address, _session, done) {
      done(refusal("from", ""));
    },
    onRcptTo(address, session, done) {
      const trouble = troubleWith?.(address.address);
      if (trouble?.stage === "cut-before-data") return cut(session);
      done(refusal("to", address.address));
    },
    onData(stream, session, done) {
      const whole = keep(stream).catch(() => null);
      void whole.then(async (raw) => {
        // The sender went away in the middle: nothing was received, and nobody is there to be told.
        if (raw === null) return;
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const problem = refusal("data", recipientOf(session));
        if (problem) return done(problem);
        const { mailFrom } = session.envelope;
        received.push({ from: mailFrom ? mailFrom.address : "", to, raw, mail: await simpleParser(raw) });
        // The message was taken, but the sender never hears of it.
        if (troubleWith?.(recipientOf(session))?.stage === "cut-after-data") return cut(session);
        done();
      });
    },
  });
  // Connections that the test itself cuts.
  server.on("error", () => undefined);

  function cut(session: SMTPServerSession): void {
    for (const connection of server.connections) {
      if (connection.id === session.id) connection.close();
    }
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: () => connections,
    misbehave: (trouble) => {
      troubleWith = trouble;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/**
 * Speaks SMTP up to a stage and then ends the connection without a word: instead of greeting, on a command, or in the middle of the
 * message, before its closing dot.
 */
export async function startCuttingServer(
  stage: "greeting" | "EHLO" | "MAIL FROM" | "RCPT TO" | "DATA" | "message",
): Promise<{ url: string; cuts(): number; close(): Promise<void> }> {
  let cuts = 0;
  const server = createServer((socket) => {
    const cut = () => {
      cuts += 1;
      socket.destroy();
    };
    // The other side may have written when the connection ended.
    socket.on("error", () => undefined);
    if (stage === "greeting") return cut();
    socket.write("220 mail.example ESMTP\r\n");
    let takesMessage = false;
    socket.on("data", (bytes) => {
      const line = bytes.toString("latin1").toUpperCase();
      if (takesMessage || line.startsWith(stage)) return cut();
      takesMessage = line.startsWith("DATA");
      socket.write(takesMessage ? "354 go on\r\n" : "250 mail.example\r\n");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function keep(stream: SMTPServerDataStream): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Hands a message over by LMTP, as the city's mail server does. @throws what nodemailer throws where no recipient is taken */
export async function deliverByLmtp(
  port: number,
  { raw, to, from = "" }: { raw: Buffer; to: string[]; from?: string },
): Promise<unknown> {
  const way = nodemailer.createTransport({
    host: "127.0.0.1",
    port,
    lmtp: true,
    secure: false,
    ignoreTLS: true,
  });
  try {
    return await way.sendMail({ envelope: { from, to }, raw });
  } finally {
    way.close();
  }
}

/**
 * Waits until the server has taken a mail that fits, newest first.
 * @throws Error after `within` milliseconds, naming what did arrive
 */
export async function waitForMail(
  server: Pick<TestMailServer, "received">,
  which: { to?: string; subject?: string | RegExp; text?: string | RegExp },
  within = 15_000,
): Promise<ReceivedMail> {
  return waitFor(
    () => server.received.toReversed().find((candidate) => fits(candidate, which)),
    within,
    () =>
      `no mail ${JSON.stringify({ ...which, subject: String(which.subject ?? "") })}; arrived: ${
        server.received.map(({ to, mail }) => `${to.join()} ${mail.subject}`).join(" | ") || "none"
      }`,
  );
}

function fits(
  { to, mail }: ReceivedMail,
  which: { to?: string; subject?: string | RegExp; text?: string | RegExp },
): boolean {
  const says = (text: string | undefined, wanted: string | RegExp | undefined) =>
    wanted === undefined || (typeof wanted === "string" ? (text ?? "").includes(wanted) : wanted.test(text ?? ""));
  return (
    (which.to === undefined || to.includes(which.to)) &&
    says(mail.subject, which.subject) &&
    says(mail.text, which.text)
  );
}

/** Polls until `probe` gives something. @throws Error with `explain()` after `within` milliseconds */
export async function waitFor<T>(
  probe: () => T | undefined | null | false | Promise<T | undefined | null | false>,
  within = 15_000,
  explain: () => string = () => "the condition never held",
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const found = await probe();
    if (found !== undefined && found !== null && found !== false) return found;
    if (Date.now() > deadline) throw new Error(explain());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The first address in a mail's text whose path begins like `path` ("/track/", "/answer/"). */
export function linkIn(mail: Pick<ParsedMail, "text">, path: string): string {
  const found = (mail.text ?? "").match(/https?:\/\/\S+/g)?.find((link) => {
    const { pathname } = new URL(link);
    return pathname.replace(/^\/(easy|en)\//, "/").startsWith(path);
  });
  if (!found) throw new Error(`no link to ${path} in: ${mail.text}`);
  return found;
}
