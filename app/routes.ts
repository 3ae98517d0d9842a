import { existsSync } from "node:fs";
import { join } from "node:path";
import { layout, type RouteConfigEntry, route } from "@remix-run/route-config";
import { locales } from "./domain/shared/localized-text.ts";
import { localizedPath } from "./routes/paths.ts";
import { deskEntryRoutes, deskRoutes, plainRoutes, publicRoutes, type RouteEntry } from "./routes/table.ts";

const here = join(process.cwd(), "app");

/** A folder holds `route.tsx` (a page) or `route.ts` (a file such as sitemap.xml). */
const file = (folder: string) =>
  ["tsx", "ts"].map((ending) => `routes/${folder}/route.${ending}`).find((name) => existsSync(join(here, name)));

const entries = (table: RouteEntry[], prefix: string, idPrefix: string): RouteConfigEntry[] =>
  table.flatMap(({ path, folder }) => {
    const name = file(folder);
    return name ? [route(`${prefix}/${path}`, name, { id: `${idPrefix}/${folder}` })] : [];
  });

const deskArea = (frame: string, id: string, children: RouteConfigEntry[]) =>
  existsSync(join(here, frame)) ? [layout(frame, { id }, children)] : [];

export default [
  ...locales.map((locale) =>
    layout("routes/public/layout.tsx", { id: `${locale}/public/layout` }, [
      ...entries(publicRoutes, localizedPath(locale, ""), locale),
      route(`${localizedPath(locale, "")}/*`, "routes/public/not-found/route.tsx", {
        id: `${locale}/public/not-found`,
      }),
    ]),
  ),
  ...deskArea("routes/desk/layout.tsx", "desk/layout", entries(deskRoutes, "", "desk")),
  ...deskArea("routes/desk/entry-layout.tsx", "desk-entry/layout", entries(deskEntryRoutes, "", "desk-entry")),
  ...entries(plainRoutes, "", "plain"),
] satisfies RouteConfigEntry[];
