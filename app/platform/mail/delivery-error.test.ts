import { describe, expect, it } from "vitest";
import { deliveryErrorFrom, isDeliveryError, withoutPersonalData } from "./delivery-error.ts";

describe("deliveryErrorFrom", () => {
  it.each([
    ["the recipient is refused for good", { code: "EENVELOPE", command: "RCPT TO", responseCode: 550 }, true],
    ["the recipient is refused for now", { code: "EENVELOPE", command: "RCPT TO", responseCode: 450 }, false],
    ["the message is refused for good", { code: "EMESSAGE", command: "DATA", responseCode: 554 }, true],
    ["the message is refused for now", { code: "EMESSAGE", command: "DATA", responseCode: 451 }, false],
    ["our password is wrong", { code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }, false],
    ["our sender is refused", { code: "EENVELOPE", command: "MAIL FROM", responseCode: 553 }, false],
    ["the server wants no connection", { code: "EPROTOCOL", command: "CONN", responseCode: 554 }, false],
    ["nobody listens", { code: "ESOCKET", command: "CONN" }, false],
    ["the connection is cut", { code: "ECONNECTION", command: "DATA" }, false],
    ["there is no valid recipient", { code: "EENVELOPE", command: "API" }, true],
    ["something else breaks", new Error("x"), false],
    ["nothing at all is known", undefined, false],
  ])("when %s", (_case, failure, permanent) => {
    const error = deliveryErrorFrom(failure);
    expect(isDeliveryError(error)).toBe(true);
    expect(error.permanent).toBe(permanent);
    expect(error.reason).not.toBe("");
  });

  it.each([
    ["its server defers", { command: "RCPT TO", responseCode: 450, response: "450 4.7.1 greylisted" }, true],
    ["its server is busy", { command: "DATA", responseCode: 421, response: "421 4.7.0 too many" }, true],
    ["one mailbox is full", { command: "RCPT TO", responseCode: 452, response: "452 4.2.2 over quota" }, false],
    ["it is refused for good", { command: "RCPT TO", responseCode: 550, response: "550 5.1.1" }, false],
    ["our own server is busy", { command: "CONN", responseCode: 421, response: "421 4.3.2 later" }, false],
    ["our sender is deferred", { command: "MAIL FROM", responseCode: 451, response: "451 4.3.0" }, false],
    ["nobody listens", { code: "ESOCKET", command: "CONN" }, false],
  ])("knows whether a domain wants a pause: %s", (_case, failure, wantsPause) => {
    expect(deliveryErrorFrom(failure).wantsPause).toBe(wantsPause);
  });

  it("keeps the server's words, without whom it refused", () => {
    const error = deliveryErrorFrom({
      code: "EENVELOPE",
      command: "RCPT TO",
      responseCode: 550,
      response: "550 5.1.1 <citizen.name+x@mail.example>:\r\n Recipient unknown",
    });
    expect(error.reason).toBe("EENVELOPE RCPT TO 550 5.1.1 <…@…>: Recipient unknown");
  });
});

describe("withoutPersonalData", () => {
  it("takes passwords out of addresses and cuts what is long", () => {
    expect(withoutPersonalData("connect smtp://user:pa@ss@host:25 failed")).not.toMatch(/user|pa|ss@/);
    expect(withoutPersonalData("x".repeat(1000))).toHaveLength(300);
    expect(withoutPersonalData("a\u0000\u202eb\nc")).toBe("a b c");
  });
});
