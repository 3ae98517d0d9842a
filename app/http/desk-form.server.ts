import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { Deed } from "#app/components/desk/done-banner.tsx";
import type { FormAnswer } from "#app/components/desk/form-answer.ts";
import { isDomainError, notFound } from "#app/domain/shared/domain-error.ts";
import { type FormFields, fieldsOf, readFormData } from "./form.server.ts";
import { errorResponse, retryHeaders, statusOf } from "./respond.server.ts";
import type { RouteArgs } from "./route-args.ts";

export type PostedForm = {
  fields: FormFields;
  /** Every value of one name, for groups of boxes. */
  list: (name: string) => string[];
  names: string[];
  /** The file that was chosen under a name; null where none was. */
  file: (name: string) => File | null;
};

/** The posted form with its lists and files; refuses what {@link readFormData} refuses. */
export async function readPostedForm(args: RouteArgs): Promise<PostedForm> {
  const form = await readFormData(args);
  return {
    fields: fieldsOf(form),
    list: (name) => form.getAll(name).filter((value) => typeof value === "string"),
    names: [...new Set(form.keys())],
    file: (name) => {
      const value = form.get(name);
      return value === null || typeof value === "string" || value.size === 0 ? null : value;
    },
  };
}

/** What must never come back in a page. */
const secretFields = ["password", "present", "code"];

/**
 * Reads a staff form and does its work. What stands in its way comes back to the form with everything that was typed (secrets excepted):
 * wrong input (400), somebody else's change or an impossible state (409), too many attempts (429). Not found and forbidden go to the error
 * page. A page with several forms tells them apart by the field `act`.
 *
 * @param keep more to show with a form that came back
 */
export async function answerForm<T, K extends object = object>(
  args: RouteArgs,
  work: (form: PostedForm) => Promise<T>,
  keep?: (fields: FormFields) => K,
) {
  const form = await readPostedForm(args);
  const { fields, list, names } = form;
  try {
    return await work(form);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === "NOT_FOUND" || error.code === "FORBIDDEN") throw errorResponse(error);
    const answer: FormAnswer = {
      act: fields.act ?? "",
      values: Object.fromEntries(Object.entries(fields).filter(([name]) => !secretFields.includes(name))),
      lists: Object.fromEntries(names.filter((name) => !secretFields.includes(name)).map((name) => [name, list(name)])),
      problems: error.fields,
      refusal: error.code === "INPUT" ? null : { messageKey: error.messageKey, params: error.params },
    };
    return data({ answer, ...(keep?.(fields) as K) }, { status: statusOf(error), headers: retryHeaders(error) });
  }
}

/** An id out of the address; anything that is not one is a page that does not exist. */
export function idParam(args: RouteArgs, name = "id"): string {
  const parsed = z.uuid().safeParse(args.params[name]);
  if (!parsed.success) throw errorResponse(notFound());
  return parsed.data;
}

/** As {@link idParam} for forms that also make something new, under `…/new`: null then. */
export function idOrNew(args: RouteArgs, name = "id"): string | null {
  return args.params[name] === "new" ? null : idParam(args, name);
}

/** Goes to a page of the desk that says on arrival what was done. */
export function doneAt(path: string, deed: Deed): Response {
  return redirect(`${path}${path.includes("?") ? "&" : "?"}done=${deed}`, 303);
}
