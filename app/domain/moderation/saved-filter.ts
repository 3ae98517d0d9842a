import { z } from "zod";
import { requiredLine } from "#app/domain/submission/form-fields.ts";

/** Most filters one person keeps: more would be another list to search. */
export const mostSavedFilters = 20;

/** Longest name of one, in characters as a reader counts them. */
export const filterNameLimit = 40;

/** Form field of keeping the present filter: its `name`. */
export const saveFilterSchema = z.object({ name: requiredLine(filterNameLimit) });

/** Form field of removing one: its `id`. */
export const removeFilterSchema = z.object({ id: z.uuid({ error: "choose" }) });

/** A filter under its name. `query`: of the heap's address, without the question mark. */
export type SavedFilter = { id: string; name: string; query: string };
