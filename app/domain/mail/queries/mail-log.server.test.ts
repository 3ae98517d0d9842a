import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type Actor, anonymous, type StaffRole } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { env } from "#app/platform/env.ts";
import { useDatabase } from "#tests/support/database.ts";
import { assignedMessage, mailTime, queueMail, receiptMessage } from "#tests/support/factories/mail.ts";
import { mask } from "../mail-links.ts";
import { getMailPage } from "./get-mail-page.server.ts";
import { listMails } from "./list-mails.server.ts";
import { previewMail } from "./preview-mail.server.ts";

const staff = (role: StaffRole): Actor => ({ kind: "staff", id: randomUUID(), role, name: "職員", deskIds: [] });
const moderator = staff("MODERATOR");

describe("the mail log", () => {
  useDatabase();

  beforeEach(() => {
    env().SMTP_URL = undefined;
  });

  it("pages through everything, newest first, and back", async () => {
    const ids: string[] = [];
    // Two at each moment, so that the order within one matters too.
    for (let index = 0; index < 7; index += 1) {
      ids.push(await queueMail(receiptMessage(), new Date(mailTime.getTime() + Math.floor(index / 2) * 1000)));
    }
    const first = await listMails(moderator, {}, { size: 3 });
    const second = await listMails(moderator, {}, { size: 3, after: first.next });
    const third = await listMails(moderator, {}, { size: 3, after: second.next });
    const all = [...first.items, ...second.items, ...third.items];
    expect(first.previous).toBeNull();
    expect(third.next).toBeNull();
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(ids));
    expect(all.map(({ createdAt }) => createdAt)).toEqual(
      all
        .map(({ createdAt }) => createdAt)
        .toSorted()
        .toReversed(),
    );
    const back = await listMails(moderator, {}, { size: 3, before: third.previous });
    expect(back.items).toEqual(second.items);
  });

  it("finds by state, message and receipt number", async () => {
    const receipt = await queueMail();
    const assigned = await queueMail(assignedMessage({ threadKey: "R8-0100" }));
    await db().mail.update({ where: { id: assigned }, data: { state: "FAILED", lastError: "550 no" } });
    const found = async (filter: Parameters<typeof listMails>[1]) =>
      (await listMails(moderator, filter, { size: 10 })).items.map(({ id }) => id);
    expect(await found({ state: "FAILED" })).toEqual([assigned]);
    expect(await found({ template: "receipt" })).toEqual([receipt]);
    expect(await found({ number: "R8-0100" })).toEqual([assigned]);
    expect(await found({ number: "R8-0100", state: "SENT" })).toEqual([]);
  });

  it.each([
    ["ADMIN", true],
    ["MODERATOR", true],
    ["VIEWER", true],
    ["OFFICER", false],
  ] as const)("opens for %s: %s", async (role, opens) => {
    const id = await queueMail();
    const list = listMails(staff(role), {}, { size: 10 });
    const page = getMailPage(staff(role), id);
    if (opens) {
      expect((await list).items).toHaveLength(1);
      expect((await page).id).toBe(id);
    } else {
      await expect(list).rejects.toMatchObject({ code: "FORBIDDEN" });
      await expect(page).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(listMails(anonymous, {}, { size: 10 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("shows nobody a list of people's addresses, but where the city's own mail went", async () => {
    const toPerson = await queueMail();
    const toDesk = await queueMail(assignedMessage());
    const shown = new Map(
      (await listMails(moderator, {}, { size: 10 })).items.map(({ id, recipient }) => [id, recipient]),
    );
    expect(shown.get(toPerson)).toBe("c…@example.com");
    expect(shown.get(toDesk)).toBe(assignedMessage().to);
    expect((await getMailPage(staff("ADMIN"), toPerson)).recipient).toBe("c…@example.com");
  });

  it("shows a viewer no contact data and no keys", async () => {
    const toPerson = await queueMail();
    const toDesk = await queueMail(assignedMessage());
    const viewer = staff("VIEWER");
    for (const item of (await listMails(viewer, {}, { size: 10 })).items) {
      expect(item.recipient).not.toContain("citizen@");
    }
    const person = await getMailPage(viewer, toPerson);
    expect(person).toMatchObject({ recipient: "c…@example.com", showsSecrets: false, resend: null });
    expect(person.text).toContain(mask);
    expect(person.text).not.toMatch(/\/track\/R8-0042\/[0-9A-Y]/);
    const desk = await getMailPage(viewer, toDesk);
    expect(desk.text).not.toContain("総務課の担当者");
    expect(desk.text).toContain("場所の調整");
  });

  it("shows keys to moderators only where mail goes to files", async () => {
    const id = await queueMail(assignedMessage());
    const inFiles = await getMailPage(moderator, id);
    expect(inFiles.showsSecrets).toBe(true);
    expect(inFiles.text).toMatch(/\/answer\/[\w-]{43}\n/);
    env().SMTP_URL = "smtp://mail.example";
    const onServer = await getMailPage(moderator, id);
    expect(onServer.showsSecrets).toBe(false);
    expect(onServer.text).toContain(`/answer/${mask}\n`);
    expect(onServer.text).not.toMatch(/\/answer\/[\w-]/);
  });

  it("shows the link of an invitation to administrators only", async () => {
    const id = await queueMail({
      template: "invitation",
      params: { invitationId: randomUUID(), name: "行革担当", role: "ADMIN", expiresOn: "2026-11-29" },
      to: "new@tomakomai.example",
      recipientKind: "STAFF",
      locale: "ja",
    });
    expect((await getMailPage(staff("ADMIN"), id)).text).toMatch(/\/desk\/invitation\/[\w-]{43}\n/);
    expect((await getMailPage(moderator, id)).text).toContain(`/desk/invitation/${mask}\n`);
  });

  it("opens for a mail of a version that wrote other templates", async () => {
    const id = await queueMail();
    await db().mail.update({ where: { id }, data: { template: "of-another-time" } });
    expect(await getMailPage(moderator, id)).toMatchObject({ id, text: null, template: "of-another-time" });
  });

  it("says that an unknown mail is not there", async () => {
    await expect(getMailPage(moderator, randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a preview", () => {
  useDatabase();

  it("shows what would be sent, masked, and queues nothing", async () => {
    const preview = await previewMail(
      {
        template: "returned",
        params: {
          item: { type: "submission", id: randomUUID(), number: "R8-0042" },
          title: "題名",
          reason: { ja: "個人情報", easy: "個人情報", en: "Personal data" },
          explanation: "お名前を消してください。",
        },
      },
      "ja",
    );
    expect(preview.subject).toBe("【創革ひろば】内容の修正のお願い R8-0042");
    expect(preview.text).toContain(`/track/R8-0042/${mask}`);
    expect(await db().mail.count()).toBe(0);
  });
});
