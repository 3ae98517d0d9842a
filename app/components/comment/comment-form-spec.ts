import type { FieldSpec, FormSpec } from "#app/components/submission/form-spec.ts";
import { commentLimits } from "#app/domain/comment/comment.schema.ts";

const stance: FieldSpec = { name: "stance", control: "choice", visibility: "public", support: true };
const body: FieldSpec = {
  name: "body",
  control: "text",
  visibility: "public",
  required: true,
  limit: commentLimits.body,
  rows: 5,
  support: true,
};
const question: FieldSpec = { name: "questionId", control: "choice", visibility: "public" };
const displayName: FieldSpec = {
  name: "displayName",
  control: "line",
  visibility: "public",
  limit: commentLimits.displayName,
  support: true,
};
const email: FieldSpec = {
  name: "email",
  control: "email",
  visibility: "private",
  autoComplete: "email",
  support: true,
};

/** The fields of a comment: a stance on proposals, a question on themes. Replies stand under both without either. */
export function commentForm({ takesStance, isReply }: { takesStance: boolean; isReply: boolean }): FormSpec {
  const special = isReply ? [] : takesStance ? [stance] : [question];
  return {
    words: "comment:form",
    sections: [
      { key: "public", fields: [...special, body, displayName] },
      { key: "city", fields: [email] },
    ],
  };
}

/** What an author may change in a returned comment. */
export function commentRevisionForm({ takesStance }: { takesStance: boolean }): FormSpec {
  return {
    words: "comment:form",
    sections: [{ key: "public", fields: [...(takesStance ? [stance] : []), body, displayName] }],
  };
}
