import { createContext, type ReactNode, useContext } from "react";

export type BannerTone = "success" | "error" | "warning" | "info";

/**
 * Words the components say by themselves, in the page's language, so that no page can forget them. Everything else is given to each component.
 * `{n}` stands for a number that a script fills in.
 */
export interface UiWords {
  /** What kind of notice it is, for those who see neither icon nor colour: 「お知らせ」「完了」「注意」「エラー」. */
  tones: Record<BannerTone, string>;
  /** How many characters are left (「あと{n}文字」) and by how many it is too long. */
  count: { left: string; over: string };
  /** How a date can be typed, with examples in both calendars. */
  dateSupport: string;
  /** 「やめる」: closes a question and changes nothing. */
  cancel: string;
}

const Words = createContext<UiWords | null>(null);

/** Stands once around a page, inside `body`. */
export function UiWordsProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return <Words.Provider value={words}>{children}</Words.Provider>;
}

/** The words of the page; null outside of one, where components say only what they are given. */
export function useUiWords(): UiWords | null {
  return useContext(Words);
}
