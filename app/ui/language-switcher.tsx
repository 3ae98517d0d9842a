import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export interface Language {
  /** The language's own name, in itself: 日本語, やさしい日本語, English. */
  label: string;
  href: string;
  /** BCP 47; やさしい日本語 is `ja`. */
  lang: string;
  current: boolean;
}

/** The same page in the other languages. `label` names the group for screen readers. */
export function LanguageSwitcher({
  label,
  languages,
  inverse = false,
}: {
  label: string;
  languages: readonly Language[];
  inverse?: boolean;
}) {
  return (
    <nav aria-label={label} className="flex items-center print:hidden">
      <Icon name="globe" className="mr-1" />
      <ul className="flex flex-wrap">
        {languages.map((language) => (
          <li key={language.href}>
            <a
              href={language.href}
              lang={language.lang}
              hrefLang={language.lang}
              aria-current={language.current ? "true" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center rounded-6 px-2 text-[0.875rem]/[1.4]",
                inverse
                  ? "text-ink-inverse visited:text-ink-inverse hover:text-ink-inverse active:text-ink-inverse"
                  : "text-ink visited:text-ink",
                language.current ? "font-bold no-underline" : "underline",
              )}
            >
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
