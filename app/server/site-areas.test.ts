import type { ServerBuild } from "@remix-run/node";
import { describe, expect, test } from "vitest";
import { deskEntryRoutes, deskRoutes, plainRoutes, publicRoutes } from "#app/routes/table.ts";
import { areaOf, forEachArea } from "./site-areas.ts";

describe("areas of the site", () => {
  test.each([
    ["/desk", "desk"],
    ["/desk/submissions/R8-0001", "desk"],
    ["/Desk/help", "desk"],
    ["/%64esk/audit", "desk"],
    ["/desk%2Faudit", "ja"],
    ["/desk/%", "desk"],
    ["/desks", "ja"],
    ["/", "ja"],
    ["/themes/desk", "ja"],
    ["/en", "en"],
    ["/EN/themes", "en"],
    ["/e%6e/themes", "en"],
    ["/en%2Fthemes", "ja"],
    ["/en/desk", "en"],
    ["/english", "ja"],
    ["/easy/proposals", "easy"],
  ])("%s lies in %s", (address, area) => {
    expect(areaOf(address)).toBe(area);
  });

  const ids = [
    ...["root", "ja/public/layout", "en/public/layout", "easy/public/layout", "desk/layout", "desk-entry/layout"],
    ...["ja", "en", "easy"].flatMap((locale) => [
      ...publicRoutes.map(({ folder }) => `${locale}/${folder}`),
      `${locale}/public/not-found`,
    ]),
    ...deskRoutes.map(({ folder }) => `desk/${folder}`),
    ...deskEntryRoutes.map(({ folder }) => `desk-entry/${folder}`),
    ...plainRoutes.map(({ folder }) => `plain/${folder}`),
  ];
  const frame = (id: string) => {
    const [part = ""] = id.split("/");
    if (id === "root" || part === "plain" || id.endsWith("/layout")) return "root";
    return part.startsWith("desk") ? `${part}/layout` : `${part}/public/layout`;
  };
  const routes = Object.fromEntries(ids.map((id) => [id, { id, parentId: frame(id) }]));
  const build = { routes, assets: { routes } } as unknown as ServerBuild;
  const parts = forEachArea(build, (part) => part);

  test("each route is in the area its address lies in, and files in all", () => {
    const inArea = (area: "desk" | "ja" | "en" | "easy") => Object.keys(parts.get(area)?.routes ?? {});
    for (const { folder, path } of publicRoutes)
      for (const locale of ["ja", "en", "easy"] as const) {
        const address = locale === "ja" ? `/${path}` : `/${locale}/${path}`;
        expect(inArea(areaOf(address)), address).toContain(`${locale}/${folder}`);
      }
    for (const { folder, path } of deskRoutes) expect(inArea(areaOf(`/${path}`)), path).toContain(`desk/${folder}`);
    for (const { folder, path } of deskEntryRoutes)
      expect(inArea(areaOf(`/${path}`)), path).toContain(`desk-entry/${folder}`);
    for (const { folder } of plainRoutes)
      for (const area of parts.keys()) expect(inArea(area), area).toContain(`plain/${folder}`);
  });

  test("no area has the routes of another, and each knows the page for what is not there", () => {
    for (const [area, part] of parts) {
      expect(Object.keys(part.routes), area).toContain(`${area === "desk" ? "ja" : area}/public/not-found`);
      expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes));
      for (const route of Object.values(part.routes)) expect(Object.keys(part.routes)).toContain(route?.parentId);
    }
    expect(Object.keys(parts.get("desk")?.routes ?? {})).not.toContain("ja/public/home");
    expect(Object.keys(parts.get("en")?.routes ?? {}).filter((id) => /^(desk|ja|easy)\b/.test(id))).toEqual([]);
  });
});
