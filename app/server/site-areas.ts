import type { ServerBuild } from "@remix-run/node";
import { type Locale, locales } from "#app/domain/shared/localized-text.ts";
import { splitLocale } from "#app/routes/paths.ts";
import { asMatched } from "./addresses.ts";

/** A part of the site whose addresses no other part has: the desk, or the public pages in one language. */
export type Area = "desk" | Locale;

/**
 * Beside the area's own routes: the frame of all pages and files that are in no language; where signing in and answering from a mail have their
 * pages; and for the desk the page for what is not there.
 */
function isIn(area: Area, routeId: string): boolean {
  const [part] = routeId.split("/");
  if (part === "root" || part === "plain" || part === area) return true;
  if (part === "desk-entry") return area === "desk" || area === "ja";
  return area === "desk" && (routeId === "ja/public/layout" || routeId === "ja/public/not-found");
}

/** The area an address lies in. */
export function areaOf(pathname: string): Area {
  const path = asMatched(pathname);
  return path === "/desk" || path.startsWith("/desk/") ? "desk" : splitLocale(path).locale;
}

/**
 * Makes something of the application for each area of the site, with that area's routes alone. Remix compares an address with every route there
 * is, some times in each request; with all of them that takes a tenth of a page's time.
 */
export function forEachArea<Made>(build: ServerBuild, make: (part: ServerBuild) => Made): Map<Area, Made> {
  const only = <Route>(area: Area, routes: Record<string, Route>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => isIn(area, id)));
  const areas: Area[] = ["desk", ...locales];
  return new Map(
    areas.map((area) => [
      area,
      make({
        ...build,
        routes: only(area, build.routes),
        assets: { ...build.assets, routes: only(area, build.assets.routes) },
      }),
    ]),
  );
}
