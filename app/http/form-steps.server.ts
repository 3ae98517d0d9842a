import { data, redirect } from "@remix-run/node";
import type { z } from "zod";
import { type FieldProblems, isDomainError } from "#app/domain/shared/domain-error.ts";
import { randomToken } from "#app/platform/crypto.ts";
import { localizedPath } from "#app/routes/paths.ts";
import { requestContext } from "./context.server.ts";
import { type FormFields, parseForm, readForm } from "./form.server.ts";
import { type LimitName, limit } from "./limits.server.ts";
import { retryHeaders, statusOf } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";

/** Where a form stands: being filled in (perhaps with problems), or shown once more before it is sent. */
export type FormStep =
  | { step: "input"; values: FormFields; problems: FieldProblems; params: Record<string, string | number> }
  | { step: "confirm"; values: FormFields; idempotencyKey: string };

/**
 * Not shared and never fresh, but kept by the browser for its own back button: with no-store, going back to a posted page asks to send the
 * form again or shows nothing, and what was typed seems lost.
 */
const keptForGoingBack = { "Cache-Control": "private, no-cache" };

const keyShape = /^[A-Za-z0-9_-]{43}$/;

/**
 * 入力 → 確認 → 送信, by the field `intent`: `back` shows the form again, `confirm` checks and shows the confirm page with a fresh
 * idempotency key, `send` checks again, sends and answers 303. Whatever goes wrong (wrong input, a theme that closed meanwhile, too many
 * requests) shows the form with everything that was typed; only what is not there or not allowed becomes an error page.
 *
 * @param send runs the command and says where to go, as an address without language prefix
 */
export async function formSteps<S extends z.ZodType>(
  args: RouteArgs,
  options: {
    limit: LimitName;
    schema: S;
    send: (value: z.output<S>, idempotencyKey: string) => Promise<string>;
  },
) {
  const values = await readForm(args);
  if (values.intent === "back") return input(values);
  try {
    const key = values.idempotencyKey ?? "";
    const sends = values.intent === "send" && keyShape.test(key);
    await limit(args, sends ? options.limit : "confirm");
    const parsed = parseForm(options.schema, values);
    if (!parsed.ok) return input(values, { problems: parsed.problems, status: 400 });
    if (!sends) {
      return data<FormStep>(
        { step: "confirm", values: typed(values), idempotencyKey: randomToken() },
        { headers: keptForGoingBack },
      );
    }
    const address = await options.send(parsed.value, key);
    return redirect(localizedPath(requestContext(args).locale, address), 303);
  } catch (error) {
    if (!isDomainError(error) || error.code === "NOT_FOUND" || error.code === "FORBIDDEN") throw error;
    return input(values, {
      problems: error.code === "INPUT" ? error.fields : { form: [error.messageKey] },
      params: error.params,
      status: statusOf(error),
      headers: retryHeaders(error),
    });
  }
}

function input(
  values: FormFields,
  {
    problems = {},
    params = {},
    status = 200,
    headers = {},
  }: {
    problems?: FieldProblems;
    params?: Record<string, string | number>;
    status?: number;
    headers?: Record<string, string>;
  } = {},
) {
  return data<FormStep>(
    { step: "input", values: typed(values), problems, params },
    { status, headers: { ...keptForGoingBack, ...headers } },
  );
}

/** What the person typed, without what the form itself added. */
function typed({ intent: _, idempotencyKey: __, ...values }: FormFields): FormFields {
  return values;
}
