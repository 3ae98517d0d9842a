import { useLocation } from "@remix-run/react";
import { useText } from "#app/components/text.tsx";
import { looks, textSizes } from "#app/domain/shared/display.ts";
import { paths } from "#app/routes/paths.ts";
import type { DisplayChoices } from "#app/ui/display-menu.tsx";
import { useSurroundings } from "./display-context.tsx";

/**
 * What the switcher of colours, text size and furigana offers on this page.
 *
 * @param back where the choice leads back to; the open page where not said.
 * @returns null on a page that answers a form: it could not be shown again, and what was typed would be gone.
 */
export function useDisplayChoices(back?: string): DisplayChoices | null {
  const { t, locale, path } = useText();
  const { display, answersForm } = useSurroundings();
  const { pathname, search } = useLocation();
  if (answersForm) return null;
  return {
    action: path(paths.display()),
    look: {
      legend: t("display:look.legend"),
      options: [null, ...looks].map((look) => ({
        value: look ?? "auto",
        label: t(`display:look.${look ?? "auto"}`),
        checked: look === display.look,
      })),
    },
    size: {
      legend: t("display:size.legend"),
      options: textSizes.map((size) => ({ value: String(size), label: `${size}%`, checked: size === display.size })),
    },
    furigana:
      locale === "en"
        ? undefined
        : { legend: t("display:furigana.legend"), label: t("display:furigana.label"), checked: display.furigana },
    submitText: t("display:submit"),
    hidden: { back: back ?? `${pathname}${search}` },
  };
}
