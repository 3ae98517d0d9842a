import { describe, expect, it } from "vitest";
import { readDkim, readDmarc, readMx, readSpf, type Signing } from "./delivery-checks.ts";

const signing: Signing = {
  domain: "city.example",
  selector: "s1",
  publicKeys: ["AAAA", "BBBB"],
  isAligned: true,
};

const includes = (n: number) => Array.from({ length: n }, (_, at) => `include:s${at}.example`).join(" ");

describe("what the records of a domain mean", () => {
  it.each([
    [["v=spf1 mx -all", "other"], "good", "good"],
    [["V=SPF1 include:relay.example ~ALL"], "good", "good"],
    [["v=spf1 redirect=_spf.example"], "good", "good"],
    [["v=spf1 mx ?all"], "neutral", "notice"],
    [["v=spf1 ip4:192.0.2.1"], "neutral", "notice"],
    [["v=spf1 +all"], "everybody", "bad"],
    [["v=spf1 mx all"], "everybody", "bad"],
    [[`v=spf1 ${includes(10)} -all`], "good", "good"],
    [[`v=spf1 ${includes(10)} mx -all`], "tooLong", "bad"],
    [["v=spf1 -all", "v=spf1 mx -all"], "several", "bad"],
    [["v=spf10 -all"], "none", "bad"],
    [[], "none", "bad"],
    [null, "silence", "unknown"],
  ] as const)("SPF %j: %s", (texts, finding, tone) => {
    expect(readSpf("city.example", texts)).toMatchObject({ name: "spf", asked: "city.example", finding, tone });
  });

  it.each([
    [["v=DMARC1; p=reject; rua=mailto:r@city.example"], "good", "good"],
    [["v=DMARC1;p=Quarantine"], "good", "good"],
    [["v=DMARC1; p=none"], "watching", "notice"],
    [["v=DMARC1; rua=mailto:r@city.example"], "unreadable", "bad"],
    [["v=DMARC1; p=reject", "v=DMARC1; p=none"], "several", "bad"],
    [["v=spf1 -all"], "none", "notice"],
    [null, "silence", "unknown"],
  ] as const)("DMARC %j: %s", (texts, finding, tone) => {
    expect(readDmarc("city.example", texts)).toMatchObject({ asked: "_dmarc.city.example", finding, tone });
  });

  it.each([
    [["v=DKIM1; k=rsa; p=AAAA"], "good", "good"],
    [["p=AA AA"], "good", "good"],
    [["v=DKIM1; p=BBBB"], "good", "good"],
    [["v=DKIM1; p=AAAB"], "otherKey", "bad"],
    [["v=DKIM1; p=(see below)"], "unreadable", "bad"],
    [["v=DKIM1; t=y:s; p=AAAA"], "testing", "notice"],
    [["v=DKIM1; p="], "revoked", "bad"],
    [["v=DKIM2; p=AAAA"], "unreadable", "bad"],
    [["p=AAAA", "p=BBBB"], "several", "bad"],
    [["something else"], "none", "bad"],
    [null, "silence", "unknown"],
  ] as const)("DKIM %j: %s", (texts, finding, tone) => {
    const check = readDkim(signing, texts);
    expect(check).toMatchObject({ finding, tone, asked: "s1._domainkey.city.example" });
    expect(check.wanted).toBe(finding === "good" ? null : "v=DKIM1; k=rsa; p=AAAA");
  });

  it.each([
    [["mx.city.example"], "good", "good"],
    [[""], "refuses", "bad"],
    [[], "none", "bad"],
    [null, "silence", "unknown"],
  ] as const)("MX %j: %s", (servers, finding, tone) => {
    expect(readMx("city.example", servers)).toMatchObject({ finding, tone });
  });

  it("says that a signature of another organisation counts for nothing", () => {
    const other = readDkim({ ...signing, isAligned: false }, ["v=DKIM1; p=AAAA"]);
    expect(other).toMatchObject({ finding: "otherDomain", tone: "notice" });
  });

  it("says that mails are not signed here where no key is set", () => {
    expect(readDkim(null, null)).toMatchObject({ finding: "off", tone: "notice", asked: "" });
  });
});
