import { describe, expect, it } from "vitest";
import { z } from "zod";
import { conflict, notFound } from "#app/domain/shared/domain-error.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type Act, confirmStep, done, isPreview, performAct, stepShown } from "./acts.server.ts";
import { checked } from "./form.server.ts";
import type { RouteArgs } from "./route-args.ts";

const post = (fields: Record<string, string>): RouteArgs =>
  ({
    request: new Request("http://127.0.0.1/desk/submissions/R8-0001", {
      method: "POST",
      body: new URLSearchParams(fields),
    }),
    params: {},
    context: { clientAddress: "192.0.2.1", secure: false, requestId: "test" },
  }) as unknown as RouteArgs;

const schema = z.object({ reason: z.string().min(1, { error: "required" }) });

/** What a thrown or returned `data()` holds. */
type Answer = { data: unknown; init: { status?: number } | null };

describe("an act of a page with several forms", () => {
  useDatabase();

  const sent: string[] = [];
  const acts = (act: Act) => () => Promise.resolve({ decline: act });
  const decline: Act = async (fields) => {
    const { reason } = checked(schema, fields);
    if (isPreview(fields)) return confirmStep(fields, null);
    sent.push(reason);
    return done("/desk/submissions/R8-0001", "decline");
  };
  const form = { act: "decline", version: "3", reason: "理由" };

  it("shows itself once more, with the version of the page it began on, and does nothing", async () => {
    const answer = (await performAct(post({ ...form, intent: "confirm" }), "desk", acts(decline))) as Answer;
    expect(answer.data).toEqual({
      step: "confirm",
      act: "decline",
      values: { version: "3", reason: "理由" },
      preview: null,
    });
    expect(sent).toEqual([]);
  });

  it("tells the loaders of its own request what it shows, and those of no other", async () => {
    const args = post({ ...form, intent: "confirm" });
    expect(stepShown(args)).toBeUndefined();
    await performAct(args, "desk", acts(decline));
    expect(stepShown(args)).toMatchObject({ step: "confirm", act: "decline" });
    expect(stepShown(post(form))).toBeUndefined();
  });

  it("is not done either when no intent was sent", async () => {
    await performAct(post(form), "desk", acts(decline));
    expect(sent).toEqual([]);
  });

  it("goes back to the form with everything that was typed", async () => {
    const answer = (await performAct(post({ ...form, intent: "back" }), "desk", acts(decline))) as Answer;
    expect(answer.data).toMatchObject({ step: "input", values: { version: "3", reason: "理由" }, problems: {} });
  });

  it("is done on send and leads on with 303, keeping the address to itself", async () => {
    const answer = (await performAct(post({ ...form, intent: "send" }), "desk", acts(decline))) as Response;
    expect(answer.status).toBe(303);
    expect(answer.headers.get("Location")).toBe("/desk/submissions/R8-0001?done=decline");
    expect(answer.headers.get("Referrer-Policy")).toBe("same-origin");
    expect(sent).toEqual(["理由"]);
  });

  it("comes back with 400 and the problems when the form is wrong", async () => {
    const answer = (await performAct(post({ ...form, reason: "", intent: "send" }), "desk", acts(decline))) as Answer;
    expect(answer.init?.status).toBe(400);
    expect(answer.data).toMatchObject({ step: "input", act: "decline", problems: { reason: ["required"] } });
  });

  it.each([
    [conflict("changedMeanwhile"), 409],
    [notFound("linkGone"), 404],
  ])("keeps what was typed when it is refused (%s)", async (error, status) => {
    const refusing = performAct(post({ ...form, intent: "send" }), "desk", () => Promise.reject(error));
    await expect(refusing).rejects.toMatchObject({
      data: { messageKey: error.messageKey, typed: { reason: "理由" } },
      init: { status },
    });
  });

  it("that the page does not know is a bad form", async () => {
    for (const act of ["", "toString", "__proto__", "approve"]) {
      await expect(performAct(post({ ...form, act, intent: "send" }), "desk", acts(decline))).rejects.toMatchObject({
        data: { messageKey: "badForm" },
        init: { status: 400 },
      });
    }
  });
});
