import { describe, expect, it } from "vitest";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { commentInput, contextOf, ideaInput, makeTheme } from "#tests/support/submissions.ts";
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

  it("opens with the key of the form that was sent and with nothing else", async () => {
    await makeTheme();
    const input = ideaInput({ email: "hanako@example.com", name: "例示 花子" });
    const idea = await submitIdea(contextOf(), input);
    const receipt = await findReceipt(idea.number, input.idempotencyKey, "ja");
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
      address: { masked: "h***@example.com", confirmed: false },
    });
    for (const [number, key] of [
      ["R8-0002", input.idempotencyKey],
      [idea.number, idea.trackingKey],
      [idea.number, ""],
    ] as const) {
      await expect(findReceipt(number, key, "ja")).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is there for comments too", async () => {
    await makeTheme();
    const input = commentInput();
    const comment = await submitComment(contextOf(), input);
    expect(await findReceipt(comment.number, input.idempotencyKey, "en")).toMatchObject({
      kind: "COMMENT",
      title: null,
      trackingKey: comment.trackingKey,
      address: null,
    });
  });
});
