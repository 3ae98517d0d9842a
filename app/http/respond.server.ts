import { data } from "@remix-run/node";
import {
  type DomainError,
  type DomainErrorCode,
  type FieldProblems,
  isDomainError,
} from "#app/domain/shared/domain-error.ts";

/** The error table: what each domain error is in HTTP. Not visible and not there are both 404. */
const status: Record<DomainErrorCode, number> = {
  NOT_FOUND: 404,
  FORBIDDEN: 403,
  CONFLICT: 409,
  INPUT: 400,
  LIMIT: 429,
};

/** What an error page gets to show. */
export type ErrorPageData = { messageKey: string; params: Record<string, string | number> };

/** The HTTP status of a domain error, out of the error table. */
export function statusOf(error: DomainError): number {
  return status[error.code];
}

/** The header that says in how many seconds a limited request may be made again (RFC 9110 §10.2.3); none for other errors. */
export function retryHeaders({ code, params }: DomainError): Record<string, string> {
  return code === "LIMIT" && params.retryAfter !== undefined ? { "Retry-After": String(params.retryAfter) } : {};
}

/** The problem as a response for `throw`: the nearest error page shows its message with the right status. */
export function errorResponse(error: DomainError) {
  return data<ErrorPageData>(
    { messageKey: error.messageKey, params: error.params },
    { status: statusOf(error), headers: retryHeaders(error) },
  );
}

/**
 * Runs a loader's or action's work. Domain errors become responses: wrong input is returned as `{ problems }` with 400, so that the form
 * shows what was typed with the errors; everything else is thrown to the error page.
 */
export async function respond<T>(work: () => Promise<T>) {
  try {
    return await work();
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (error.code === "INPUT") return data<{ problems: FieldProblems }>({ problems: error.fields }, { status: 400 });
    throw errorResponse(error);
  }
}

/** As {@link respond}, for loaders and for actions whose form was checked before: every domain error goes to the error page. */
export async function respondPage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isDomainError(error)) throw errorResponse(error);
    throw error;
  }
}
