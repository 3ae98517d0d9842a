/** Pieces of a text that say what it is about: runs of kanji, katakana, letters and digits. Hiragana joins them and is in every text. */
const telling = /[\p{Script=Han}々\p{Script=Katakana}ー\p{Script=Latin}\p{Nd}]{2,}/gu;

/** Most phrases that are looked for, from the title and from the text. */
const fromTitle = 6;
const fromBody = 4;
/** A longer run is looked for in pieces of this length: of a long compound another text often has a part. */
const longest = 4;

/**
 * The phrases by which a text that is about the same can be found, each once, those of the title first: at most 10, of 2 to 4 characters.
 *
 * @param body only its beginning is looked at, where people say what it is about
 */
export function phrasesOf(title: string, body: string): string[] {
  const phrases = [...pieces(title).slice(0, fromTitle)];
  for (const phrase of pieces(body.slice(0, 400))) {
    if (phrases.length >= fromTitle + fromBody) break;
    if (!phrases.includes(phrase)) phrases.push(phrase);
  }
  return phrases;
}

function pieces(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text.matchAll(telling)) {
    const characters = [...run];
    for (let at = 0; at < characters.length - 1; at += longest) {
      const piece = characters.slice(at, at + longest);
      found.add((piece.length < 2 ? characters.slice(-longest) : piece).join(""));
    }
  }
  // the longer a phrase, the fewer texts have it
  return [...found].sort((one, other) => [...other].length - [...one].length);
}
