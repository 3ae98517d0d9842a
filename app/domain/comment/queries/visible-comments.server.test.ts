import { describe, expect, it } from "vitest";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { commentSight } from "#app/domain/submission/visibility.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  authorOf,
  bringCommentTo,
  changeNow,
  commentInput,
  contextOf,
  makeTheme,
  publishedIdea,
  staffActor,
} from "#tests/support/submissions.ts";
import { submitComment } from "../commands/submit-comment.server.ts";
import { visibleComments } from "./visible-comments.server.ts";

const states = ["PENDING", "PUBLISHED", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const;

/** Comments in every state on a theme, on a proposal and on one that gets hidden, and replies whose upper comment goes away. */
async function world() {
  await makeTheme();
  const shown = await publishedIdea();
  const hidden = await publishedIdea();
  const ids: Record<string, string> = {};
  const targets = {
    theme: { themeSlug: "collaboration" },
    shown: { number: shown.number },
    hidden: { number: hidden.number },
  };
  for (const [name, on] of Object.entries(targets)) {
    for (const state of states) {
      const { id } = await submitComment(contextOf(), commentInput({ on }));
      ids[`${name} ${state}`] = id;
      await bringCommentTo(id, state);
    }
  }
  const upper = await submitComment(contextOf(), commentInput({ on: targets.shown }));
  await bringCommentTo(upper.id, "PUBLISHED");
  for (const state of states) {
    const { id } = await submitComment(contextOf(), commentInput({ on: targets.shown, parent: upper.id }));
    ids[`reply ${state}`] = id;
    await bringCommentTo(id, state);
  }
  const gone = await submitComment(contextOf(), commentInput({ on: targets.shown }));
  await bringCommentTo(gone.id, "PUBLISHED");
  const orphan = await submitComment(contextOf(), commentInput({ on: targets.shown, parent: gone.id }));
  await bringCommentTo(orphan.id, "PUBLISHED");
  await bringCommentTo(gone.id, "WITHDRAWN");
  ids["upper PUBLISHED"] = upper.id;
  ids["upper WITHDRAWN"] = gone.id;
  ids["reply to withdrawn"] = orphan.id;
  await changeNow(hidden.id, { review: "HIDDEN" });
  return ids;
}

describe("what a viewer may see of comments", () => {
  useDatabase({ reset: "file" });

  it("is, in the database and in the pure rule, exactly what the table says", async () => {
    const ids = await world();
    const names = Object.keys(ids);
    const nameOf = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
    const everybodys = ["theme PUBLISHED", "shown PUBLISHED", "reply PUBLISHED", "upper PUBLISHED"];
    const pendingId = ids["hidden PENDING"] ?? "";
    const table: [string, Actor, string[]][] = [
      ["anonymous", anonymous, everybodys],
      [
        "the author of one on a hidden proposal",
        authorOf({ id: pendingId }, "comment"),
        [...everybodys, "hidden PENDING"],
      ],
      ["the author of a submission with such an id", authorOf({ id: pendingId }), everybodys],
      ["an officer", staffActor("OFFICER", [crypto.randomUUID()]), everybodys],
      ["a viewer", staffActor("VIEWER"), names],
      ["a moderator", staffActor("MODERATOR"), names],
      ["an administrator", staffActor("ADMIN"), names],
      ["the platform", { kind: "system", name: "npm start" }, names],
    ];
    const rows = await db().comment.findMany({
      select: {
        id: true,
        review: true,
        submission: { select: { kind: true, review: true } },
        parent: { select: { review: true } },
      },
    });
    for (const [who, viewer, expected] of table) {
      const seen = await db().comment.findMany({ where: visibleComments(viewer), select: { id: true } });
      expect([who, seen.map(({ id }) => nameOf.get(id)).sort()]).toEqual([who, [...expected].sort()]);
      const bySight = rows.filter((row) => commentSight(viewer, row) !== "nothing").map(({ id }) => nameOf.get(id));
      expect([who, bySight.sort()]).toEqual([who, [...expected].sort()]);
    }
  });
});
