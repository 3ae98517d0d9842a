import { describe, expect, it } from "vitest";
import { dnsOf } from "#tests/support/fake-dns.ts";
import { checkDelivery, type DeliverySetUp, deliverySetUp, recentDelivery } from "./check-delivery.server.ts";

const setUp: DeliverySetUp = {
  sender: "hiroba.city.example",
  envelope: "reply.city.example",
  receiving: "reply.city.example",
  signing: { domain: "city.example", selector: "s1", publicKeys: ["AAAA"], isAligned: true },
  server: "mail.city.example",
};

async function found(dns: Parameters<typeof dnsOf>[0], changes: Partial<DeliverySetUp> = {}) {
  const checks = await checkDelivery({ ...setUp, ...changes }, dnsOf(dns));
  return Object.fromEntries(checks.map((check) => [check.name, check]));
}

describe("checking what decides whether mail arrives", () => {
  it("asks SPF and MX of the envelope's domain, and DMARC of the sender's", async () => {
    const checks = await found({
      texts: {
        "reply.city.example": ["v=spf1 mx -all"],
        "_dmarc.hiroba.city.example": ["v=DMARC1; p=reject"],
        "s1._domainkey.city.example": ["v=DKIM1; p=AAAA"],
      },
      mailServers: { "reply.city.example": ["mx.city.example"] },
      addresses: { "mail.city.example": ["203.0.113.5"], "out.city.example": ["203.0.113.5"] },
      names: { "203.0.113.5": ["out.city.example"] },
    });
    expect(checks).toMatchObject({
      spf: { finding: "good", asked: "reply.city.example", found: ["v=spf1 mx -all"] },
      dkim: { finding: "good", asked: "s1._domainkey.city.example" },
      dmarc: { finding: "good", asked: "_dmarc.hiroba.city.example" },
      mx: { finding: "good", found: ["mx.city.example"] },
      reverse: { finding: "good", asked: "203.0.113.5", found: ["out.city.example"] },
    });
  });

  it("takes the organisation's DMARC where the domain has none of its own", async () => {
    const { dmarc } = await found({ texts: { "_dmarc.city.example": ["v=DMARC1; p=none"] } });
    expect(dmarc).toMatchObject({ finding: "watching", asked: "_dmarc.city.example" });
  });

  it.each([
    [
      "a name that has another address",
      {
        addresses: { "mail.city.example": ["203.0.113.5"], "x.example": ["203.0.113.6"] },
        names: { "203.0.113.5": ["x.example"] },
      },
      "differs",
    ],
    ["an address without a name", { addresses: { "mail.city.example": ["203.0.113.5"] } }, "none"],
    ["a server without an address", {}, "noAddress"],
    ["a server inside", { addresses: { "mail.city.example": ["10.1.2.3"] } }, "inside"],
    ["a server whose name nobody answers for", { addresses: { "mail.city.example": null } }, "silence"],
    [
      "an address whose name nobody answers for",
      { addresses: { "mail.city.example": ["203.0.113.5"] }, names: { "203.0.113.5": null } },
      "silence",
    ],
  ] as const)("finds %s", async (_what, dns, finding) => {
    const records = structuredClone(dns) as unknown as Parameters<typeof dnsOf>[0];
    expect((await found(records)).reverse).toMatchObject({ finding });
  });

  it.each(["127.0.0.1", "::1", "localhost", "172.20.0.9", "fd00::1"])("cannot see past %s", async (server) => {
    expect((await found({}, { server })).reverse).toMatchObject({ finding: "inside", tone: "unknown" });
  });

  it("knows the set-up of this installation", () => {
    expect(deliverySetUp()).toMatchObject({ sender: "tomakomai.example", signing: null });
  });
});

describe("what was found lately", () => {
  it("is shown again for ten minutes, and asked anew at most every ten seconds", async () => {
    const start = new Date("2100-01-01T00:00:00Z").getTime();
    let rounds = 0;
    const ask = (after: number, anew = false) =>
      recentDelivery(new Date(start + after), anew, () => {
        rounds += 1;
        return dnsOf({});
      });
    expect((await ask(0)).checks).toHaveLength(5);
    await Promise.all([ask(1_000), ask(1_000, true), ask(599_999)]);
    expect(rounds).toBe(1);
    expect((await ask(10_000, true)).at).toEqual(new Date(start + 10_000));
    expect(rounds).toBe(2);
    await ask(609_999);
    expect(rounds).toBe(2);
    await ask(610_000);
    expect(rounds).toBe(3);
  });
});
