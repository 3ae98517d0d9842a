import { describe, expect, it } from "vitest";
import { deriveKey, deriveToken, hashToken, open, randomToken, safeEqual, seal } from "./crypto.ts";

describe("tokens", () => {
  it("are random and long enough", () => {
    expect(randomToken()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(randomToken()).not.toBe(randomToken());
    expect(randomToken(9)).toHaveLength(12);
  });

  it("are kept as SHA-256 in hexadecimal", () => {
    expect(hashToken("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it("derived from the same purpose and id are the same, otherwise different", () => {
    expect(deriveToken("answer", "1")).toBe(deriveToken("answer", "1"));
    expect(deriveToken("answer", "1")).not.toBe(deriveToken("answer", "2"));
    expect(deriveToken("answer", "1")).not.toBe(deriveToken("confirm", "1"));
    expect(deriveToken("answer", "1", 20)).toHaveLength(20);
    expect(deriveKey("answer", "1")).toHaveLength(32);
  });

  it("compare equal only when they are", () => {
    expect(safeEqual("abc", "abc")).toBe(true);
    expect(safeEqual("abc", "abd")).toBe(false);
    expect(safeEqual("abc", "abcd")).toBe(false);
  });
});

describe("sealing", () => {
  it("gives back the text, also an empty one", () => {
    expect(open(seal("髙﨑🍣", "totp:1"), "totp:1")).toBe("髙﨑🍣");
    expect(open(seal("", "totp:1"), "totp:1")).toBe("");
  });

  it("never writes the same value twice", () => {
    expect(seal("x", "totp:1")).not.toBe(seal("x", "totp:1"));
  });

  it("does not open in another context", () => {
    expect(() => open(seal("x", "totp:1"), "totp:2")).toThrow();
  });

  it("does not open when it was changed or cut", () => {
    const sealed = seal("secret", "totp:1");
    const [version, iv, tag, body] = sealed.split(".");
    const other = seal("public", "totp:1").split(".")[3];
    expect(() => open([version, iv, tag, other].join("."), "totp:1")).toThrow();
    expect(() => open([version, iv, tag?.slice(0, 6), body].join("."), "totp:1")).toThrow();
    expect(() => open("v1.a", "totp:1")).toThrow("not a sealed value");
  });
});
