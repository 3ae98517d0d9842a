import { z } from "zod";
import { type Actor, isModerator } from "#app/domain/shared/actor.ts";
import { dateField } from "#app/domain/shared/date-field.ts";
import { auditActions } from "./audit-actions.ts";

/** Those who answer for what is published read who did what. */
export function mayReadAudit(actor: Actor): boolean {
  return isModerator(actor);
}

export const auditActorKinds = ["staff", "desk-link", "author", "anonymous", "system"] as const;

const optional = <S extends z.ZodType>(schema: S) => schema.optional().catch(undefined);

/** What the log is narrowed to; anything that is not a filter is left out rather than refused, as it only ever shows more. */
export const auditFilterSchema = z.object({
  action: optional(z.enum(auditActions)),
  subject: optional(
    z
      .string()
      .regex(/^[a-z]+(-[a-z]+)*$/)
      .max(40),
  ),
  actor: optional(z.enum(auditActorKinds)),
  number: optional(
    z
      .string()
      .transform((typed) => typed.normalize("NFKC").trim().toUpperCase())
      .pipe(z.string().regex(/^R\d{1,3}-\d{1,9}$/)),
  ),
  from: optional(dateField),
  to: optional(dateField),
  /** Id of the last entry of the page before. */
  after: optional(z.string().regex(/^\d{1,18}$/)),
});

export type AuditFilter = z.infer<typeof auditFilterSchema>;
