import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/shared/actor.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { as, makeReasons, makeSubmission, noon, staff, words } from "#tests/support/factories/review-rows.ts";
import { auditedActions } from "#tests/support/factories/staff-rows.ts";
import { listGuidelines } from "../queries/list-guidelines.server.ts";
import { findReason, listReasons } from "../queries/list-reasons.server.ts";
import type { ReasonInput } from "../reasons.schema.ts";
import { returnItem } from "./return-item.server.ts";
import { saveReason } from "./save-reason.server.ts";

useDatabase();

const administrator = as(staff("ADMIN"));
const input: ReasonInput = {
  position: 70,
  label: { ja: "写真の権利", easy: "写真の権利", en: "Rights in a picture" },
  guideline: words("ほかの人の写真は公開しません。"),
  decisions: ["RETURN", "DECLINE"],
  isActive: true,
};

describe("saving a reason", () => {
  it("adds it and changes it, with one entry in the log each time, and citizens read the guideline at once", async () => {
    await makeReasons();
    const key = await saveReason(administrator, { key: null }, input);
    expect(key).toMatch(/^CITY_[0-9A-F]{8}$/);
    const guideline = words("断りのない写真は公開しません。");
    await saveReason(administrator, { key, version: 1 }, { ...input, guideline });
    expect(await findReason(staff("VIEWER"), key)).toEqual({ key, ...input, guideline, version: 2 });
    expect((await db().reason.findUniqueOrThrow({ where: { key } })).changedAt).toEqual(noon);
    expect(await auditedActions()).toEqual(["save-reason", "save-reason"]);
    const last = await db().auditEntry.findFirstOrThrow({ orderBy: { id: "desc" } });
    expect(last).toMatchObject({ subjectType: "reason", subjectId: key });
    expect(Object.keys((last.detail as { changed: object }).changed)).toEqual(["guideline"]);
    expect(await listGuidelines(anonymous, "en")).toContainEqual({
      key,
      label: "Rights in a picture",
      guideline: guideline.en,
    });
  });

  it("takes one out of use: it is no longer published, and what was decided keeps it as it was called", async () => {
    const { id } = await makeSubmission();
    const item = { type: "submission", id } as const;
    await returnItem(as(staff("MODERATOR")), { item, version: 1, reasonCode: "ABUSE", explanation: "理由です。" });
    const before = await findReason(administrator.actor, "ABUSE");
    const { key: _key, version: _version, ...abuse } = before;
    await saveReason(
      administrator,
      { key: "ABUSE", version: 1 },
      { ...abuse, label: words("別の名前"), isActive: false },
    );
    expect((await listGuidelines(anonymous, "ja")).map(({ key }) => key)).not.toContain("ABUSE");
    expect((await listReasons(staff("MODERATOR"))).map(({ key }) => key)).toContain("ABUSE");
    expect(await db().reviewDecision.findFirstOrThrow()).toMatchObject({
      reasonCode: "ABUSE",
      reasonLabel: before.label,
    });
  });

  it("leaves a reason for each decision", async () => {
    const key = await saveReason(administrator, { key: null }, input);
    await expect(saveReason(administrator, { key, version: 1 }, { ...input, isActive: false })).rejects.toMatchObject({
      code: "CONFLICT",
      messageKey: "lastReason",
    });
    expect((await findReason(administrator.actor, key)).isActive).toBe(true);
    expect(await auditedActions()).toEqual(["save-reason"]);
  });

  it("refuses a stale page, a reason that is not there and everybody but administrators", async () => {
    await makeReasons();
    await expect(saveReason(administrator, { key: "ABUSE", version: 2 }, input)).rejects.toMatchObject({
      messageKey: "changedMeanwhile",
    });
    await expect(saveReason(administrator, { key: "NONE", version: 1 }, input)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    for (const actor of [anonymous, staff("OFFICER"), staff("VIEWER"), staff("MODERATOR")]) {
      await expect(saveReason(as(actor), { key: null }, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await expect(listReasons(staff("OFFICER"))).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(findReason(anonymous, "ABUSE")).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await auditedActions()).toEqual([]);
  });
});
