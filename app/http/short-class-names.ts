/** Class names as the style sheets of the built product have them, by the names that the code uses. */
export type ClassNames = Readonly<Record<string, string>>;

/** A class in a selector; what CSS must escape (`desktop\:flex`) is part of it. Numbers such as `.5rem` begin with a digit. */
const inSelector = /\.((?:[A-Za-z_]|\\.|-(?=[A-Za-z_\\]))(?:[\w-]|\\.)*)/g;
/** What stands before a block: a selector, or the condition of an at-rule, which names no classes. */
const beforeBlock = /([^{}]*)\{/g;

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

function* shortest(): Generator<string> {
  for (let length = 1; ; length += 1) {
    for (let place = 0; place < letters.length ** length; place += 1) {
      yield Array.from(
        { length },
        (_, digit) => letters[Math.floor(place / letters.length ** digit) % letters.length],
      ).join("");
    }
  }
}

/**
 * A short name for every class that style sheets select by: the same sheets give the same names.
 *
 * @param kept names that scripts use and that therefore stay
 */
export function shortClassNames(sheets: readonly string[], kept: ReadonlySet<string>): ClassNames {
  const found = new Set<string>();
  for (const sheet of sheets) {
    for (const [, selector = ""] of sheet.matchAll(beforeBlock)) {
      if (selector.trimStart().startsWith("@")) continue;
      for (const [, name = ""] of selector.matchAll(inSelector)) found.add(name.replaceAll("\\", ""));
    }
  }
  const names: Record<string, string> = {};
  const free = shortest();
  for (const name of [...found].filter((one) => !kept.has(one)).sort()) {
    let short = free.next().value;
    while (kept.has(short)) short = free.next().value;
    names[name] = short;
  }
  return names;
}

/** A name of somebody's own, and none that every object has. */
const shortOf = (names: ClassNames, name: string) => (Object.hasOwn(names, name) ? names[name] : undefined);

/** A minified style sheet with the short names. */
export function shortenSheet(sheet: string, names: ClassNames): string {
  return sheet.replace(beforeBlock, (block, selector: string) =>
    selector.trimStart().startsWith("@")
      ? block
      : `${selector.replace(inSelector, (whole, name: string) => {
          const short = shortOf(names, name.replaceAll("\\", ""));
          return short === undefined ? whole : `.${short}`;
        })}{`,
  );
}

const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'" };

/** A page's HTML with the short names. Only attributes are touched: in text React writes every quotation mark as an entity. */
export function shortenPage(html: string, names: ClassNames, known: Map<string, string>): string {
  return html.replace(/ class="([^"]*)"/g, (attribute, list: string) => {
    let shortened = known.get(list);
    if (shortened === undefined) {
      const short = list.split(" ").map(
        (name) =>
          shortOf(
            names,
            name.replace(/&[^;]+;/g, (entity) => entities[entity] ?? entity),
          ) ?? name,
      );
      shortened = ` class="${short.join(" ")}"`;
      // pages are made of a bounded number of lists; whatever is not stays out of memory
      if (known.size < 5_000) known.set(list, shortened);
    }
    return shortened ?? attribute;
  });
}
