import { describe, expect, it } from "vitest";
import { z } from "zod";
import { conflict, forbidden, inputError } from "#app/domain/shared/domain-error.ts";
import { useDatabase } from "#tests/support/database.ts";
import { type FormStep, formSteps } from "./form-steps.server.ts";
import type { RouteArgs } from "./route-args.ts";

const schema = z.object({ title: z.string({ error: "required" }).min(1, { error: "required" }) });
const key = "k".repeat(43);

function args(fields: Record<string, string> | [string, string][], path = "/themes/x/proposals/new"): RouteArgs {
  return {
    request: new Request(`http://localhost${path}`, { method: "POST", body: new URLSearchParams(fields) }),
    params: {},
    context: { clientAddress: "192.0.2.1", secure: false, requestId: "1" },
  } as RouteArgs;
}

type Answer = { data: FormStep; init: { status?: number; headers?: Record<string, string> } | null };

async function run(
  fields: Parameters<typeof args>[0],
  send: () => Promise<string> = async () => "/receipts/R8-0001",
  path?: string,
) {
  const answer = await formSteps(args(fields, path), { limit: "submit", schema, send });
  return answer as unknown as Answer & Response;
}

describe("a form in steps", () => {
  useDatabase();

  it("shows the confirm page with a fresh key each time", async () => {
    const first = await run({ intent: "confirm", title: "題名", extra: "x" });
    const second = await run({ intent: "confirm", title: "題名", idempotencyKey: key });
    if (first.data.step !== "confirm" || second.data.step !== "confirm") throw new Error("not the confirm page");
    expect(first.data.values).toEqual({ title: "題名", extra: "x" });
    expect(first.data.idempotencyKey).toMatch(/^[\w-]{43}$/);
    expect(second.data.idempotencyKey).not.toBe(first.data.idempotencyKey);
    expect(second.data.idempotencyKey).not.toBe(key);
  });

  it("goes back with everything that was typed, even what is wrong", async () => {
    const { data } = await run({ intent: "back", title: "", body: "本文\r\n二行目" });
    expect(data).toEqual({ step: "input", values: { title: "", body: "本文\r\n二行目" }, problems: {}, params: {} });
  });

  it("says with status 400 what is wrong, on confirming and on sending", async () => {
    for (const intent of ["confirm", "send"]) {
      const { data, init } = await run({ intent, title: "", idempotencyKey: key });
      expect(data).toMatchObject({ step: "input", problems: { title: ["required"] } });
      expect(init?.status).toBe(400);
    }
  });

  it("sends with the key of the confirm page and answers 303 in the page's language", async () => {
    const sent: unknown[] = [];
    const answer = await formSteps(args({ intent: "send", title: "題名", idempotencyKey: key }, "/en/contact/x"), {
      limit: "submit",
      schema,
      send: async (value, idempotencyKey) => {
        sent.push([value, idempotencyKey]);
        return "/receipts/R8-0001";
      },
    });
    expect(sent).toEqual([[{ title: "題名" }, key]]);
    const response = answer as Response;
    expect([response.status, response.headers.get("Location")]).toEqual([303, "/en/receipts/R8-0001"]);
  });

  it("asks once more instead of sending when the key is missing or not one of ours", async () => {
    for (const idempotencyKey of ["", "short", "k".repeat(44), `${"k".repeat(42)}!`]) {
      const { data } = await run({ intent: "send", title: "題名", idempotencyKey }, async () => {
        throw new Error("sent");
      });
      expect(data.step).toBe("confirm");
    }
  });

  it("keeps what was typed when sending turns out to be impossible", async () => {
    const closed = await run({ intent: "send", title: "題名", idempotencyKey: key }, () => {
      throw conflict("themeClosed");
    });
    expect(closed.data).toMatchObject({
      step: "input",
      values: { title: "題名" },
      problems: { form: ["themeClosed"] },
    });
    expect(closed.init?.status).toBe(409);
    const wrong = await run({ intent: "send", title: "題名", idempotencyKey: key }, () => {
      throw inputError({ questionId: ["questionClosed"] });
    });
    expect(wrong.data).toMatchObject({ problems: { questionId: ["questionClosed"] } });
  });

  it("leaves what is not allowed to the error page", async () => {
    await expect(
      run({ intent: "send", title: "題名", idempotencyKey: key }, () => {
        throw forbidden();
      }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("counts what is sent, not how often it was looked at before", async () => {
    let sent = 0;
    for (; sent < 500; sent += 1) {
      await run({ intent: "confirm", title: "題名" });
      const answer = await run({ intent: "send", title: "題名", idempotencyKey: key });
      if (answer.init?.status === 429) break;
    }
    expect(sent).toBe(30);
  });

  it("keeps what was typed when too much was sent, and says when to try again", async () => {
    let answer = await run({ intent: "confirm", title: "題名" });
    for (let sent = 0; answer.init?.status !== 429 && sent < 500; sent += 1) {
      answer = await run({ intent: "confirm", title: "題名" });
    }
    expect(answer.data).toMatchObject({ step: "input", values: { title: "題名" }, problems: { form: ["limit"] } });
    expect(Number(answer.init?.headers?.["Retry-After"])).toBeGreaterThan(0);
  });
});
