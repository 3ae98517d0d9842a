/** What moves on pages of the desk: seconds that run down, what goes on, and boxes that are ticked together. */
import { follow } from "./follow.ts";
import { tickAll } from "./tick-all.ts";
import { runDown } from "./undo.ts";

const all = (selector: string) => document.querySelectorAll<HTMLElement>(selector);

all("[data-seconds]").forEach(runDown);
all("[data-follow]").forEach(follow);
all("[data-tick-all]").forEach(tickAll);
