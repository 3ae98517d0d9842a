import { expect, it } from "vitest";
import { saysReceived } from "./acknowledgement.ts";

it.each([
  "受け取りました",
  "受け取りました。",
  "お世話になっております。\n受けとりました\n行革担当",
  " 受取りました！",
  "届きました。",
  "Received.",
  "ｒｅｃｅｉｖｅｄ",
])("%j says that the mail arrived", (own) => {
  expect(saysReceived(own)).toBe(true);
});

it.each([
  "",
  "受け取りましたが、担当ではありません。",
  "宛先が違います。",
  "まだ受け取りました\u3000とは言えません",
  "Not received",
])("%j does not", (own) => {
  expect(saysReceived(own)).toBe(false);
});
