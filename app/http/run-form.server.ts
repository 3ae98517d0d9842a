import { data, redirect } from "@remix-run/node";
import type { RunStep } from "#app/components/moderation/run-step.ts";
import { planDecisions } from "#app/domain/moderation/commands/plan-decisions.server.ts";
import { type Selection, seenItems } from "#app/domain/moderation/decision-run.ts";
import { reasonChoices } from "#app/domain/moderation/load-decision-aids.server.ts";
import { type DecisionWords, decisionSchema } from "#app/domain/moderation/moderation.schema.ts";
import { type Decision, decisions } from "#app/domain/moderation/moderation.ts";
import { previewRun } from "#app/domain/moderation/queries/preview-run.server.ts";
import { type Chosen, selectItems } from "#app/domain/moderation/queries/select-items.server.ts";
import { queueFilterOf, queueQuery } from "#app/domain/moderation/queue.ts";
import { reasonedDecisions } from "#app/domain/moderation/reasons.ts";
import { type FieldProblems, isDomainError } from "#app/domain/shared/domain-error.ts";
import { isUuid } from "#app/domain/shared/uuid.ts";
import { paths } from "#app/routes/paths.ts";
import type { StaffContext } from "./context.server.ts";
import { type PostedForm, readPostedForm } from "./desk-form.server.ts";
import { parseForm } from "./form.server.ts";
import { limit } from "./limits.server.ts";
import { respondPage, statusOf } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";

/**
 * Deciding on several texts: chosen in the queue (`intent` choose), then what is decided and why, then everything that would happen
 * (confirm), then the run (send). Wrong input (400) and a run that is impossible by now (409) show the step again with what was typed.
 */
export async function runForm(args: RouteArgs, context: StaffContext) {
  const form = await readPostedForm(args);
  const { fields } = form;
  return respondPage(async () => {
    await limit(args, "desk");
    const selection = await selectItems(context.actor, chosenOf(form), context);
    const values = typed(form);
    const reasons = await reasonChoices(
      reasonedDecisions.filter((one) => selection.possible[one] !== undefined),
      context.locale,
    );
    const input = (problems: FieldProblems = {}) =>
      data<RunStep>(
        { step: "input", selection, values, problems, reasons },
        { status: Object.keys(problems).length > 0 ? 400 : 200 },
      );
    if (selection.items.length === 0) return input({ items: ["chooseItems"] });
    if (fields.intent === "choose" || fields.intent === "back") return input();
    const decision = decisions.find((one) => one === fields.decision);
    if (decision === undefined) return input({ decision: ["choose"] });
    const parsed = parseForm(decisionSchema(decision), { ...fields, version: ofEach });
    if (!parsed.ok) return input(parsed.problems);
    const { version: _, ...words } = parsed.value;
    const reason = reasons.find(({ key }) => key === words.reasonCode)?.label ?? null;
    const step = async (refusal: string | null, status: number) =>
      data<RunStep>(await confirmStep(context, selection, { decision, words, reason, values, refusal }), { status });
    try {
      if (fields.intent !== "send") return await step(null, 200);
      const { runId } = await planDecisions(context, { decision, items: selection.items, ...words });
      return redirect(paths.deskRun(runId), 303);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      if (error.code === "INPUT") return input(error.fields);
      if (error.code === "CONFLICT") return step(error.messageKey, statusOf(error));
      throw error;
    }
  });
}

/** The form has no version of its own: every text carries the one in which it was seen. */
const ofEach = "1";

async function confirmStep(
  { actor, now }: StaffContext,
  { items, more }: Selection,
  asked: {
    decision: Decision;
    words: DecisionWords;
    reason: string | null;
    values: Record<string, string>;
    refusal: string | null;
  },
): Promise<RunStep> {
  const { decision, words, reason, values, refusal } = asked;
  const preview = await previewRun(actor, decision, items, words, now);
  return { step: "confirm", decision, reason, more, preview, values, refusal };
}

function chosenOf({ fields, list }: PostedForm): Chosen {
  switch (fields.scope) {
    case "list":
      return { filter: queueFilterOf(new URLSearchParams(fields)) };
    case "page":
      return { items: seenItems(several(fields.rows)) };
    case "run":
      return isUuid(fields.run ?? "") ? { runId: fields.run ?? "" } : { items: [] };
    default:
      // what could not be decided on is not tried, but is there again when something else is decided
      return {
        items: seenItems([
          ...list("item"),
          ...several(fields.items),
          ...(fields.intent === "send" ? [] : several(fields.rest)),
        ]),
      };
  }
}

/** The values in one field, with spaces between them. */
const several = (field = "") => field.split(" ");

/** What the next step carries beside the texts. */
function typed({ fields }: PostedForm): Record<string, string> {
  const { decision = "", reasonCode = "", explanation = "" } = fields;
  return {
    decision,
    reasonCode,
    explanation,
    back: fields.back ?? queueQuery(queueFilterOf(new URLSearchParams(fields))),
  };
}
