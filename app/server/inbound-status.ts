import { Counter, Gauge } from "prom-client";
import { readProgress } from "#app/domain/inbound/mailbox-progress.server.ts";
import { now } from "#app/platform/clock.ts";
import { env } from "#app/platform/env.ts";
import { registry } from "./metrics.ts";

const received = new Counter({
  name: "sokaku_mail_received_total",
  help: "Messages taken in, by way and by what became of them",
  labelNames: ["way", "state"],
  registers: [registry],
});

/** Counts one message that was taken in, for the metrics. */
export function countReceived(way: "lmtp" | "imap", state: string): void {
  received.inc({ way, state: state.toLowerCase() });
}

// Of the mailbox in use only: one that was used before must not look as if it had been forgotten.
new Gauge({
  name: "sokaku_mailbox_retries",
  help: "Messages in the mailbox that could not be taken in and are tried again",
  registers: [registry],
  async collect() {
    const { IMAP_URL } = env();
    this.reset();
    if (IMAP_URL) this.set((await readProgress(IMAP_URL.name)).retries);
  },
});

new Gauge({
  name: "sokaku_mailbox_looked_seconds",
  help: "Time since the mailbox was last looked through",
  registers: [registry],
  async collect() {
    const { IMAP_URL } = env();
    const lookedAt = IMAP_URL ? (await readProgress(IMAP_URL.name)).lookedAt : null;
    if (lookedAt === null) this.remove();
    else this.set((now().getTime() - lookedAt.getTime()) / 1000);
  },
});
