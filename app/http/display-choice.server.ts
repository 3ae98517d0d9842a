import { redirect } from "@remix-run/node";
import { displayCookieText, displayFrom } from "#app/domain/shared/display.ts";
import { localPath } from "#app/domain/shared/local-path.ts";
import { env } from "#app/platform/env.ts";
import { paths } from "#app/routes/paths.ts";
import { requestContext, text } from "./context.server.ts";
import { readForm } from "./form.server.ts";
import type { RouteArgs } from "./route-args.ts";

/**
 * Keeps the colours, text size and furigana that a form names (`look`, `size`, `furigana`) in the reader's browser and leads back to
 * `back`. A value nobody can choose is the default.
 */
export async function keepDisplay(args: RouteArgs): Promise<Response> {
  const { look = "auto", size = "100", furigana, back } = await readForm(args);
  const display = displayFrom(`${look}-${size}${furigana === undefined ? "" : "-furigana"}`);
  const { path } = text(requestContext(args).locale);
  return redirect(localPath(back) ?? path(paths.display()), {
    status: 303,
    headers: {
      "Set-Cookie": displayCookieText(display, env().BASE_URL.startsWith("https:")),
      "Cache-Control": "no-store",
    },
  });
}
