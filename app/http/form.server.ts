import { data } from "@remix-run/node";
import type { z } from "zod";
import { type FieldProblems, inputError } from "#app/domain/shared/domain-error.ts";
import type { RouteArgs } from "./route-args.ts";

/** A submitted form: the last value of each name, without files. */
export type FormFields = Record<string, string>;

/** The fields of the posted form. Refuses what {@link readFormData} refuses. */
export async function readForm(args: RouteArgs): Promise<FormFields> {
  return fieldsOf(await readFormData(args));
}

/**
 * Reads the posted form, once for a request. Accepts `application/x-www-form-urlencoded` and `multipart/form-data`; the size was limited by
 * the server already (413). Anything else is 415.
 */
export async function readFormData(args: RouteArgs): Promise<FormData> {
  const type = args.request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw badForm(415);
  try {
    return await args.request.formData();
  } catch {
    throw badForm(400);
  }
}

export function fieldsOf(form: FormData): FormFields {
  const fields: FormFields = Object.create(null) as FormFields;
  for (const [name, value] of form) {
    // nobody can type a NUL, and the database cannot store one
    if (typeof value === "string") fields[name] = value.replaceAll("\0", "");
  }
  return { ...fields };
}

/** A form's fields as its schema reads them, or the problems by field; those of no field are under `form`. */
export function parseForm<S extends z.ZodType>(
  schema: S,
  fields: Record<string, unknown>,
): { ok: true; value: z.output<S> } | { ok: false; problems: FieldProblems } {
  const result = schema.safeParse(fields);
  if (result.success) return { ok: true, value: result.data };
  const problems: FieldProblems = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? "form");
    problems[field] ??= [];
    problems[field].push(issue.message);
  }
  return { ok: false, problems };
}

/** The fields as their schema reads them. @throws INPUT with the problems by field */
export function checked<S extends z.ZodType>(schema: S, fields: Record<string, unknown>): z.output<S> {
  const parsed = parseForm(schema, fields);
  if (!parsed.ok) throw inputError(parsed.problems);
  return parsed.value;
}

function badForm(status: 400 | 415) {
  return data({ messageKey: "badForm", params: {} }, { status });
}
