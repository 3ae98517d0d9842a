import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { type MailTransport, mailFolder, smtpTransport } from "#app/platform/mail/transport.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { startMailServer, type TestMailServer } from "#tests/support/mail.ts";
import { commentInput, confirmedAddress, contextOf, ideaInput, makeTheme } from "#tests/support/submissions.ts";
import { deliverMail } from "./deliver-mail.server.ts";

describe("mail about samples", () => {
  useDatabase();
  let server: TestMailServer;
  let transport: MailTransport;

  beforeAll(async () => {
    server = await startMailServer();
    transport = smtpTransport(server.url, { name: "創革ひろば", address: "no-reply@tomakomai.example" });
  });
  afterAll(async () => {
    transport.close();
    await server.close();
  });

  it("is written to a file although there is a mail server, while other mail leaves through it", async () => {
    await makeTheme();
    await confirmedAddress("author@example.com");
    const system = contextOf({ kind: "system", name: "見本" });
    const email = "author@example.com";
    const samples = [
      await submitIdea(system, ideaInput({ isSample: true, email })),
      await submitComment(system, commentInput({ isSample: true, email })),
    ].map(({ number }) => number);
    const { number: real } = await submitIdea(contextOf(), ideaInput({ email }));

    const mails = await db().mail.findMany({ select: { id: true, threadKey: true } });
    expect(mails.map(({ threadKey }) => threadKey).toSorted()).toEqual([...samples, real].toSorted());
    for (const { id, threadKey } of mails) {
      expect(await deliverMail(id, transport)).toBe("sent");
      const { emlFile } = await db().mail.findUniqueOrThrow({ where: { id }, select: { emlFile: true } });
      expect(emlFile, threadKey ?? "").toBe(threadKey === real ? null : `${id}.eml`);
      expect(existsSync(join(mailFolder(), `${id}.eml`))).toBe(threadKey !== real);
    }
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.mail.subject).toContain(real);
  });
});
