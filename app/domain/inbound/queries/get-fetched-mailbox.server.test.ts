import { describe, expect, it } from "vitest";
import { useDatabase } from "#tests/support/database.ts";
import { staffActor } from "#tests/support/submissions.ts";
import { noteFailure, noteSeen, openProgress } from "../mailbox-progress.server.ts";
import { getFetchedMailbox } from "./get-fetched-mailbox.server.ts";

process.env.IMAP_URL = "imaps://replies:hunter2@mail.example/INBOX";

const mailbox = "replies@mail.example:993/INBOX";
const at = (minutes: number) => new Date(Date.UTC(2026, 10, 26, 3, minutes));
const seen = (minutes: number, admin = staffActor("ADMIN")) => getFetchedMailbox(admin, at(minutes));

describe("the mailbox replies are fetched from", () => {
  useDatabase();

  it("is late before it was ever read", async () => {
    expect(await seen(0)).toEqual({ name: mailbox, lookedAt: null, isLate: true, retries: 0 });
  });

  it("says when it was last looked through, and what of it is tried again", async () => {
    const numbered = { mailbox, uidValidity: 7n };
    expect(await openProgress(numbered, at(0))).toBe(0);
    await noteFailure(mailbox, 3, at(0));
    await noteFailure("other@mail.example:993/INBOX", 3, at(0));
    await noteSeen(numbered, 3, at(1));
    expect(await openProgress(numbered, at(2))).toBe(3);
    expect(await seen(11)).toEqual({ name: mailbox, lookedAt: at(1).toISOString(), isLate: false, retries: 1 });
    expect(await seen(12)).toMatchObject({ isLate: true });
  });

  it("is for administrators alone", async () => {
    for (const role of ["MODERATOR", "OFFICER", "VIEWER"] as const)
      await expect(seen(0, staffActor(role))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
