import { describe, expect, it } from "vitest";
import { enterSubmission } from "#app/domain/submission/commands/enter-submission.server.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { commentInput, contextOf, ideaInput, makeTheme, staffActor, testNow } from "#tests/support/submissions.ts";
import { submitComment } from "../commands/submit-comment.server.ts";
import { findAuthor } from "./find-author.server.ts";
import { findReceipt } from "./find-receipt.server.ts";

describe("receipt number and tracking key", () => {
  useDatabase();

  it("open what they belong to, however they are typed", async () => {
    await makeTheme();
    const idea = await submitIdea(contextOf(), ideaInput());
    const comment = await submitComment(contextOf(), commentInput());
    const typed = idea.trackingKey.toLowerCase().replaceAll("-", " ");
    const wide = [...typed].map((character) =>
      character === " " ? "　" : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
    );
    for (const key of [idea.trackingKey, typed, wide.join("")]) {
      expect(await findAuthor("ｒ８ー１", key)).toEqual({
        actor: { kind: "author", of: "submission", id: idea.id },
        number: "R8-0001",
        key: idea.trackingKey,
      });
    }
    expect((await findAuthor(comment.number, comment.trackingKey))?.actor).toEqual({
      kind: "author",
      of: "comment",
      id: comment.id,
    });
  });

  it("say nothing about which of the two is wrong", async () => {
    await makeTheme();
    const idea = await submitIdea(contextOf(), ideaInput());
    const other = await submitIdea(contextOf(), ideaInput());
    for (const [number, key] of [
      [idea.number, other.trackingKey],
      ["R8-9999", idea.trackingKey],
      [idea.number, ""],
      ["", idea.trackingKey],
      ["' OR 1=1", "x".repeat(10_000)],
    ] as const) {
      expect(await findAuthor(number, key)).toBeNull();
    }
  });
});

describe("the receipt", () => {
  useDatabase();
  const at = (minutes = 0) => ({ locale: "ja", now: new Date(testNow.getTime() + minutes * 60_000) }) as const;

  it("opens with the key of the form that was sent and with nothing else", async () => {
    await makeTheme();
    const input = ideaInput({ email: "hanako@example.com", name: "例示 花子" });
    const idea = await submitIdea(contextOf(), input);
    const receipt = await findReceipt(idea.number, input.idempotencyKey, at());
    expect(receipt).toEqual({
      number: "R8-0001",
      trackingKey: idea.trackingKey,
      channel: "WEB",
      locale: "ja",
      kind: "IDEA",
      title: input.title,
      receivedAt: "2026-11-24T01:00:00.000Z",
      dueOn: "2026-11-27",
      to: "協働の推進",
      on: null,
      publicPath: null,
      address: { masked: "h***@example.com", confirmed: false, isAsked: false },
    });
    for (const [number, key] of [
      ["R8-0002", input.idempotencyKey],
      [idea.number, idea.trackingKey],
      [idea.number, ""],
    ] as const) {
      await expect(findReceipt(number, key, at())).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is there for comments too", async () => {
    await makeTheme();
    const input = commentInput();
    const comment = await submitComment(contextOf(), input);
    expect(await findReceipt(comment.number, input.idempotencyKey, { ...at(), locale: "en" })).toMatchObject({
      kind: "COMMENT",
      title: null,
      trackingKey: comment.trackingKey,
      address: null,
    });
  });

  it("of a comment says what it is on, as long as that is public", async () => {
    await makeTheme();
    const proposal = ideaInput();
    const { id, number } = await submitIdea(contextOf(), proposal);
    const review = (state: "PUBLISHED" | "HIDDEN") =>
      db().submission.update({ where: { id }, data: { review: state }, select: { id: true } });
    await review("PUBLISHED");
    const input = commentInput({ on: { number } });
    const comment = await submitComment(contextOf(), input);
    const receipt = () => findReceipt(comment.number, input.idempotencyKey, at());
    expect((await receipt()).on).toEqual({ proposal: `${number} ${proposal.title}` });
    await review("HIDDEN");
    expect((await receipt()).on).toBeNull();
  });

  it("of what staff typed in is there for half an hour, on the desk only for the one who typed it in", async () => {
    await makeTheme();
    const [one, another] = [staffActor("MODERATOR"), staffActor("ADMIN")];
    const input = ideaInput();
    const { number, trackingKey } = await enterSubmission(contextOf(one), {
      kind: "IDEA",
      channel: "COUNTER",
      arrivedOn: "2026-11-20",
      authorLocale: "ja",
      ...input,
    });
    const open = (minutes: number, enteredBy?: string) =>
      findReceipt(number, input.idempotencyKey, { ...at(minutes), enteredBy });
    for (const enteredBy of [one.id, undefined]) {
      expect(await open(30, enteredBy)).toMatchObject({ trackingKey, channel: "COUNTER" });
      await expect(open(31, enteredBy)).rejects.toMatchObject({ code: "NOT_FOUND", messageKey: "receiptClosed" });
    }
    await expect(open(0, another.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("of what its author sent never opens on the desk, and elsewhere whenever they come", async () => {
    await makeTheme();
    const [input, comment] = [ideaInput(), commentInput()];
    const { number } = await submitIdea(contextOf(), input);
    const { number: commentNumber } = await submitComment(contextOf(), comment);
    const enteredBy = staffActor("ADMIN").id;
    await expect(findReceipt(number, input.idempotencyKey, { ...at(), enteredBy })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(findReceipt(commentNumber, comment.idempotencyKey, { ...at(), enteredBy })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await findReceipt(number, input.idempotencyKey, at(365 * 24 * 60))).toMatchObject({ number });
  });
});
