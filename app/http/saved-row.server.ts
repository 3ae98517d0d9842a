import { z } from "zod";
import { versionField } from "#app/domain/shared/version-field.ts";
import type { FormFields } from "./form.server.ts";
import { checked } from "./form.server.ts";

/** A row as its page showed it, for a command that changes or removes it. */
export function versionOf(fields: FormFields): { version: number } {
  return checked(z.object({ version: versionField }), fields);
}

/** Which row a form saves: a new one, or one as its page showed it. */
export function savedRow(id: string | null, fields: FormFields): { id: null } | { id: string; version: number } {
  return id === null ? { id } : { id, ...versionOf(fields) };
}
