import { z } from "zod";
import { isLocale, type Locale } from "#app/domain/shared/localized-text.ts";
import { storedLine } from "#app/domain/shared/normalize-text.ts";
import { versionField } from "#app/domain/shared/version-field.ts";
import { staffRoles } from "./staff.ts";

/** A staff member's mail address; case, surrounding white space and full-width typing make no difference. */
export const staffEmailSchema = z
  .string({ error: "required" })
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, { error: "required" })
      .max(254, { error: "email" })
      .pipe(z.email({ error: "email" })),
  );

/** Shown in the log and to colleagues: a person's or a post's name. */
export const staffNameSchema = z
  .string({ error: "required" })
  .transform(storedLine)
  .pipe(z.string().min(1, { error: "required" }).max(60, { error: "nameTooLong" }));

export const staffRoleSchema = z.enum(staffRoles, { error: "choose" });

/** The staff area speaks Japanese and English. */
export const deskLocaleSchema = z
  .string({ error: "choose" })
  .refine((value): value is Extract<Locale, "ja" | "en"> => isLocale(value) && value !== "easy", {
    error: "choose",
  });

/** Of one id per box that was ticked; a form without a ticked box sends none. */
export const deskIdsSchema = z.array(z.uuid({ error: "choose" }), { error: "choose" }).max(100, { error: "choose" });

/** Longer than any password that is accepted, so that "too long" can be said, but not without end. */
export const typedPasswordSchema = z
  .string({ error: "required" })
  .min(1, { error: "required" })
  .max(1_000, { error: "passwordTooLong" });

/** A six-digit code or a recovery code, as typed. */
export const typedCodeSchema = z
  .string({ error: "required" })
  .trim()
  .min(1, { error: "required" })
  .max(60, { error: "codeWrong" });

export const signInSchema = z.object({
  email: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(320, { error: "email" }),
  password: typedPasswordSchema,
});

export const inviteStaffSchema = z.object({
  email: staffEmailSchema,
  name: staffNameSchema,
  role: staffRoleSchema,
  locale: deskLocaleSchema,
  deskIds: deskIdsSchema,
});

export type InviteStaffInput = z.infer<typeof inviteStaffSchema>;

export const changeStaffSchema = z.object({
  version: versionField,
  name: staffNameSchema,
  role: staffRoleSchema,
  deskIds: deskIdsSchema,
});

export type ChangeStaffInput = z.infer<typeof changeStaffSchema> & { id: string };

export const acceptInvitationSchema = z.object({
  name: staffNameSchema,
  password: typedPasswordSchema,
  locale: deskLocaleSchema,
});

/** The first administrator also says which address is theirs. */
export const acceptBootstrapSchema = acceptInvitationSchema.extend({ email: staffEmailSchema });

export const changePasswordSchema = z.object({ present: typedPasswordSchema, password: typedPasswordSchema });
