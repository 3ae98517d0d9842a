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

const look = (inverse: boolean, current: boolean) =>
  classNames(
    "inline-flex min-h-11 items-center rounded-6 px-2 text-[0.875rem]/[1.4]",
    inverse ? "text-on-bar visited:text-on-bar hover:text-on-bar active:text-on-bar" : "text-ink visited:text-ink",
    current ? "font-bold no-underline" : "cursor-pointer underline",
  );

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
    <nav aria-label={label} className="flex items-center paper:hidden">
      <Icon name="globe" className="mr-1" />
      <ul className="flex flex-wrap">
        {languages.map((language) => (
          <li key={language.href}>
            <a
              href={language.href}
              lang={language.lang}
              hrefLang={language.lang}
              aria-current={language.current ? "true" : undefined}
              className={look(inverse, language.current)}
            >
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The same for people who are signed in: the language belongs to their account, so choosing one is sent, as `locale`, with the hidden `fields`.
 */
export function LanguageForm({
  label,
  languages,
  action,
  fields,
}: {
  label: string;
  languages: readonly Omit<Language, "href">[];
  action: string;
  fields: Record<string, string>;
}) {
  return (
    <form method="post" action={action} aria-label={label} className="flex items-center paper:hidden">
      <Icon name="globe" className="mr-1" />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ul className="flex flex-wrap">
        {languages.map(({ label: name, lang, current }) => (
          <li key={lang}>
            {current ? (
              <span lang={lang} aria-current="true" className={look(true, true)}>
                {name}
              </span>
            ) : (
              <button type="submit" name="locale" value={lang} lang={lang} className={look(true, false)}>
                {name}
              </button>
            )}
          </li>
        ))}
      </ul>
    </form>
  );
}
