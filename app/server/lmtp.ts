import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream } from "smtp-server";
import { receiveMessage } from "#app/domain/inbound/commands/receive-message.server.ts";
import { findReplyTarget } from "#app/domain/inbound/find-target.server.ts";
import { largestMessage } from "#app/domain/inbound/inbound.ts";
import { now } from "#app/platform/clock.ts";
import { log } from "#app/platform/log.ts";
import { countReceived } from "./inbound-status.ts";

export type LmtpListener = {
  port: number;
  /** Takes no new connection, lets what is being taken in finish, ends the rest after some seconds. */
  close(): Promise<void>;
};

/** How long a running delivery may still take when the process stops, in milliseconds. */
const closingTime = 10_000;
const mostConnections = 20;
const mostRecipients = 50;

/**
 * Takes mail in by LMTP (RFC 2033), from the mail server of the city that receives for `REPLY_DOMAIN`. Each recipient gets an answer of its
 * own: 250 once the message is in the database, 550 for an address that was never given out, 451 if it should be tried again. The connection has
 * neither TLS nor a password, so it belongs on this machine or inside a closed network.
 *
 * @throws Error with a line for the operator if the port cannot be listened on
 */
export async function startLmtp({ host, port }: { host: string; port: number }): Promise<LmtpListener> {
  const server = new SMTPServer({
    lmtp: true,
    name: "sokaku-hiroba",
    banner: "ready",
    size: largestMessage,
    rejectOversized: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    maxClients: mostConnections,
    socketTimeout: 60_000,
    closeTimeout: closingTime,
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length >= mostRecipients) return done(refusal(452, "too many recipients"));
      findReplyTarget(address).then(
        (target) => done(target.kind === "none" ? refusal(550, "no such address") : null),
        (error: unknown) => {
          log().error({ err: error }, "a recipient could not be looked up");
          done(refusal(451, "try again later"));
        },
      );
    },
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      collect(stream).then(
        async (raw) => done(null, raw === null ? [] : await takeIn(raw, recipients)),
        () => done(refusal(451, "try again later")),
      );
    },
  });
  server.on("error", (error: Error) => log().warn({ err: error }, "LMTP"));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        new Error(
          `INBOUND_LMTP: ${host}:${port} で待ち受けられません / cannot listen there (${error.code ?? "ERROR"})`,
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** One answer for each recipient, in their order. */
async function takeIn(raw: Buffer, recipients: readonly string[]): Promise<(string | Error)[]> {
  const answers: (string | Error)[] = [];
  for (const recipient of recipients) {
    try {
      const context = { actor: { kind: "system", name: "mail" }, now: now(), locale: "ja" } as const;
      const { id, state } = await receiveMessage(context, { raw, recipient });
      countReceived("lmtp", state);
      log().info({ messageId: id, state }, "a message was taken in");
      answers.push("OK");
    } catch (error) {
      log().error({ err: error }, "a message could not be taken in");
      answers.push(refusal(451, "try again later"));
    }
  }
  return answers;
}

/** The whole message; null if it is too large, which the server answers by itself. */
async function collect(stream: SMTPServerDataStream): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  for await (const part of stream) if (!stream.sizeExceeded) parts.push(part as Buffer);
  return stream.sizeExceeded ? null : Buffer.concat(parts);
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}
