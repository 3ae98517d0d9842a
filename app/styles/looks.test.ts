import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { looks } from "#app/domain/shared/display.ts";

const tokens = readFileSync("node_modules/@digital-go-jp/tailwind-theme-plugin/dist/v4.css", "utf8");
const sheet = readFileSync("app/styles/base.css", "utf8");

const assignments = (css: string) =>
  new Map([...css.matchAll(/--color-([\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value.trim()]));

/** The block behind the first `{` after `start`. */
function block(css: string, start: string): string {
  const from = css.indexOf("{", css.indexOf(start)) + 1;
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < css.length; at += 1) depth += css[at] === "{" ? 1 : css[at] === "}" ? -1 : 0;
  return css.slice(from, at - 1);
}

const standard = new Map([...assignments(tokens), ...assignments(block(sheet, "@theme"))]);

function coloursOf(look: (typeof looks)[number]): Map<string, string> {
  if (look === "standard") return standard;
  return new Map([...standard, ...assignments(block(sheet, `@variant look-${look}`))]);
}

function resolve(colours: Map<string, string>, name: string): string {
  const value = colours.get(name);
  if (value === undefined) throw new Error(`no colour ${name}`);
  const [, other] = /^var\(--color-([\w-]+)\)$/.exec(value) ?? [];
  return other === undefined ? value : resolve(colours, other);
}

/** Relative luminance of `#rgb` or `#rrggbb` (WCAG 2.2). */
function luminance(hex: string): number {
  const [, digits = ""] = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex) ?? [];
  if (digits === "") throw new Error(`not a colour: ${hex}`);
  const full = digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colours: Map<string, string>, one: string, other: string): number {
  const [light = 0, dark = 0] = [one, other].map((name) => luminance(resolve(colours, name))).sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ["surface", "surface-soft", "surface-sunken", "accent-soft"];
const onSurfaces = ["ink", "ink-soft", "ink-faint", "accent", "link", "link-visited", "link-hover", "error"];
const tones = ["success", "error", "warning", "notice"];

/** Text and what it stands on: 4.5 (WCAG 2.2, 1.4.3). */
const words: [string, string][] = [
  ...surfaces.flatMap((surface) => onSurfaces.map((ink): [string, string] => [ink, surface])),
  ...tones.map((tone): [string, string] => [tone, `${tone}-soft`]),
  ...tones.map((tone): [string, string] => ["ink", `${tone}-soft`]),
  ["link-active", "surface"],
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-accent", "accent-active"],
  ["on-feature", "feature"],
  ["on-feature", "feature-hover"],
  ["on-bar", "bar"],
];

/** Edges of controls, marks of states and the focus: 3 (1.4.11). */
const edges: [string, string][] = [
  ["line-strong", "surface"],
  ["accent", "surface"],
  ["error-line", "surface"],
  ["success-line", "surface"],
  ["warning-line", "surface"],
  ["feature-line", "surface"],
  ["focus-outline", "surface"],
  ["focus-outline", "surface-soft"],
];

describe.each(looks)("the look %s", (look) => {
  const colours = coloursOf(look);

  it("keeps every text at 4.5 to 1 on all it may stand on", () => {
    const weak = words
      .map(([ink, surface]) => ({ ink, surface, ratio: contrast(colours, ink, surface) }))
      .filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
  });

  it("keeps edges of controls, marks of states and the focus at 3 to 1", () => {
    const weak = edges
      .map(([edge, surface]) => ({ edge, surface, ratio: contrast(colours, edge, surface) }))
      .filter(({ ratio }) => ratio < 3);
    expect(weak).toEqual([]);
  });

  it("marks what was searched or is being read with words that stay legible", () => {
    expect(contrast(new Map([...colours, ["black", "#000000"]]), "black", "marked")).toBeGreaterThan(7);
  });
});
