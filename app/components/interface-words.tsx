import type { ReactNode } from "react";
import { type UiWords, UiWordsProvider } from "#app/ui/words.tsx";
import { useText } from "./text.tsx";

/** Gives the design system its own words in the page's language. Stands once around a page. */
export function InterfaceWords({ children }: { children: ReactNode }) {
  const { t } = useText();
  const words: UiWords = {
    tones: {
      success: t("interface:tones.success"),
      error: t("interface:tones.error"),
      warning: t("interface:tones.warning"),
      info: t("interface:tones.info"),
    },
    count: { left: t("interface:count.left", { n: "{n}" }), over: t("interface:count.over", { n: "{n}" }) },
    dateSupport: t("interface:dateSupport"),
    cancel: t("interface:cancel"),
  };
  return <UiWordsProvider words={words}>{children}</UiWordsProvider>;
}
