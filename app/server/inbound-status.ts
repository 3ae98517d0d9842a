import { Counter, Gauge } from "prom-client";
import { now } from "#app/platform/clock.ts";
import { db } from "#app/platform/database/client.server.ts";
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

new Gauge({
  name: "sokaku_mailbox_retries",
  help: "Messages in the mailbox that could not be taken in and are tried again",
  registers: [registry],
  async collect() {
    this.set(await db().inboundRetry.count());
  },
});

new Gauge({
  name: "sokaku_mailbox_looked_seconds",
  help: "Time since the mailbox was last looked through, by mailbox",
  labelNames: ["mailbox"],
  registers: [registry],
  async collect() {
    this.reset();
    for (const { name, lookedAt } of await db().inboundMailbox.findMany()) {
      this.set({ mailbox: name }, (now().getTime() - lookedAt.getTime()) / 1000);
    }
  },
});
