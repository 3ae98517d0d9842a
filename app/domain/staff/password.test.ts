import { describe, expect, it } from "vitest";
import { passwordProblem, preparedPassword } from "./password.ts";

const own = { email: "gyokaku@tomakomai.example", name: "行革担当" };

describe("passwordProblem", () => {
  it("accepts long passwords of any kind of characters", () => {
    for (const password of [
      "kumo-no-ue-no-neko",
      "correct donkey battery",
      "むらさきの傘とえんぴつ三本",
      "xK9#vQ2$mL7!",
      "👨‍👩‍👧 と かさ をさして あるく 日",
      "r".concat("aB3-".repeat(40), "z"),
    ]) {
      expect(passwordProblem(password, own), password).toBeNull();
    }
  });

  it("counts characters from 12 to 200", () => {
    expect(passwordProblem("kaze-to-ame", own)).toBe("passwordTooShort");
    expect(passwordProblem("kaze-to-ame!", own)).toBeNull();
    expect(passwordProblem("𠮷野家のむすめと犬三匹", own)).toBe("passwordTooShort");
    const long = Array.from({ length: 200 }, (_, index) => String.fromCodePoint(0x3400 + index * 7)).join("");
    expect(passwordProblem(long, own)).toBeNull();
    expect(passwordProblem(`${long}x`, own)).toBe("passwordTooLong");
  });

  it("refuses what everybody tries first, however it is dressed up", () => {
    for (const password of [
      "password1234",
      "Password2026!!",
      "P@ssw0rd12345",
      "Password1234",
      "passwordpassword",
      "123456789012",
      "098765432109",
      "qwertyuiopas",
      "1qaz2wsx3edc",
      "aaaaaaaaaaaa",
      "abcabcabcabc",
      "abcdefghijklm",
      "tomakomai2026",
      "Tomakomai-0144",
      "administrator",
      "sakura202604",
      "パスワード1234567",
      "ぱすわーどぱすわーど12",
      "ありがとうございます123",
      "いろはにほへとちりぬるを",
      "あいうえおかきくけこさし",
      "苫小牧市役所20260401",
    ]) {
      expect(passwordProblem(password, own), password).toBe("passwordCommon");
    }
  });

  it("refuses the account's own address and name and the site's name inside", () => {
    for (const password of [
      "gyokaku-to-neko-3",
      "ねこと行革担当とかさ三本",
      "Sokaku-Hiroba-xyzzy",
      "創革ひろばのねこが三匹います",
    ]) {
      expect(passwordProblem(password, own), password).toBe("passwordOwnName");
    }
  });

  it("takes full-width typing for the same password", () => {
    expect(preparedPassword("Ｋｕｍｏ－１２")).toBe("Kumo-12");
    expect(passwordProblem("ｐａｓｓｗｏｒｄ１２３４", own)).toBe("passwordCommon");
  });
});
