import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { forRandom } from "#tests/support/random.ts";
import { normalizeTrackingKey, trackingKeyAlphabet, trackingKeyFromBytes } from "./tracking-key.ts";

const bytes = (name: number | string) => createHmac("sha256", "test secret").update(String(name)).digest();

describe("trackingKeyAlphabet", () => {
  it("has 31 characters, none of which is taken for another one of it", () => {
    expect(new Set(trackingKeyAlphabet).size).toBe(31);
    expect(trackingKeyAlphabet).toMatch(/^[0-9A-Z]{31}$/);
    expect(trackingKeyAlphabet).not.toMatch(/[ILOSZ]/);
  });
});

describe("trackingKeyFromBytes", () => {
  it("gives five groups of four, the same for the same bytes", () => {
    const key = trackingKeyFromBytes(bytes("R8-0042"));
    expect(key).toMatch(/^[0-9A-HJKMNP-RT-Y]{4}(-[0-9A-HJKMNP-RT-Y]{4}){4}$/);
    expect(trackingKeyFromBytes(new Uint8Array(bytes("R8-0042")))).toBe(key);
  });

  it("holds at least 80 bits", () => {
    expect(19 * Math.log2(trackingKeyAlphabet.length)).toBeGreaterThan(80);
    const highest = new Uint8Array(32).fill(255);
    const keys = new Set<string>();
    for (let bit = 0; bit < 256; bit += 1) {
      const changed = Uint8Array.from(highest);
      changed[bit >> 3] = 255 ^ (1 << (bit & 7));
      keys.add(trackingKeyFromBytes(changed));
    }
    expect(keys.size).toBe(256);
  });

  it("needs enough bytes", () => {
    expect(() => trackingKeyFromBytes(new Uint8Array(31))).toThrow(RangeError);
    expect(trackingKeyFromBytes(new Uint8Array(32))).toBe("0000-0000-0000-0000-0000");
  });

  it("uses every character equally often at every place", () => {
    const runs = 6_200;
    const counts = new Map<string, number>();
    for (let run = 0; run < runs; run += 1) {
      [...trackingKeyFromBytes(bytes(run)).replaceAll("-", "")].forEach((character, place) => {
        counts.set(`${place}${character}`, (counts.get(`${place}${character}`) ?? 0) + 1);
      });
    }
    expect(counts.size).toBe(20 * 31);
    // 200 expected, standard deviation 14: five of them.
    for (const count of counts.values()) expect(Math.abs(count - runs / 31)).toBeLessThan(70);
  });
});

describe("normalizeTrackingKey", () => {
  it("reads every key however it is typed", () => {
    forRandom(500, (random) => {
      const key = trackingKeyFromBytes(bytes(random.integer(2 ** 31)));
      const bare = key.replaceAll("-", "");
      expect(normalizeTrackingKey(key)).toBe(key);
      expect(normalizeTrackingKey(bare.toLowerCase())).toBe(key);
      expect(normalizeTrackingKey(` ${[...bare].join(random.pick([" ", "-", "ー", "\u3000", "−"]))}\n`)).toBe(key);
      expect(normalizeTrackingKey(key.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)))).toBe(
        key,
      );
    });
  });

  it("understands the letters that look like digits", () => {
    forRandom(200, (random) => {
      const key = trackingKeyFromBytes(bytes(random.integer(2 ** 31)));
      const misread = key
        .replace(/1/g, () => random.pick(["I", "l", "i", "L"]))
        .replace(/0/g, () => random.pick(["O", "o"]))
        .replace(/5/g, "s")
        .replace(/2/g, "Z");
      expect(normalizeTrackingKey(misread)).toBe(key);
    });
  });

  it("notices every single wrong character and every exchange of two", () => {
    const bare = trackingKeyFromBytes(bytes("R8-0042")).replaceAll("-", "");
    for (let place = 0; place < bare.length; place += 1) {
      for (const other of trackingKeyAlphabet) {
        if (other === bare[place]) continue;
        expect(normalizeTrackingKey(bare.slice(0, place) + other + bare.slice(place + 1))).toBeNull();
      }
      for (let second = place + 1; second < bare.length; second += 1) {
        if (bare[place] === bare[second]) continue;
        const exchanged = [...bare];
        [exchanged[place], exchanged[second]] = [bare.charAt(second), bare.charAt(place)];
        expect(normalizeTrackingKey(exchanged.join(""))).toBeNull();
      }
    }
  });

  it("refuses what is not a key", () => {
    const key = trackingKeyFromBytes(bytes("R8-0042"));
    for (const typed of [
      "",
      "あ",
      key.slice(1),
      `${key}0`,
      key.replace(/.$/, "é"),
      "0".repeat(19),
      "-".repeat(100_000),
    ]) {
      expect(normalizeTrackingKey(typed)).toBeNull();
    }
  });
});
