import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { inMailLook, mailColourPairs, mailColours, mailHead, mailLooks, mailSheets, mailStyles } from "./mail-look.ts";

/** WCAG 2.2, "relative luminance" of a colour written #rrggbb. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const require = createRequire(import.meta.url);
const site = readFileSync("app/styles/base.css", "utf8");
const palette = readFileSync(require.resolve("@digital-go-jp/tailwind-theme-plugin/v4"), "utf8");
const looks = {
  light: /@theme \{[\s\S]*?\n\}/.exec(site)?.[0] ?? "",
  dark: /@variant look-dark \{[\s\S]*?\n {2}\}/.exec(site)?.[0] ?? "",
};

/** A variable of the site's style sheet in one of its looks, followed to its value. */
function siteColour(look: "light" | "dark", name: string): string {
  const value = new RegExp(`--color-${name}: ([^;]+);`).exec(`${looks[look]}\n${palette}`)?.[1] ?? "";
  const next = /^var\(--color-([\w-]+)\)$/.exec(value)?.[1];
  return next === undefined ? value : siteColour(look, next);
}

describe.each(["light", "dark"] as const)("the %s colours of a mail", (scheme) => {
  const colours = mailColours[scheme];

  it.each(mailColourPairs)("let %s be read on %s", (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it("are those of the site", () => {
    const names = {
      page: "surface-soft",
      sheet: "surface",
      line: "line",
      ink: "ink",
      inkSoft: "ink-soft",
      link: "link",
      accent: "accent",
      onAccent: "on-accent",
      quoteBar: "accent-line",
      mark1: "mark-1",
      mark2: "mark-2",
      mark3: "mark-3",
      mark4: "mark-4",
    };
    expect(colours).toEqual(
      Object.fromEntries(Object.entries(names).map(([own, name]) => [own, siteColour(scheme, name)])),
    );
  });

  it("show the button on the sheet", () => {
    expect(contrast(colours.accent, colours.sheet)).toBeGreaterThanOrEqual(3);
  });
});

describe("the look of a mail", () => {
  it("gives every coloured element its dark colour by its class", () => {
    const [, dark = ""] = mailSheets("sent");
    const withColour = Object.entries(mailStyles).filter(([, style]) => /(?:^|;)(?:background-)?color:/.test(style));
    expect(withColour.length).toBeGreaterThan(10);
    for (const [name, style] of withColour) {
      const selectors = name.split(" ").map((part) => `.${part}`);
      const rules = [...dark.matchAll(/([^{}]+)\{([^{}]+)\}/g)].filter(([, list = ""]) =>
        list.split(",").some((selector) => selectors.includes(selector.trim())),
      );
      const set = rules.map(([, , body]) => body).join(";");
      for (const [, property] of style.matchAll(/(?:^|;)((?:background-)?color):/g)) {
        expect([name, set]).toEqual([name, expect.stringMatching(new RegExp(`(?:^|;)${property}:#`))]);
      }
    }
  });

  it("sets a text colour wherever it sets a ground, so that neither stands on the reader's own", () => {
    const grounds = Object.entries(mailStyles).filter(
      ([name, style]) => style.includes("background-color") && !name.startsWith("stone"),
    );
    // the page holds nothing but the room, the card nothing but terms and values, the button nothing but what is pressed
    const filled: Record<string, keyof typeof mailStyles> = { page: "room", card: "value", button: "press" };
    for (const [name, style] of grounds) {
      expect([name, style, filled[name] === undefined ? "" : mailStyles[filled[name]]].join(" ")).toMatch(
        /(?:^|[; ])color:#/,
      );
    }
  });

  it("can be shown light, dark and bare", () => {
    const html = `<html>${mailHead("sent")}<p class="text" style="${mailStyles.text}">x</p></html>`;
    expect(inMailLook(html, "sent")).toBe(html);
    expect(inMailLook(html, "light")).not.toContain(mailColours.dark.page);
    expect(inMailLook(html, "dark")).toContain(mailColours.dark.page);
    expect(inMailLook(html, "dark")).not.toContain("prefers-color-scheme");
    expect(inMailLook(html, "bare")).not.toMatch(/ style="|<style>:|<style>\n/);
    for (const look of mailLooks) expect(inMailLook(html, look)).toContain("<p class=");
  });
});
