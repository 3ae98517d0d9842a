import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { locales } from "#app/domain/shared/localized-text.ts";
import { deskEntryRoutes, deskRoutes, plainRoutes, publicRoutes, type RouteEntry } from "#app/routes/table.ts";
import { type City, makeCity } from "#tests/support/city.ts";
import { type Answer, type AskOptions, startSite } from "#tests/support/site.ts";
import { addresses, cookieOf, type Form, forms, type readDefaults, type Who } from "./access-table.ts";

/** A route of the table with the id of its module in the built product (of public routes the Japanese one). */
export type Route = { area: keyof typeof readDefaults; path: string; folder: string; id: string };

const routesOf = (area: Route["area"], idPrefix: string, table: RouteEntry[]): Route[] =>
  table.map(({ path, folder }) => ({ area, path, folder, id: `${idPrefix}/${folder}` }));

export const routes: Route[] = [
  ...routesOf("public", "ja", publicRoutes),
  // before the desk, where one form ends the sessions another would need
  ...routesOf("plain", "plain", plainRoutes),
  ...routesOf("desk", "desk", deskRoutes),
  ...routesOf("desk", "desk-entry", deskEntryRoutes),
];

/** For `it.each`. */
export const named = (list: Route[]) => list.map((route) => [`/${route.path}`, route] as const);

export const localesOf = ({ area }: Route) => (area === "public" ? locales : (["ja"] as const));

export type Visitors = Awaited<ReturnType<typeof startVisitors>>;

/** The built product's web server with a city in use, and those who visit it. Needs an empty database. */
export async function startVisitors() {
  const city: City = await makeCity();
  const site = await startSite({ TRUSTED_PROXIES: ["127.0.0.1"] });
  const build = (await import(pathToFileURL(resolve("build/server/index.js")).href)) as ServerBuild;
  let requests = 0;

  /** Every request from another address, so that limits, which have tests of their own, do not answer in the pages' place. */
  function ask(path: string, { headers = {}, ...options }: AskOptions = {}): Promise<Answer> {
    requests += 1;
    const visitor = `10.${(requests >> 16) & 255}.${(requests >> 8) & 255}.${requests & 255}`;
    return site.ask(path, { ...options, headers: { "x-forwarded-for": visitor, ...headers } });
  }

  /** A form as a browser on one of our own pages sends it. */
  function post(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
    method = "POST",
  ): Promise<Answer> {
    return ask(path, {
      method,
      headers: { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin", ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }

  function sessionOf(who: Who): Record<string, string> {
    const cookie = cookieOf(city, who);
    return cookie === undefined ? {} : { cookie };
  }

  /** @throws Error for a route that access-table.ts does not know */
  function addressOf(route: Route, who: Who): string {
    const address = addresses[route.path]?.(city, who);
    if (address === undefined) throw new Error(`access-table.ts has no address for ${route.path}`);
    return address;
  }

  const hasAction = (route: Route) => build.routes[route.id]?.module.action !== undefined;

  /** @throws Error for a route with an action for which access-table.ts has no form */
  function formsOf(route: Route): Form[] {
    const made = forms[route.path]?.(city);
    if (made === undefined || made.length === 0) throw new Error(`access-table.ts has no form for ${route.path}`);
    return made;
  }

  return { city, build, url: site.url, ask, post, sessionOf, addressOf, hasAction, formsOf, close: site.close };
}
