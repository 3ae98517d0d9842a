import type { Prisma } from "#app/generated/prisma/client.ts";

/**
 * What a change changed, for the audit entry: `{ field: { before, after } }` of the fields that differ. For the city's own words and choices
 * only; what somebody else wrote, and addresses, do not belong in the log.
 */
export function changedFields<T extends Record<string, unknown>>(before: T, after: T): Prisma.InputJsonObject {
  const differing = Object.keys(after).filter((key) => canonical(before[key]) !== canonical(after[key]));
  return Object.fromEntries(
    differing.map((key) => [key, { before: before[key] ?? null, after: after[key] ?? null }]),
  ) as Prisma.InputJsonObject;
}

/** The database gives the keys of a JSON column back in an order of its own. */
function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
