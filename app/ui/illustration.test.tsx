import { readFileSync } from "node:fs";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { themeIllustrations } from "#app/domain/plan/illustrations.ts";
import { Illustration } from "./illustration.tsx";
import { type IllustrationName, type Shape, shapes } from "./illustration-shapes.ts";

const names = Object.keys(shapes) as IllustrationName[];
const html = (name: string) => renderToStaticMarkup(<Illustration name={name} />);

describe("our pictures", () => {
  it("exist for every name a theme can have", () => {
    expect(names).toEqual(expect.arrayContaining([...themeIllustrations]));
    expect(new Set(themeIllustrations.map(html)).size).toBe(themeIllustrations.length);
  });

  it.each(names)("of %s takes its colours from the look, says nothing to a screen reader, and is small", (name) => {
    const markup = html(name);
    expect(markup).toContain('aria-hidden="true"');
    expect(markup).not.toMatch(/#[0-9a-f]{3}|style=|fill="(?!none")|stroke="/);
    expect(markup.length).toBeLessThanOrEqual(1_100);
    const drawn: readonly Shape[] = shapes[name];
    expect(drawn.reduce((sum, [, path]) => sum + path.length, 0)).toBeLessThanOrEqual(600);
  });

  it.each(names)("of %s has one yellow stone that speaks and stays within its square", (name) => {
    const drawn: readonly Shape[] = shapes[name];
    expect(drawn.filter(([colour]) => colour === "mark-4")).toHaveLength(1);
    for (const [, path] of drawn) {
      expect(path).toMatch(/^M/);
      for (const [, x, y] of path.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)) {
        for (const place of [Number(x), Number(y)]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(96);
        }
      }
    }
  });

  it("shows the square for a name that nobody drew, whatever it is", () => {
    for (const name of ["", "castle", "toString", "__proto__"]) expect(html(name)).toBe(html("square"));
  });
});

describe("the migration that gives pictures to themes loaded earlier", () => {
  it("names pictures that exist", () => {
    const sql = readFileSync("prisma/migrations/20261125230500_theme_pictures/migration.sql", "utf8");
    const named = [...sql.matchAll(/\('[\w-]+', '(\w+)'\)/g)].map(([, name]) => name);
    expect(named).toHaveLength(7);
    expect(themeIllustrations).toEqual(expect.arrayContaining(named));
  });
});
