import { describe, expect, it } from "vitest";
import { createLog, loggablePath } from "./log.ts";

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog("info", { write: (line) => lines.push(line) }));
  return lines.join("");
}

describe("the log", () => {
  it("replaces what people wrote and who they are, at every depth in use", () => {
    const text = logged((log) =>
      log.info({
        email: "a@example.com",
        form: { phone: "0144-00-0000", person: { name: "市民A" } },
        number: "R8-0001",
      }),
    );
    expect(text).not.toMatch(/a@example|0144|市民A/);
    expect(text).toContain("R8-0001");
  });

  it("keeps of an error only what does not quote data", () => {
    const error = Object.assign(new Error("duplicate key"), { code: "23505", detail: "Key (email)=(a@example.com)" });
    const text = logged((log) => log.error({ err: error }));
    expect(text).toContain("duplicate key");
    expect(text).toContain("23505");
    expect(text).not.toContain("a@example.com");
  });

  it("leaves out the arguments Prisma quotes before its reason", () => {
    class PrismaClientValidationError extends Error {}
    const error = new PrismaClientValidationError(
      '\nInvalid call:\n{ data: { body: "private words" } }\n\nInvalid value',
    );
    const text = logged((log) => {
      log.error({ err: error });
      log.error(error);
      log.error({ err: error }, "a page failed");
    });
    expect(text).not.toContain("private words");
    expect(text).toContain("a page failed");
    expect(text).toContain("Invalid value");
    expect(text).toContain("log.test.ts");
  });

  it.each([
    ["/themes/ict?q=name", "/themes/ict"],
    ["/track/R8-0001/ABCD2345", "/track/R8-0001/…"],
    ["/easy/track/R8-0001/ABCD2345/revise", "/easy/track/R8-0001/…/revise"],
    ["/answer/abc", "/answer/…"],
    ["/en/confirm/abc", "/en/confirm/…"],
    ["/desk/invitations/0123456789012345678901234567890123456789012", "/desk/invitations/…"],
    ["/themes/people-and-organization/proposals", "/themes/people-and-organization/proposals"],
  ])("shows %s as %s", (url, shown) => {
    expect(loggablePath(url)).toBe(shown);
  });
});
