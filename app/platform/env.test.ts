import { describe, expect, it } from "vitest";
import { isLoopbackSite, parseEnvironment } from "./env.ts";

function read(source: Record<string, string | undefined>) {
  const result = parseEnvironment(source);
  if (!result.ok) throw new Error(result.problems.join("\n"));
  return result.environment;
}

function problemsOf(source: Record<string, string | undefined>): string[] {
  const result = parseEnvironment(source);
  return result.ok ? [] : result.problems;
}

describe("the environment", () => {
  it("needs nothing to be set", () => {
    expect(read({})).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      BASE_URL: "http://localhost:3000",
      MAIL_FROM: { name: "創革ひろば", address: "no-reply@tomakomai.example" },
      DATA_DIR: `${process.cwd()}/var`,
      TRUSTED_PROXIES: [],
    });
  });

  it("derives the site's address from the port", () => {
    const environment = read({ PORT: "8080", MAIL_FROM: "desk@city.example" });
    expect(environment.BASE_URL).toBe("http://localhost:8080");
    expect(environment.REPLY_DOMAIN).toBeUndefined();
    expect(environment.MAIL_FROM).toEqual({ name: "", address: "desk@city.example" });
  });

  it("takes an empty value for one that is not set", () => {
    expect(read({ PORT: "", DATABASE_URL: " ", SMTP_URL: "" })).toMatchObject({ PORT: 3000 });
  });

  it("drops the trailing slash of the site's address", () => {
    expect(read({ BASE_URL: "https://hiroba.example/" }).BASE_URL).toBe("https://hiroba.example");
  });

  it("reads a list of proxies given as addresses and ranges", () => {
    expect(read({ TRUSTED_PROXIES: "10.0.0.1, 192.168.0.0/16,fd00::/8" }).TRUSTED_PROXIES).toEqual([
      "10.0.0.1",
      "192.168.0.0/16",
      "fd00::/8",
    ]);
  });

  it.each([
    ["PORT", "0"],
    ["PORT", "70000"],
    ["PORT", "80a"],
    ["PORT", "3.5"],
    ["HOST", "a b"],
    ["BASE_URL", "hiroba.example"],
    ["BASE_URL", "ftp://hiroba.example"],
    ["BASE_URL", "https://hiroba.example/path"],
    ["BASE_URL", "https://hiroba.example/?a=1"],
    ["DATABASE_URL", "mysql://localhost/x"],
    ["DATABASE_CONNECTIONS", "0"],
    ["SMTP_URL", "localhost:25"],
    ["SMTP_REQUIRE_TLS", "maybe"],
    ["MAIL_FROM", "創革ひろば"],
    ["MAIL_FROM", "a <b@c.example> x"],
    ["MAIL_FROM", "a@nodots"],
    ["REPLY_DOMAIN", "-bad-.example"],
    ["APP_SECRET", "short"],
    ["TRUSTED_PROXIES", "10.0.0.1, proxy"],
    ["TRUSTED_PROXIES", "10.0.0.0/33"],
    ["TRUSTED_PROXIES", "10.0.0.0/8/8"],
    ["METRICS_TOKEN", "short"],
    ["LOG_LEVEL", "loud"],
  ])("refuses %s=%s with one line that names it", (key, value) => {
    const problems = problemsOf({ [key]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${key}: .+ / .+`));
    expect(problems[0]).not.toContain("\n");
  });

  it("wants a signing key and the name it is published under together", () => {
    const named = (source: Record<string, string>) => problemsOf(source).map((line) => line.split(":", 1)[0]);
    expect(named({ DKIM_KEY_FILE: "/etc/hiroba/dkim.pem" })).toEqual(["DKIM_SELECTOR"]);
    expect(named({ DKIM_SELECTOR: "s1" })).toEqual(["DKIM_KEY_FILE"]);
    expect(named({ DKIM_DOMAIN: "city.example" })).toEqual(["DKIM_KEY_FILE"]);
    for (const wrong of ["a_b", "a;b", ".a"])
      expect(named({ DKIM_KEY_FILE: "dkim.pem", DKIM_SELECTOR: wrong })).toEqual(["DKIM_SELECTOR"]);
    expect(named({ DKIM_KEY_FILE: "dkim.pem", DKIM_SELECTOR: "s1", DKIM_DOMAIN: "nodots" })).toEqual(["DKIM_DOMAIN"]);
    expect(read({ DKIM_SELECTOR: "s1.2026", DKIM_KEY_FILE: "dkim.pem" })).toMatchObject({ DKIM_SELECTOR: "s1.2026" });
  });

  it("reports every wrong value at once", () => {
    expect(problemsOf({ PORT: "x", LOG_LEVEL: "y" })).toHaveLength(2);
  });

  it("never repeats a value that may hold a password", () => {
    const problems = problemsOf({ DATABASE_URL: "mysql://u:hunter2@h/d", SMTP_URL: "http://u:hunter2@h" }).join();
    expect(problems).not.toContain("hunter2");
  });

  it.each([
    ["http://localhost:3000", true],
    ["http://127.0.0.1:3000", true],
    ["http://[::1]:3000", true],
    ["https://hiroba.example", false],
    ["http://127.0.0.1.example", false],
    ["http://192.168.0.2", false],
  ])("knows whether %s is served to this machine only", (BASE_URL, expected) => {
    expect(isLoopbackSite({ BASE_URL })).toBe(expected);
  });
});
