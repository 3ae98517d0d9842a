import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeDesk, makeTheme, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { getThemeEditor } from "../queries/get-theme-editor.server.ts";
import { changeTheme } from "./change-theme.server.ts";

useDatabase();

const moderator = as(staff("MODERATOR"));

async function opened() {
  const theme = await makeTheme();
  const editor = await getThemeEditor(moderator.actor, theme.slug);
  const { slug, numeral: _numeral, questions: _questions, policy: _policy, ...form } = editor;
  return { slug, form: { ...form, illustration: "square" as const } };
}

describe("changing a theme", () => {
  it("changes what its page says and leaves its address and counters", async () => {
    const { slug, form } = await opened();
    await db().theme.update({ where: { id: form.id }, data: { proposalCount: 7 } });
    const desk = await makeDesk();
    const lead = { ja: "ともに考える", easy: "いっしょに考えます", en: "Think together" };
    await changeTheme(moderator, { ...form, lead, illustration: "together", isFeatured: true, deskId: desk.id });
    expect(await db().theme.findUniqueOrThrow({ where: { slug } })).toMatchObject({
      lead,
      illustration: "together",
      isFeatured: true,
      deskId: desk.id,
      proposalCount: 7,
      version: 2,
    });
    const entries = await db().auditEntry.findMany();
    expect(entries).toHaveLength(1);
    const { changed } = entries.map((entry) => entry.detail as { changed: object })[0] ?? { changed: {} };
    expect(Object.keys(changed).sort()).toEqual(["deskId", "illustration", "isFeatured", "lead"]);
  });

  it("refuses a stale page and loses nothing of the change before it", async () => {
    const { form } = await opened();
    await changeTheme(moderator, { ...form, title: words("先の題") });
    await expect(changeTheme(moderator, { ...form, title: words("後の題") })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "changedMeanwhile",
    });
    expect((await db().theme.findFirstOrThrow()).title).toEqual(words("先の題"));
  });

  it("refuses a closed desk, a theme that is not there and other roles", async () => {
    const { form } = await opened();
    const closed = await makeDesk({ isActive: false });
    await expect(changeTheme(moderator, { ...form, deskId: closed.id })).rejects.toMatchObject({
      fields: { deskId: ["deskNotOpen"] },
    });
    await expect(changeTheme(moderator, { ...form, id: randomUUID() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER")]) {
      await expect(changeTheme(as(actor), form)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    expect(await auditedActions()).toEqual([]);
  });
});
