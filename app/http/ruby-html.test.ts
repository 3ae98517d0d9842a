import { describe, expect, it } from "vitest";
import type { Part } from "#app/domain/furigana/furigana.ts";
import { textRuns, withRuby } from "./ruby-html.ts";

/** Reads every 市民 and 協働, whatever the text around them. */
function readings(html: string): Map<string, Part[]> {
  const known = new Map([
    ["市民", "しみん"],
    ["協働", "きょうどう"],
  ]);
  return new Map(
    textRuns(html).map(({ text }) => [
      text,
      text.split(/(市民|協働)/).map((piece): Part => (known.has(piece) ? [piece, known.get(piece) ?? ""] : piece)),
    ]),
  );
}
const spliced = (html: string) => withRuby(html, textRuns(html), readings(html));
const ruby = (base: string, reading: string) => `<ruby>${base}<rp>(</rp><rt>${reading}</rt><rp>)</rp></ruby>`;
const span = (text: string) => `<span class="furigana">${text}</span>`;
const without = (html: string) =>
  html.replace(/<rp>.*?<\/rp>|<rt>.*?<\/rt>|<\/?ruby>/g, "").replace(/<span class="furigana">(.*?)<\/span>/gs, "$1");

describe("readings in a page", () => {
  it("stand on the words, and everything else is byte for byte what it was", () => {
    const html = `<!DOCTYPE html><html lang="ja"><body><main id=main><p class='a' data-x="市民 &amp; <b>">市民 &amp; 協働 &#x27;&lt;</p>\r\n<img alt="市民"/><br>市民</main></body></html>`;
    const result = spliced(html);
    expect(result).toContain(
      `<p class='a' data-x="市民 &amp; <b>"><span class="furigana">${ruby("市民", "しみん")} &amp; ${ruby("協働", "きょうどう")}`,
    );
    expect(result).toContain(`<br>${span(ruby("市民", "しみん"))}</main>`);
    expect(result.match(/<ruby>/g)).toHaveLength(3);
    expect(without(result)).toBe(html);
  });

  it.each([
    "<title>市民</title>",
    "<label>市民<span>協働</span></label>",
    "<fieldset><legend>市民</legend></fieldset>",
    "<select><option>市民</option></select>",
    "<textarea>市民</textarea>",
    "<button>市民</button>",
    "<details><summary>市民</summary></details>",
    "<script>市民</script>",
    "<style>市民</style>",
    "<svg><text>市民</text></svg>",
    "<code>市民</code>",
    '<p lang="en">市民<span lang="en">市民</span></p>',
    '<p translate="no">市民</p>',
    '<p class="x sr-only">市民</p>',
    '<p aria-hidden="true">市民</p>',
    '<div role="alert"><p>市民</p></div>',
    '<input value="市民">',
    "<ruby>市民<rt>しみん</rt></ruby>",
    "<!-- 市民 -->",
  ])("are not in %s", (html) => {
    expect(spliced(`<body>${html}<p>市民</p></body>`)).toBe(
      `<body>${html}<p>${span(ruby("市民", "しみん"))}</p></body>`,
    );
  });

  it("are in Japanese that stands on its own", () => {
    const html = `<a lang="ja">市民</a><a lang="ja-JP">市民</a>`;
    expect(spliced(html).match(/<ruby>/g)).toHaveLength(2);
  });

  it("see a sentence as one where comments, line-break marks and emphasis part it", () => {
    const html = "<p>3<!-- -->人の市<!-- -->民と<wbr>協<wbr>働</p>";
    expect(textRuns(html).map(({ text }) => text)).toEqual(["3人の市民と協働"]);
    expect(spliced(html)).toBe(
      `<p>${span(`3<!-- -->人の${ruby("市<!-- -->民", "しみん")}と<wbr>${ruby("協<wbr>働", "きょうどう")}`)}</p>`,
    );
  });

  it("do not reach over the beginning or end of an element", () => {
    const html = "<p>市<mark>民</mark>と<strong>協働</strong></p>";
    expect(spliced(html)).toBe(`<p>市<mark>民</mark>と<strong>${span(ruby("協働", "きょうどう"))}</strong></p>`);
    expect(textRuns("<p>市<span>民</span></p>").map(({ text }) => text)).toEqual(["市", "民"]);
  });

  it("are escaped, whatever they are", () => {
    const html = "<p>市民</p>";
    expect(withRuby(html, textRuns(html), new Map([["市民", [["市民", "<b>"]]]]))).toContain("<rt>&lt;b&gt;</rt>");
  });

  it("are missing where there are none", () => {
    const html = "<p>市民</p>";
    expect(withRuby(html, textRuns(html), new Map())).toBe(html);
  });
});
