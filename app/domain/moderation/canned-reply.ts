import type { Locale } from "#app/domain/shared/localized-text.ts";

/** What may stand in braces in a canned reply and in an explanation; the same in every language, because staff write them. */
export const placeholders = ["受付番号", "題名", "テーマ", "担当", "電話番号"] as const;

export type Placeholder = (typeof placeholders)[number];

/** What each placeholder reads for one text and one language. */
export type PlaceholderValues = Record<Placeholder, string>;

/** Longest texts of a canned reply, in characters as a reader counts them. */
export const replyLimits = { title: 60, text: 1_500 } as const;

// an input method may leave the braces full-width
const known = new RegExp(`[{｛](${placeholders.join("|")})[}｝]`, "g");

/** Whether a text has braces that name nothing: they would reach the author as they are. */
export function hasUnknownPlaceholder(text: string): boolean {
  return /[{}｛｝]/.test(text.replace(known, ""));
}

/** Whether there is anything to fill in. */
export function hasPlaceholder(text: string): boolean {
  return text.search(known) !== -1;
}

/** The text with every placeholder filled; other braces stay, and what is filled in is not read again. */
export function fillPlaceholders(text: string, values: PlaceholderValues): string {
  return text.replace(known, (_, name: Placeholder) => values[name]);
}

/** What somebody typed, with a canned reply after it: nothing is lost. */
export function withReply(typed: string, reply: string): string {
  return typed.trim() === "" ? reply : `${typed.trimEnd()}\n\n${reply}`;
}

/** One version of a canned reply, as forms carry it. */
export type ReplyVersion = { id: string; version: number };

/** The versions that were put into an explanation, as the value of a form field. */
export function usedValue(used: readonly ReplyVersion[]): string {
  return used.map(({ id, version }) => `${id}.${version}`).join(" ");
}

/** What {@link usedValue} wrote, each once; anything else in it is left out. */
export function usedFrom(value: string | undefined): ReplyVersion[] {
  return [...new Set((value ?? "").split(" "))].slice(0, 20).flatMap((one) => {
    const [, id, version] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9]\d{0,8})$/.exec(one) ?? [];
    return id === undefined ? [] : [{ id, version: Number(version) }];
  });
}

/** An invented submission, for the preview of a canned reply while nothing real has come. */
export const exampleValues: Record<Locale, Pick<PlaceholderValues, "受付番号" | "題名" | "テーマ">> = {
  ja: { 受付番号: "R8-0042", 題名: "窓口の待ち時間を家で見たい", テーマ: "市民サービスの進化" },
  easy: { 受付番号: "R8-0042", 題名: "市役所で待つ時間を家で見たい", テーマ: "市民サービスの進化" },
  en: { 受付番号: "R8-0042", 題名: "Show waiting times online", テーマ: "Better services for residents" },
};
