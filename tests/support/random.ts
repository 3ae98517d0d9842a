/**
 * Values for tests that state what must hold for any input: the same on every run, because the seed is fixed, so a failure
 * shows again. A failing `expect` inside a loop names the input if the test compares `[input, result]`.
 */
export type Random = {
  /** A whole number from 0 to `below` − 1. */
  integer(below: number): number;
  pick<T>(choices: readonly T[]): T;
  /** Up to `maxLength` characters (code points) out of `alphabet`. */
  text(alphabet: string, maxLength: number): string;
  /** Up to `maxLength` UTF-16 code units of any value, halves of surrogate pairs and controls included. */
  codeUnits(maxLength: number): string;
};

/** Calls `check` with `runs` fresh sources of random values, all decided by `seed`. */
export function forRandom(runs: number, check: (random: Random) => void, seed = 20_261_122): void {
  for (let run = 0; run < runs; run += 1) check(randomFrom(seed + run * 7_919));
}

/** A source of random values, all decided by `seed`. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: 32 bits of state, enough to spread test inputs.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (below: number) => Math.floor(next() * below);
  const pick = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new RangeError("nothing to pick from");
    return choices[integer(choices.length)] as T;
  };
  const repeat = (maxLength: number, one: () => string) => Array.from({ length: integer(maxLength + 1) }, one).join("");
  return {
    integer,
    pick,
    text: (alphabet, maxLength) => {
      const characters = [...alphabet];
      return repeat(maxLength, () => pick(characters));
    },
    codeUnits: (maxLength) => repeat(maxLength, () => String.fromCharCode(integer(integer(3) === 0 ? 0x10000 : 0x100))),
  };
}
