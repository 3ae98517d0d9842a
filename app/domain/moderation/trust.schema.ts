import { z } from "zod";
import { versionField } from "#app/domain/shared/version-field.ts";
import { requiredText } from "#app/domain/submission/form-fields.ts";
import { trustNoteLimit } from "./trust.ts";

/** Form field of trusting the sender of an item: the `note` on why. */
export const trustSchema = z.object({ note: requiredText(trustNoteLimit) });

/** Form fields of ending trust: the entry's `trustId`, and its `trustVersion` as the page showed it. */
export const revokeTrustSchema = z
  .object({ trustId: z.uuid({ error: "input" }), trustVersion: versionField })
  .transform(({ trustId: id, trustVersion: version }) => ({ id, version }));
