import type { FieldProblems } from "#app/domain/shared/domain-error.ts";

/** A staff form that came back: what was typed, what is wrong with which field, or why it could not be done. */
export type FormAnswer = {
  /** Which of a page's forms. */
  act: string;
  values: Record<string, string>;
  lists: Record<string, string[]>;
  problems: FieldProblems;
  /** A key of the `errors` namespace with its values. */
  refusal: { messageKey: string; params: Record<string, string | number> } | null;
};

/** A form as a page opens it: the present values, and the answer if it came back. */
export type DeskFormState = { initial: Record<string, string>; answer?: FormAnswer };

/** The form of one row of a list as its page opens it. */
export type RowForm = DeskFormState & {
  /** Null: a new row. */
  version: number | null;
  mayChange: boolean;
};

/** The answer, if it belongs to the form `act`. */
export function answerOf(answer: FormAnswer | undefined, act: string): FormAnswer | undefined {
  return answer?.act === act ? answer : undefined;
}
