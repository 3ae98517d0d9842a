import { Counter } from "prom-client";
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
