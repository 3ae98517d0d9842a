import { handlingLimits } from "#app/domain/handling/handling.schema.ts";
import { explanationLimit, hiddenWordsLimit, viewReasonLimit } from "#app/domain/moderation/moderation.schema.ts";

export type ActFieldSpec = { label: string; required?: boolean; limit?: number };

/** The forms of the desk and of the answer page, with their fields in order. */
export const actFields = {
  refuse: {
    reasonCode: { label: "desk:review.reason", required: true },
    explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit },
  },
  hide: {
    reasonCode: { label: "desk:review.reason", required: true },
    explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit },
  },
  restore: { explanation: { label: "desk:review.restoreExplanation", required: true, limit: explanationLimit } },
  appeal: { explanation: { label: "deskAppeals:explanation", required: true, limit: explanationLimit } },
  redact: {
    hide: { label: "desk:review.redact.found" },
    words: { label: "desk:review.redact.words", limit: hiddenWordsLimit },
    label: { label: "desk:review.redact.label" },
  },
  original: { reason: { label: "desk:review.redact.reason", required: true, limit: viewReasonLimit } },
  assign: {
    deskId: { label: "desk:handling.desk", required: true },
    dueOn: { label: "desk:handling.due", required: true },
    instruction: { label: "desk:handling.instruction", limit: handlingLimits.reason },
  },
  draft: {
    outcomeKey: { label: "desk:handling.outcome", required: true },
    referral: { label: "desk:handling.referral", limit: handlingLimits.referral },
    body: { label: "desk:handling.body", required: true, limit: handlingLimits.answer },
  },
  "send-back": { note: { label: "desk:handling.sendBackNote", required: true, limit: handlingLimits.reason } },
  "pass-on": {
    deskId: { label: "desk:handling.toDesk", required: true },
    reason: { label: "desk:handling.passOnReason", required: true, limit: handlingLimits.reason },
  },
  extend: {
    dueOn: { label: "desk:handling.newDue", required: true },
    reason: { label: "desk:handling.extendReason", required: true, limit: handlingLimits.reason },
  },
  "not-ours": { reason: { label: "desk:handling.notOursReason", required: true, limit: handlingLimits.reason } },
  ask: { question: { label: "desk:handling.question", required: true, limit: handlingLimits.question } },
  note: { note: { label: "desk:handling.note", required: true, limit: handlingLimits.note } },
} as const satisfies Record<string, Record<string, ActFieldSpec>>;

export type ActFormName = keyof typeof actFields;

/** The form an act is posted from: returning and declining share one, and so do the two ways to decide an appeal. Null for acts whose forms are a button alone. */
export function formOf(act: string): ActFormName | null {
  if (act === "return" || act === "decline") return "refuse";
  if (act === "uphold" || act === "overturn") return "appeal";
  return Object.hasOwn(actFields, act) ? (act as ActFormName) : null;
}

export function fieldsOfForm(form: ActFormName): Record<string, ActFieldSpec> {
  return actFields[form];
}
