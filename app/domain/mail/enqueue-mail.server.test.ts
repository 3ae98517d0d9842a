import { describe, expect, it } from "vitest";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { db, pool } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assignedMessage, mailTime, queueMail, receiptMessage, systemContext } from "#tests/support/factories/mail.ts";
import { cancelMails } from "./cancel-mails.server.ts";
import { enqueueMail } from "./enqueue-mail.server.ts";

const jobs = async () =>
  (
    await pool().query<{ key: string; task_identifier: string; priority: number }>(
      "SELECT key, task_identifier, priority FROM graphile_worker.jobs ORDER BY id",
    )
  ).rows;

describe("queueing a mail", () => {
  useDatabase();

  it("stores the message and one job for it", async () => {
    const message = receiptMessage();
    const id = await queueMail(message);
    expect(await db().mail.findUniqueOrThrow({ where: { id } })).toMatchObject({
      messageId: `${id}@tomakomai.example`,
      template: "receipt",
      locale: "ja",
      recipient: "citizen@example.com",
      recipientKind: "PERSON",
      subjectLine: "【創革ひろば】ご提案を受け付けました R8-0042",
      params: message.params,
      threadKey: "R8-0042",
      inReplyTo: null,
      replyTo: null,
      officePhone: "0144-32-6169",
      submissionId: message.submissionId,
      state: "QUEUED",
      attempts: 0,
      createdAt: mailTime,
    });
    expect(await jobs()).toEqual([{ key: id, task_identifier: "deliver_mail", priority: 0 }]);
  });

  it("leaves neither message nor job when the command fails", async () => {
    const failing = inTransaction(systemContext, async (context) => {
      await enqueueMail(context, receiptMessage());
      throw new Error("the command failed");
    });
    await expect(failing).rejects.toThrow("the command failed");
    expect(await db().mail.count()).toBe(0);
    expect(await jobs()).toEqual([]);
  });

  it("refers to the first message of the same thread to the same recipient", async () => {
    const first = await queueMail();
    const second = await queueMail(receiptMessage(), new Date(mailTime.getTime() + 1_000));
    const third = await queueMail(receiptMessage(), new Date(mailTime.getTime() + 2_000));
    const elsewhere = await queueMail(receiptMessage({ to: "other@example.com" }));
    const otherThread = await queueMail(receiptMessage({ threadKey: "R8-0043" }));
    const parentOf = async (id: string) => (await db().mail.findUniqueOrThrow({ where: { id } })).inReplyTo;
    expect(await parentOf(second)).toBe(`${first}@tomakomai.example`);
    expect(await parentOf(third)).toBe(`${first}@tomakomai.example`);
    expect(await parentOf(elsewhere)).toBeNull();
    expect(await parentOf(otherThread)).toBeNull();
  });

  it("keeps what people wrote exactly, in every script", async () => {
    const body = "髙﨑 𠮷野家 葛󠄀 👩‍👧‍👦 ｶﾞ が العربية \u202eabc\u202c\r\n二行目 {{x}} <b>";
    const message = receiptMessage();
    const id = await queueMail({ ...message, params: { ...message.params, body } } as typeof message);
    const { params } = await db().mail.findUniqueOrThrow({ where: { id } });
    expect(params).toMatchObject({ body });
  });

  it("invites a desk to reply only where replies are read", async () => {
    const id = await queueMail(assignedMessage());
    expect((await db().mail.findUniqueOrThrow({ where: { id } })).replyTo).toBeNull();
  });
});

describe("cancelling mails", () => {
  useDatabase();

  it("stops those that wait and leaves those that were sent", async () => {
    const { params } = assignedMessage();
    const waiting = await queueMail(assignedMessage({ params }));
    const sent = await queueMail(assignedMessage({ params }));
    await db().mail.update({ where: { id: sent }, data: { state: "SENT" } });
    const other = await queueMail(assignedMessage());
    const count = await inTransaction(systemContext, (context) =>
      cancelMails(context, { answerLinkId: params.answerLinkId }),
    );
    expect(count).toBe(1);
    const states = await db().mail.findMany({ select: { id: true, state: true } });
    expect(new Map(states.map(({ id, state }) => [id, state]))).toEqual(
      new Map([
        [waiting, "CANCELLED"],
        [sent, "SENT"],
        [other, "QUEUED"],
      ]),
    );
  });

  it("can be limited to some messages of a submission", async () => {
    const message = receiptMessage();
    const id = await queueMail(message);
    const submissionId = message.submissionId as string;
    const cancel = (templates?: ["published"] | ["receipt"]) =>
      inTransaction(systemContext, (context) => cancelMails(context, { submissionId, templates }));
    expect(await cancel(["published"])).toBe(0);
    expect(await cancel(["receipt"])).toBe(1);
    expect((await db().mail.findUniqueOrThrow({ where: { id } })).state).toBe("CANCELLED");
  });
});
