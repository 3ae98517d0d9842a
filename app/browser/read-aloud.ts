import { sentencesOf, spoken } from "./spoken-text.ts";

type Act = "toggle" | "previous" | "next" | "stop";
type State = "ready" | "reading" | "paused" | "done";
type Words = Record<State, string> & { start: string; pause: string; resume: string };

/** What is not prose: ways around the page, forms, readings above kanji, and what the city's own reading service leaves out (`rs_skip`). */
const skipped = "nav,form,button,script,style,svg,rt,rp,[aria-hidden=true],[translate=no],.rs_skip,.sr-only";

/**
 * Reads the page's main part aloud from its beginning, sentence by sentence, and lets the controls of `root` steer it from then on. The
 * sentence that is spoken is highlighted where the browser can (CSS Custom Highlight API) and brought into view.
 *
 * @param voiceFor given, not imported: it is part of the page's script, which an import from here would run a second time
 */
export async function readAloud(
  root: HTMLElement,
  voiceFor: (lang: string) => SpeechSynthesisVoice | undefined,
): Promise<void> {
  const lang = document.documentElement.lang === "en" ? "en" : "ja";
  const words = JSON.parse(root.dataset.readAloud ?? "{}") as Words;
  const readings = lang === "ja" ? await loadReadings() : [];
  const sentences = rangesOf(document.querySelector("main"), lang);
  let at = 0;
  /** Grows with every start and stop, so that the end of an utterance that was cut off starts nothing. */
  let turn = 0;
  let state: State = "ready";

  const show = (next: State) => {
    state = next;
    const label = root.querySelector("[data-label]");
    const status = root.querySelector("[role=status]");
    if (label) label.textContent = next === "reading" ? words.pause : next === "paused" ? words.resume : words.start;
    if (status && status.textContent !== words[next]) status.textContent = words[next];
    const more = root.querySelector<HTMLElement>("[data-more]");
    const isActive = next === "reading" || next === "paused";
    if (more) more.hidden = !isActive;
    // while it reads, its controls stay in view
    root.toggleAttribute("data-active", isActive);
  };
  const silence = () => {
    turn += 1;
    speechSynthesis.cancel();
  };
  const finish = (next: State) => {
    silence();
    at = 0;
    highlight(undefined);
    show(next);
  };
  const speak = () => {
    const range = sentences[at];
    if (!range) return finish("done");
    silence();
    const mine = turn;
    const voice = voiceFor(lang);
    // without a voice named, a browser may choose one from elsewhere
    if (!voice) return finish("ready");
    const utterance = new SpeechSynthesisUtterance(spoken(textOf(range), readings));
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => {
      if (mine !== turn) return;
      at += 1;
      speak();
    };
    utterance.onerror = () => {
      if (mine === turn) finish("ready");
    };
    show("reading");
    highlight(range);
    speechSynthesis.speak(utterance);
  };
  const go = (to: number) => {
    at = Math.min(Math.max(to, 0), sentences.length - 1);
    if (state === "reading") speak();
    else highlight(sentences[at]);
  };
  const acts: Record<Act, () => void> = {
    toggle: () => {
      if (state !== "reading") return speak();
      // going on from the sentence's beginning: pausing within one is not reliable on phones
      silence();
      show("paused");
    },
    previous: () => go(at - 1),
    next: () => go(at + 1),
    stop: () => {
      finish("ready");
      // its own button goes away with it
      root.querySelector("button")?.focus();
    },
  };
  root.addEventListener("click", (event) => {
    const act = (event.target as Element).closest<HTMLElement>("[data-act]")?.dataset.act;
    if (act !== undefined) acts[act as Act]();
  });
  addEventListener("pagehide", () => finish("ready"));
  speak();
}

async function loadReadings(): Promise<[string, string][]> {
  try {
    return (await (await fetch("/readings.json")).json()) as [string, string][];
  } catch {
    return [];
  }
}

/** The sentences of all that can be seen and is prose, block by block. */
function rangesOf(main: Element | null, lang: "ja" | "en"): Range[] {
  if (!main) return [];
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    const element = node as Element;
    const other = element.getAttribute("lang");
    const isLeftOut =
      element.matches(skipped) || !element.checkVisibility() || (other !== null && !other.startsWith(lang));
    return isLeftOut ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  const blocks = new Map<Element, Text[]>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = blockOf(node);
    blocks.set(block, [...(blocks.get(block) ?? []), node as Text]);
  }
  return [...blocks.values()].flatMap((texts) => {
    const text = texts.map(({ data }) => data).join("");
    return sentencesOf(text, lang).map(({ start, end }) => {
      const range = document.createRange();
      range.setStart(...place(texts, start));
      range.setEnd(...place(texts, end));
      return range;
    });
  });
}

function blockOf(node: Node): Element {
  let element = node.parentElement as Element;
  while (element.parentElement && /^(inline$|contents|ruby)/.test(getComputedStyle(element).display))
    element = element.parentElement;
  return element;
}

/** The text node and the offset in it of a place in several texts put together. */
function place(texts: readonly Text[], offset: number): [Text, number] {
  let rest = offset;
  for (const text of texts) {
    if (rest <= text.length) return [text, rest];
    rest -= text.length;
  }
  const last = texts.at(-1) as Text;
  return [last, last.length];
}

/** The words of a range without the readings above them. */
function textOf(range: Range): string {
  const copy = range.cloneContents();
  for (const reading of copy.querySelectorAll("rt,rp")) reading.remove();
  return copy.textContent ?? "";
}

function highlight(range: Range | undefined): void {
  if ("highlights" in CSS) {
    if (range) CSS.highlights.set("read-aloud", new Highlight(range));
    else CSS.highlights.delete("read-aloud");
  }
  if (!range) return;
  const { top, bottom } = range.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: isCalm ? "instant" : "smooth" });
}
