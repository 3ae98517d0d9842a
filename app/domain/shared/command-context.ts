import type { Prisma } from "#app/generated/prisma/client.ts";
import type { Actor } from "./actor.ts";
import type { Locale } from "./localized-text.ts";

/** What every command gets first: who, when, and in which language the request came. `now` is passed in so that tests fix it. */
export type CommandContext = { actor: Actor; now: Date; locale: Locale };

export type Transaction = Prisma.TransactionClient;

declare const insideTransaction: unique symbol;

/** Only `inTransaction` makes one, so what needs a transaction cannot be called without. */
export type TxContext = CommandContext & { tx: Transaction; readonly [insideTransaction]: true };
