import { expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, staff } from "#tests/support/factories/review-rows.ts";
import { mailboxToken } from "../mailbox-test.server.ts";
import { acknowledgeMailbox } from "./acknowledge-mailbox.server.ts";
import { testMailbox } from "./test-mailbox.server.ts";

useDatabase();

it("an address from the set-up file is verified by the link of a test mail, and the page before it is stale then", async () => {
  const desk = await makeDesk();
  await testMailbox(as(staff("MODERATOR")), { id: desk.id, version: 1 });
  const { mailboxTestId } = await db().desk.findUniqueOrThrow({ where: { id: desk.id } });
  await acknowledgeMailbox(as(anonymous), { token: mailboxToken(mailboxTestId ?? "") });
  expect(await db().desk.findUniqueOrThrow({ where: { id: desk.id } })).toMatchObject({
    mailboxVerifiedAt: expect.any(Date),
    version: 3,
  });
  await expect(acknowledgeMailbox(as(anonymous), { token: "x".repeat(43) })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
});
