import { annotateTexts, type Keep } from "#app/domain/furigana/annotate-texts.server.ts";
import { log } from "#app/platform/log.ts";
import { textRuns, withRuby } from "./ruby-html.ts";

/**
 * A finished Japanese page with the readings of its kanji. Without dictionary or database it comes as it was.
 *
 * @param keep how long what the page says may be remembered: see {@link keepOf}
 * @returns the page, and whether all its texts were read; if not, nobody should keep it
 */
export async function pageWithFurigana(html: string, keep: Keep): Promise<{ html: string; isComplete: boolean }> {
  try {
    const runs = textRuns(html);
    const texts = runs.map((run) => run.text);
    const readings = await annotateTexts(texts, keep);
    return { html: withRuby(html, runs, readings), isComplete: texts.every((text) => readings.has(text)) };
  } catch (error) {
    log().error({ err: error }, "furigana failed; the page comes without");
    return { html, isComplete: false };
  }
}

/**
 * Readings are stored of pages that are the same for everybody and have an address without a query; with one, whoever asks decides how
 * many pages there are. Of what one person alone may see nothing is remembered.
 */
export function keepOf(url: string, status: number, headers: Headers): Keep {
  if (status !== 200 || !/\bpublic\b/.test(headers.get("Cache-Control") ?? "")) return "nothing";
  return new URL(url).search === "" ? "database" : "memory";
}
