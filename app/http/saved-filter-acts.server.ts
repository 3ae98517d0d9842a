import { removeFilter } from "#app/domain/moderation/commands/remove-filter.server.ts";
import { saveFilter } from "#app/domain/moderation/commands/save-filter.server.ts";
import { queueAddress, queueFilterOf } from "#app/domain/moderation/queue.ts";
import { removeFilterSchema, saveFilterSchema } from "#app/domain/moderation/saved-filter.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";
import { done } from "./acts.server.ts";
import type { StaffContext } from "./context.server.ts";
import { checked, type FormFields } from "./form.server.ts";

/** Keeps the filter of the heap that is open under a name, or removes one; then the same heap again. */
export async function savedFilterAct(context: StaffContext, fields: FormFields): Promise<Response> {
  const filter = queueFilterOf(context.url.searchParams);
  const act = fields.act ?? "";
  switch (act) {
    case "save-filter":
      await saveFilter(context, { ...checked(saveFilterSchema, fields), filter });
      break;
    case "remove-filter":
      await removeFilter(context, checked(removeFilterSchema, fields));
      break;
    default:
      throw inputError({});
  }
  return done(queueAddress(filter), act);
}
