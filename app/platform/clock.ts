/** Says what time it is. */
export type Clock = () => Date;

const shared = globalThis as typeof globalThis & { sokakuClock?: Clock };

/** The current time. Everything that needs the time asks here or is given it; nothing calls `new Date()` itself. */
export function now(): Date {
  return shared.sokakuClock ? shared.sokakuClock() : new Date();
}

/** Puts another clock in force for this process (tests, drills); `undefined` brings back the machine's own. */
export function setClock(clock: Clock | undefined): void {
  shared.sokakuClock = clock;
}
