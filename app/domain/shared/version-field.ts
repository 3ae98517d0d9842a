import { z } from "zod";

/**
 * The version of a row that a page showed, as its forms send it back: a whole number from 1. A page without one did not come from
 * here, so the error is that of a missing field.
 */
export const versionField = z
  .string({ error: "required" })
  .regex(/^[1-9]\d{0,8}$/, { error: "required" })
  .transform(Number);
