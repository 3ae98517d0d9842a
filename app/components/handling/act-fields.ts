import { handlingLimits } from "#app/domain/handling/handling.schema.ts";
import { explanationLimit, hiddenWordsLimit, viewReasonLimit } from "#app/domain/moderation/moderation.schema.ts";
import { trustNoteLimit } from "#app/domain/moderation/trust.ts";
import { fieldLimits } from "#app/domain/submission/form-fields.ts";

export type ActFieldSpec = { label: string; required?: boolean; limit?: number };

const reply: ActFieldSpec = { label: "reasons:pick.reply" };

/** The forms of the desk and of the answer page, with their fields in order. */
export const actFields = {
  refuse: {
    reasonCode: { label: "desk:review.reason", required: true },
    reply,
    explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit },
  },
  hide: {
    reasonCode: { label: "desk:review.reason", required: true },
    reply,
    explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit },
  },
  restore: {
    reply,
    explanation: { label: "desk:review.restoreExplanation", required: true, limit: explanationLimit },
  },
  appeal: { explanation: { label: "deskAppeals:explanation", required: true, limit: explanationLimit } },
  "close-reports": {
    outcome: { label: "deskReports:close.outcome", required: true },
    explanation: { label: "deskReports:close.explanation", required: true, limit: explanationLimit },
  },
  redact: {
    hide: { label: "desk:review.redact.found" },
    words: { label: "desk:review.redact.words", limit: hiddenWordsLimit },
    label: { label: "desk:review.redact.label" },
    closeReports: { label: "deskReports:title" },
  },
  original: { reason: { label: "desk:review.redact.reason", required: true, limit: viewReasonLimit } },
  move: {
    themeId: { label: "arrangement:move.theme", required: true },
    explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit },
  },
  merge: {
    choice: { label: "arrangement:merge.similar" },
    into: { label: "arrangement:merge.into" },
    explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit },
  },
  split: {
    title: { label: "arrangement:split.partTitle", required: true, limit: fieldLimits.title },
    passage: { label: "arrangement:split.passage", required: true, limit: fieldLimits.body },
  },
  kind: {
    to: { label: "arrangement:kind.to", required: true },
    explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit },
  },
  escalate: { note: { label: "arrangement:escalate.note", required: true, limit: explanationLimit } },
  "give-back": { note: { label: "arrangement:give-back.note", required: true, limit: explanationLimit } },
  separate: { explanation: { label: "desk:review.explanation", required: true, limit: explanationLimit } },
  trust: { note: { label: "trusted:note", required: true, limit: trustNoteLimit } },
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

/** The fields of one form, or those that all of several have. */
export type ActFieldName<F extends ActFormName> = keyof (typeof actFields)[F] & string;

/**
 * The form an act is posted from: returning and declining share one, and so do the two ways to decide an appeal; looking for what is alike
 * stands in that of merging, and putting in a canned reply (`insert-…`) in that which it is put into. Null for acts whose forms are a button alone.
 */
export function formOf(act: string): ActFormName | null {
  if (act === "return" || act === "decline") return "refuse";
  if (act === "uphold" || act === "overturn") return "appeal";
  if (act === "similar") return "merge";
  if (act.startsWith("insert-")) return formOf(act.slice("insert-".length));
  return Object.hasOwn(actFields, act) ? (act as ActFormName) : null;
}

export function specOf<F extends ActFormName>(form: F, name: ActFieldName<F>): ActFieldSpec {
  return (actFields[form] as Record<ActFieldName<F>, ActFieldSpec>)[name];
}

export function fieldsOfForm(form: ActFormName): Record<string, ActFieldSpec> {
  return actFields[form];
}
