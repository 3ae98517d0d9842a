import { useText } from "#app/components/text.tsx";

/** Numbers and shares as the page's language writes them. */
export function useNumbers() {
  const { locale } = useText();
  const language = locale === "en" ? "en" : "ja";
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return { number: (value: number) => number.format(value), percent: (share: number) => percent.format(share) };
}
