import { notFound } from "#app/domain/shared/domain-error.ts";
import { errorResponse } from "#app/http/respond.server.ts";

/** Any address nobody has: a 404 in the frame and language of the address. */
export function loader() {
  throw errorResponse(notFound());
}

/** A form sent there is as lost as its reader. */
export function action() {
  return loader();
}

export default function NotFound() {
  return null;
}
