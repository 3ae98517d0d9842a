import { notFound } from "#app/domain/shared/domain-error.ts";
import { errorResponse } from "#app/http/respond.server.ts";

/** Any address nobody has: a 404 in the frame and language of the address. */
export function loader() {
  throw errorResponse(notFound());
}

export const action = loader;

export default function NotFound() {
  return null;
}
