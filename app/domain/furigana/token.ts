/** A word as the dictionary cut it out of a text. */
export type Token = {
  surface: string;
  /** In katakana; null for a word the dictionary does not know. */
  reading: string | null;
  /** Part of speech and its two finer divisions, as IPADIC names them: 名詞, 接尾, 助数詞. */
  kind: readonly [string, string, string];
};

/** A word and where it stands in its text, in UTF-16 code units. */
export type PlacedToken = Token & { start: number; end: number };
