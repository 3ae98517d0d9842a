import { type AppLoadContext, data, redirect } from "@remix-run/node";
import type { ActStep, Typed } from "#app/components/handling/act-step.ts";
import type { SimilarSubmission } from "#app/domain/moderation/arrangement-page.ts";
import type { ClosingPreview } from "#app/domain/moderation/queries/preview-closing.server.ts";
import { type DomainError, isDomainError } from "#app/domain/shared/domain-error.ts";
import { type FormFields, readForm } from "./form.server.ts";
import { type LimitName, limit } from "./limits.server.ts";
import { type ErrorPageData, retryHeaders, statusOf } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";

/** One thing that can be done on a page with several forms. Its last words: what is shown next, or where to go. */
export type Act = (fields: FormFields) => Promise<ActStep | Response>;

/** What an error page gets when an act came too late or is not allowed: its words, and what was typed, so that nothing is lost. */
export type RefusedAct = ErrorPageData & { typed: Typed };

/** Whether somebody only wants to see what would happen. Anything but `send` changes nothing. */
export const isPreview = (fields: FormFields) => fields.intent !== "send";

/**
 * A page on which several things can be done: the form's field `act` says which, `intent` how far (`confirm` shows it once more, `back` opens
 * the form again, `send` does it). Wrong input comes back as the form with what was typed (400); whatever else refuses the act (409 when
 * somebody changed the item meanwhile, 403, 404, 429) is thrown for the page's error boundary, with what was typed.
 *
 * @param actsOfPage finds the item the page is about and says what can be done with it
 */
export async function performAct(
  args: RouteArgs,
  budget: LimitName,
  actsOfPage: (fields: FormFields) => Promise<Record<string, Act>>,
) {
  const fields = await readForm(args);
  const values = typed(fields);
  const form = { step: "input", act: fields.act ?? "", values, problems: {}, params: {} } as const;
  if (fields.intent === "back") return data<ActStep>(form);
  try {
    await limit(args, budget);
    const acts = await actsOfPage(fields);
    const act = Object.hasOwn(acts, fields.act ?? "") ? acts[fields.act ?? ""] : undefined;
    if (act === undefined)
      throw data<RefusedAct>({ messageKey: "badForm", params: {}, typed: values }, { status: 400 });
    const next = await act(fields);
    if (next instanceof Response) return next;
    shown.set(args.context, next);
    return data<ActStep>(next);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code !== "INPUT") throw refused(error, values);
    return data<ActStep>({ ...form, problems: error.fields, params: error.params }, { status: 400 });
  }
}

const shown = new WeakMap<AppLoadContext, ActStep>();

/** What the action of this very request shows next, for the loaders that run after it; undefined for a page that is only opened. */
export function stepShown({ context }: Pick<RouteArgs, "context">): ActStep | undefined {
  return shown.get(context);
}

/** The step that shows an act once more before it is done. */
export function confirmStep(fields: FormFields, preview: Extract<ActStep, { step: "confirm" }>["preview"]): ActStep {
  return { step: "confirm", act: fields.act ?? "", values: typed(fields), preview };
}

/** The step that shows a decision and the mail its author gets before it is taken. */
export function decisionStep(fields: FormFields, preview: Extract<ActStep, { step: "decide" }>["preview"]): ActStep {
  return { step: "decide", act: fields.act ?? "", values: typed(fields), preview };
}

/** The step that opens the form again with something changed in it. */
export function formStep(fields: FormFields, changed: Typed): ActStep {
  return { step: "input", act: fields.act ?? "", values: { ...typed(fields), ...changed }, problems: {}, params: {} };
}

/** The step that shows how texts will read before something in them is hidden. */
export function redactionStep(fields: FormFields, preview: Extract<ActStep, { step: "redact" }>["preview"]): ActStep {
  return { step: "redact", act: fields.act ?? "", values: typed(fields), preview };
}

/** The step that shows what closing reports would send. */
export function closingStep(fields: FormFields, preview: ClosingPreview): ActStep {
  return { step: "close", act: fields.act ?? "", values: typed(fields), preview };
}

/** Where a decision leads that can still be taken back, or was: the page tells of the run. */
export function withRun(address: string, runId: string, act: "planned" | "cancelled"): Response {
  return done(`${address}${address.includes("?") ? "&" : "?"}run=${runId}`, act);
}

/** The step that shows what one of ほかの扱い would do. */
export function arrangementStep(
  fields: FormFields,
  preview: Extract<ActStep, { step: "arrange" }>["preview"],
): ActStep {
  return { step: "arrange", act: fields.act ?? "", values: typed(fields), preview };
}

/** The form of merging once more, with what was found that might be about the same. */
export function similarStep(fields: FormFields, similar: SimilarSubmission[]): ActStep {
  return { step: "input", act: "similar", values: typed(fields), problems: {}, params: {}, similar };
}

/** The page after an act: what was done is said there. Its address may hold the secret of a link, so it goes nowhere else. */
export function done(address: string, act: string): Response {
  return redirect(`${address}${address.includes("?") ? "&" : "?"}done=${encodeURIComponent(act)}`, {
    status: 303,
    headers: { "Cache-Control": "no-store", "Referrer-Policy": "same-origin" },
  });
}

/** The page that says why an act was not done, with what was typed and the way to the present state (`RefusedActBoundary`); for `throw`. */
export function refused(error: DomainError, values: Typed) {
  return data<RefusedAct>(
    { messageKey: error.messageKey, params: error.params, typed: values },
    { status: statusOf(error), headers: retryHeaders(error) },
  );
}

/** What the page showed (`version`) travels with what was typed: a change made meanwhile must be noticed when it is sent. */
function typed({ act: _, intent: __, ...values }: FormFields): Typed {
  return values;
}
