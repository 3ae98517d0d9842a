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

  it.each([
    ["imaps://u%40city.example:p%3A%2F@mail.example", { port: 993, folder: "INBOX", encryption: "from-start" }],
    ["imaps://u%40city.example:p%3A%2F@mail.example:1993/%E8%BF%94%E4%BF%A1", { port: 1993, folder: "返信" }],
    ["imap://u%40city.example:p%3A%2F@mail.example/a/b", { port: 143, folder: "a/b", encryption: "starttls" }],
  ])("reads the mailbox %s", (IMAP_URL, expected) => {
    expect(read({ IMAP_URL }).IMAP_URL).toMatchObject({
      ...expected,
      host: "mail.example",
      user: "u@city.example",
      password: "p:/",
    });
  });

  it.each([
    ["imap://u:p@127.0.0.1", "127.0.0.1"],
    ["imap://u:p@localhost", "localhost"],
    ["imap://u:p@[::1]:1143", "::1"],
  ])("lets %s go without encryption", (IMAP_URL, host) => {
    expect(read({ IMAP_URL }).IMAP_URL).toMatchObject({ host, encryption: "none" });
  });

  it("names a mailbox without its password", () => {
    expect(read({ IMAP_URL: "imaps://u:hunter2@mail.example" }).IMAP_URL?.name).toBe("u@mail.example:993/INBOX");
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
    ["IMAP_URL", "https://u:p@mail.example"],
    ["IMAP_URL", "imaps://mail.example/INBOX"],
    ["IMAP_URL", "imaps://user@mail.example"],
    ["IMAP_URL", "imaps://user:p@"],
    ["IMAP_URL", "imaps://user:100%@mail.example"],
    ["IMAP_URL", "imaps://user:p@mail.example/INBOX?a=1"],
    ["MAIL_FROM", "創革ひろば"],
    ["MAIL_FROM", "a <b@c.example> x"],
    ["MAIL_FROM", "a@nodots"],
    ["MAIL_PER_MINUTE", "3"],
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
    const problems = problemsOf({
      DATABASE_URL: "mysql://u:hunter2@h/d",
      SMTP_URL: "http://u:hunter2@h",
      IMAP_URL: "imaps://u:hunter2@h/%",
    }).join();
    expect(problems).toContain("IMAP_URL");
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
