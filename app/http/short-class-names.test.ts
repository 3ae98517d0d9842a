import { describe, expect, it } from "vitest";
import { shortClassNames, shortenPage, shortenSheet } from "./short-class-names.ts";

const sheet =
  '.flex{display:flex;margin:.5rem}.desktop\\:flex-row:hover>.icon::before{content:".no"}@container page (width>=48rem){.wide\\:p-\\[\\.3em\\],.\\-mt-1{padding:.3em}}@media print{.paper\\:hidden{display:none}}.sr-only{width:1px}';

describe("short class names", () => {
  const names = shortClassNames([sheet, ".flex{display:flex}.only-there{color:red}"], new Set(["sr-only", "a"]));

  it("are given to every class of every sheet, once, and not to those scripts use", () => {
    expect(Object.keys(names).sort()).toEqual(
      ["-mt-1", "desktop:flex-row", "flex", "icon", "only-there", "paper:hidden", "wide:p-[.3em]"].sort(),
    );
    expect(new Set(Object.values(names)).size).toBe(7);
    expect(Object.values(names)).not.toContain("a");
  });

  it("are the same for the same sheets", () => {
    expect(shortClassNames([sheet], new Set())).toEqual(shortClassNames([sheet], new Set()));
  });

  it("stand in the sheet wherever the long ones did, and nothing else changes", () => {
    const long = (text: string) =>
      Object.entries(names).reduce(
        (so, [name, short]) =>
          so.replaceAll(new RegExp(`\\.${short}(?![\\w-])`, "g"), `.${name.replace(/[:.[\]]|^-/g, "\\$&")}`),
        text,
      );
    const short = shortenSheet(sheet, names);
    expect(short).not.toContain("flex-row");
    expect(short).toContain("margin:.5rem");
    expect(short).toContain('content:".no"');
    expect(short).toContain("(width>=48rem)");
    expect(short).toContain(".sr-only{");
    expect(long(short)).toBe(sheet);
  });

  it("stand in the attributes of a page, escaped names too, and never in its text", () => {
    const page =
      '<p class="flex x wide:p-[.3em]">class=&quot;flex&quot; flex</p><i class="desktop:flex-row sr-only"></i>';
    const known = new Map<string, string>();
    const expected = `<p class="${names.flex} x ${names["wide:p-[.3em]"]}">class=&quot;flex&quot; flex</p><i class="${names["desktop:flex-row"]} sr-only"></i>`;
    expect(shortenPage(page, names, known)).toBe(expected);
    expect(shortenPage(page, names, known)).toBe(expected);
    expect(shortenPage('<b class="[&amp;&gt;p]:x"></b>', { "[&>p]:x": "q" }, new Map())).toBe('<b class="q"></b>');
  });

  it("are enough for thousands of classes", () => {
    const many = Array.from({ length: 3_000 }, (_, index) => `.c${index}{color:red}`).join("");
    expect(new Set(Object.values(shortClassNames([many], new Set()))).size).toBe(3_000);
  });
});
