import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { type Language, LanguageSwitcher } from "./language-switcher.tsx";
import { Container } from "./layout.tsx";
import { PhoneLink } from "./link.tsx";
import { NameMark } from "./name-mark.tsx";

export interface NavigationItem {
  href: string;
  label: string;
  current?: boolean;
  /** How many wait there, in words. */
  count?: string;
}

/** First thing in the page; seen when it has the focus. Goes to `main#main`. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#main"
      className="absolute -top-24 left-4 z-10 inline-flex min-h-11 items-center rounded-b-8 bg-surface px-4 font-bold focus:top-2 paper:hidden"
    >
      {children}
    </a>
  );
}

/** Name, languages, main navigation. On a phone the navigation opens from a button that needs no script. */
export function SiteHeader({
  name,
  owner,
  homeHref,
  navigationLabel,
  menuText,
  items,
  languageLabel,
  languages,
  displayMenu,
}: {
  name: string;
  owner?: string;
  homeHref: string;
  navigationLabel: string;
  /** 「メニュー」: names the button and the list it opens, so it differs from `navigationLabel`. */
  menuText: string;
  items: readonly NavigationItem[];
  languageLabel: string;
  languages: readonly Language[];
  displayMenu?: ReactNode;
}) {
  return (
    <header className="border-b border-line bg-surface">
      <Container>
        <div className="flex flex-wrap items-center justify-between gap-x-6 pt-2 pb-1 desktop:pt-4">
          <a
            href={homeHref}
            className="mr-auto inline-flex min-h-14 items-center rounded-8 text-ink no-underline visited:text-ink"
          >
            <NameMark name={name} owner={owner} />
          </a>
          {displayMenu}
          <LanguageSwitcher label={languageLabel} languages={languages} />
        </div>
        <details className="-mx-4 border-t border-line desktop:hidden paper:hidden">
          <summary className="plain-marker flex min-h-12 items-center gap-2 px-4 font-bold">
            <Icon name="menu" />
            {menuText}
            <Icon name="chevron-down" className="turns ml-auto" />
          </summary>
          <nav aria-label={menuText} className="border-t border-line pb-2">
            <ul className="divide-y divide-line">
              {items.map((item) => (
                <li key={item.href}>
                  <a
                    href={item.href}
                    aria-current={item.current ? "page" : undefined}
                    className={classNames(
                      "flex min-h-12 items-center justify-between px-4 text-ink no-underline visited:text-ink",
                      item.current && "border-l-4 border-accent font-bold",
                    )}
                  >
                    {item.label}
                    <Icon name="chevron-right" className="text-accent" />
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </details>
        <nav aria-label={navigationLabel} className="hidden desktop:block paper:hidden">
          <ul className="-mx-3 flex flex-wrap">
            {items.map((item) => (
              <li key={item.href}>
                <a
                  href={item.href}
                  aria-current={item.current ? "page" : undefined}
                  className={classNames(
                    "inline-flex min-h-12 items-center border-b-4 px-3 text-[1rem]/[1.4] font-bold no-underline hover:border-accent hover:underline",
                    item.current
                      ? "border-accent text-accent visited:text-accent"
                      : "border-transparent text-ink visited:text-ink",
                  )}
                >
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </Container>
    </header>
  );
}

export interface FooterContact {
  /** 「このサイトの担当」 */
  heading: string;
  desk: string;
  phone: string;
  /** Hours and address, each a line of its own. */
  lines?: readonly string[];
}

/** Who is responsible and how to reach them, the same place on every page (WCAG 2.2, 3.2.6); then the site's promises. */
export function SiteFooter({
  name,
  owner,
  contact,
  navigationLabel,
  items,
  smallPrint,
}: {
  name: string;
  owner?: string;
  contact: FooterContact;
  navigationLabel: string;
  items: readonly NavigationItem[];
  smallPrint?: ReactNode;
}) {
  return (
    <footer className="kept-whole border-t-4 border-accent bg-surface-soft">
      <Container>
        <div className="flex flex-col gap-8 py-10 desktop:py-14 paper:gap-2 paper:py-3">
          <div className="grid grid-cols-1 gap-8 desktop:grid-cols-2">
            <div className="flex flex-col items-start gap-3 paper:hidden">
              <NameMark name={name} owner={owner} />
            </div>
            <div className="flex flex-col items-start">
              <h2 className="heading-4">{contact.heading}</h2>
              <p>{contact.desk}</p>
              <PhoneLink number={contact.phone} />
              {contact.lines?.map((line) => (
                <p key={line} className="text-small text-ink-soft">
                  {line}
                </p>
              ))}
            </div>
          </div>
          <nav aria-label={navigationLabel} className="border-t border-line pt-4 paper:hidden">
            <ul className="flex flex-wrap gap-x-6">
              {items.map((item) => (
                <li key={item.href}>
                  <a href={item.href} className="inline-flex min-h-11 items-center text-[0.9375rem]/[1.4]">
                    {item.label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {smallPrint !== undefined && <div className="text-small text-ink-soft paper:hidden">{smallPrint}</div>}
        </div>
      </Container>
    </footer>
  );
}

/** Back to the beginning of a long page. */
export function BackToTop({ children }: { children: ReactNode }) {
  return (
    <Container>
      <p className="flex justify-end pb-4 paper:hidden">
        <a href="#top" className="inline-flex min-h-11 items-center gap-1.5 font-bold">
          <Icon name="arrow-up" />
          {children}
        </a>
      </p>
    </Container>
  );
}

/** Everything between `<body>` and `</body>` of a public page. */
export function PageShell({
  skipText,
  header,
  footer,
  backToTopText,
  emergency,
  children,
}: {
  skipText: string;
  header: ReactNode;
  footer: ReactNode;
  backToTopText: string;
  /** An `EmergencyBanner`, above everything but the skip link. */
  emergency?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div id="top" className="flex min-h-dvh flex-col">
      <SkipLink>{skipText}</SkipLink>
      {emergency}
      {header}
      <main id="main" tabIndex={-1} className="flex-1 paper:[&_form]:hidden">
        {children}
        <BackToTop>{backToTopText}</BackToTop>
      </main>
      {footer}
    </div>
  );
}
