import type { AskedFields } from "#app/domain/plan/theme-policy.ts";
import type { FieldProblems } from "#app/domain/shared/domain-error.ts";

type Filled = Record<keyof AskedFields, string | null>;

const names = ["expectedEffect", "area"] as const;

/** What a theme requires of an idea and was not filled in, by field. */
export function missingOf(asks: AskedFields, filled: Filled): FieldProblems {
  return Object.fromEntries(
    names.filter((name) => asks[name] === "REQUIRED" && filled[name] === null).map((name) => [name, ["required"]]),
  );
}

/** An idea without what its theme does not ask for. */
export function onlyAsked<T extends Filled>(asks: AskedFields, filled: T): T {
  const rest = Object.fromEntries(names.filter((name) => asks[name] === "HIDDEN").map((name) => [name, null]));
  return { ...filled, ...rest };
}
