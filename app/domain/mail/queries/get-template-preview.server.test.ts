import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { type Actor, anonymous, type StaffRole } from "#app/domain/shared/actor.ts";
import { env } from "#app/platform/env.ts";
import { useDatabase } from "#tests/support/database.ts";
import { getTemplatePreview } from "./get-template-preview.server.ts";

const staff = (role: StaffRole): Actor => ({ kind: "staff", id: randomUUID(), role, name: "職員", deskIds: [] });
const viewer = staff("VIEWER");
const answered = { template: "answered", locale: "ja", example: null } as const;

describe("the preview of a template", () => {
  useDatabase();

  afterEach(() => {
    env().REPLY_DOMAIN = undefined;
  });

  it("shows the first example, or the one that is asked for", async () => {
    const first = await getTemplatePreview(viewer, answered);
    expect(first).toMatchObject({ example: "public", examples: ["public", "again"], audience: "PERSON" });
    expect(first.subject).toBe("【創革ひろば】市からの回答をお知らせします R8-0042");
    expect(first.text).toContain(`\n${env().BASE_URL}/proposals/R8-0042\n`);
    expect(first.html).toContain(first.subject);
    const again = await getTemplatePreview(viewer, { ...answered, example: "again" });
    expect(again.subject).toBe("【創革ひろば】市からの回答を改めました R8-0042");
  });

  it("promises a desk that replies arrive only where somebody reads them", async () => {
    const text = async () => (await getTemplatePreview(viewer, { ...answered, template: "assigned" })).text;
    expect(await text()).toContain("返信いただいても届きません");
    env().REPLY_DOMAIN = "reply.tomakomai.example";
    expect(await text()).not.toContain("返信いただいても届きません");
  });

  it("knows no other template or example", async () => {
    for (const asked of [
      { ...answered, template: "toString" },
      { ...answered, example: "nothing" },
    ]) {
      await expect(getTemplatePreview(viewer, asked)).rejects.toMatchObject({ code: "NOT_FOUND" });
    }
  });

  it("is for those who see the mail log", async () => {
    for (const actor of [anonymous, staff("OFFICER")]) {
      await expect(getTemplatePreview(actor, answered)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    for (const role of ["ADMIN", "MODERATOR", "VIEWER"] as const) {
      await expect(getTemplatePreview(staff(role), answered)).resolves.toMatchObject({ template: "answered" });
    }
  });
});
