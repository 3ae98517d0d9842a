import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useDisplayChoices } from "#app/components/display/use-display-choices.ts";
import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { DeskShell } from "#app/ui/desk-shell.tsx";
import { DisplayMenu } from "#app/ui/display-menu.tsx";
import { LanguageSwitcher } from "#app/ui/language-switcher.tsx";

/** Frame of the staff pages before the desk opens: no navigation, and the language is a choice of the page. */
export function EntryFrame({ children }: { children: ReactNode }) {
  const { t, locale } = useText();
  const display = useDisplayChoices();
  const { pathname, search } = useLocation();
  const inLanguage = (language: string) => {
    const query = new URLSearchParams(search);
    query.set("lang", language);
    return `${pathname}?${query}`;
  };
  return (
    <DeskShell
      skipText={t("common:skip")}
      name={t("common:siteName")}
      areaName={t("desk:frame.area")}
      homeHref={paths.home()}
      navigationLabel={t("desk:frame.navigation")}
      items={[]}
      displayMenu={display && <DisplayMenu text={t("display:menu")} inverse {...display} />}
      languageSwitch={
        <LanguageSwitcher
          label={t("common:languages.label")}
          languages={(["ja", "en"] as const).map((language) => ({
            label: t(`common:languages.${language}`),
            href: inLanguage(language),
            lang: language,
            current: language === locale,
          }))}
          inverse
        />
      }
    >
      <div className="mx-auto flex w-full max-w-reading flex-col gap-6">{children}</div>
    </DeskShell>
  );
}
