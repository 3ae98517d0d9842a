import type { LoaderFunctionArgs } from "@remix-run/node";
import { getRawMessage } from "#app/domain/inbound/queries/get-raw-message.server.ts";
import { staffContext } from "#app/http/context.server.ts";
import { idParam } from "#app/http/desk-form.server.ts";
import { plainFile } from "#app/http/download.server.ts";
import { respondPage } from "#app/http/respond.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const context = await staffContext(args, "ADMIN", "MODERATOR");
  const id = idParam(args);
  return respondPage(async () => plainFile(await getRawMessage(context.actor, id), `${id}.txt`));
}
