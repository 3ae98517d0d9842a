import { bounceCases } from "./cases/bounces.ts";
import { charsetCases } from "./cases/charsets.ts";
import { commandCases } from "./cases/commands.ts";
import { machineCases } from "./cases/machines.ts";
import { quoteCases } from "./cases/quotes.ts";
import { structureCases } from "./cases/structure.ts";
import { wholeCases } from "./cases/whole.ts";
import type { MailCase } from "./mail-case.ts";

/** All messages, each name once. */
export const corpus: readonly MailCase[] = [
  ...charsetCases,
  ...structureCases,
  ...quoteCases,
  ...commandCases,
  ...machineCases,
  ...bounceCases,
  ...wholeCases,
];
