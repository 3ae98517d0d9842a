import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { NameMarkSign } from "./name-mark.tsx";
import { type NavigationItem, SkipLink } from "./page-shell.tsx";
import { Phrases } from "./phrases.tsx";

/**
 * The frame of the staff area: a dark bar so that nobody mistakes it for the public site, navigation at the side from
 * the wide breakpoint on, and room for dense tables. Without `account` (sign-in pages) the navigation is left out.
 */
export function DeskShell({
  skipText,
  name,
  areaName,
  homeHref,
  navigationLabel,
  items,
  account,
  languageSwitch,
  displayMenu,
  notices,
  children,
}: {
  skipText: string;
  name: string;
  /** 「職員用」 */
  areaName: string;
  homeHref: string;
  navigationLabel: string;
  items: readonly NavigationItem[];
  account?: { name: string; role: string; href: string; signOut: ReactNode };
  /** A `LanguageSwitcher` or, for people who are signed in, a `LanguageForm`. */
  languageSwitch: ReactNode;
  displayMenu?: ReactNode;
  /** Standing notices: mail is not being sent, second factor put off. */
  notices?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div id="top" className="flex min-h-dvh flex-col text-[1rem]/[1.6]">
      <SkipLink>{skipText}</SkipLink>
      <header className="bg-bar text-on-bar paper:hidden">
        <div className="mx-auto flex max-w-desk flex-wrap items-center justify-between gap-x-6 px-4 py-1 desktop:px-6">
          <a
            href={homeHref}
            className="inline-flex min-h-12 items-center gap-3 font-bold text-on-bar no-underline visited:text-on-bar hover:text-on-bar"
          >
            <span className="flex rounded-8 bg-white p-1">
              <NameMarkSign className="size-6" />
            </span>
            <span>{name}</span>
            <span className="rounded-6 border border-current px-2 whitespace-nowrap text-[0.875rem]/[1.6]">
              {areaName}
            </span>
          </a>
          <div className="flex flex-wrap items-center gap-x-4">
            {languageSwitch}
            {displayMenu}
            {account !== undefined && (
              <>
                <a
                  href={account.href}
                  className="inline-flex min-h-11 items-center gap-1.5 text-[0.875rem]/[1.4] text-on-bar visited:text-on-bar hover:text-on-bar"
                >
                  <Icon name="person" />
                  <span>
                    {account.name} <span className="whitespace-nowrap">({account.role})</span>
                  </span>
                </a>
                {account.signOut}
              </>
            )}
          </div>
        </div>
      </header>
      <div className="mx-auto flex w-full max-w-desk flex-1 flex-col wide:flex-row">
        {account !== undefined && (
          <nav
            aria-label={navigationLabel}
            className="border-b border-line px-2 py-1 wide:w-56 wide:flex-none wide:border-r wide:border-b-0 wide:px-3 wide:py-6 paper:hidden"
          >
            <ul className="flex flex-wrap wide:flex-col wide:gap-1">
              {items.map((item) => (
                <li key={item.href}>
                  <a
                    href={item.href}
                    aria-current={item.current ? "page" : undefined}
                    className={classNames(
                      "flex min-h-11 items-center justify-between gap-2 rounded-8 px-3 text-[0.9375rem]/[1.4] no-underline hover:bg-accent-soft hover:underline",
                      item.current
                        ? "bg-accent-soft font-bold text-accent visited:text-accent"
                        : "text-ink visited:text-ink",
                    )}
                  >
                    {item.label}
                    {item.count !== undefined && (
                      <span className="rounded-full bg-accent px-2 text-[0.875rem]/[1.5] font-bold text-on-accent tabular-nums">
                        {item.count}
                      </span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <main
          id="main"
          tabIndex={-1}
          className="flex min-w-0 flex-1 flex-col gap-6 px-4 py-6 desktop:px-6 wide:px-8 wide:py-8"
        >
          {notices}
          {children}
        </main>
      </div>
    </div>
  );
}

/** The sign-out of {@link DeskShell}: a form, because signing out changes something. */
export function SignOutForm({ action, children }: { action: string; children: ReactNode }) {
  return (
    <form method="post" action={action}>
      <button
        type="submit"
        className="inline-flex min-h-11 cursor-pointer items-center px-2 text-[0.875rem]/[1.4] underline underline-offset-4"
      >
        {children}
      </button>
    </form>
  );
}

/** Heading row of a desk page: title, a line of facts, and what can be done. */
export function DeskHeading({
  title,
  about,
  actions,
  dir,
}: {
  title: ReactNode;
  about?: ReactNode;
  actions?: ReactNode;
  dir?: "auto";
}) {
  return (
    <div className="flex flex-wrap items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-1">
        <h1 dir={dir} className="text-std-24B-150">
          <Phrases>{title}</Phrases>
        </h1>
        {about !== undefined && <div className="text-small text-ink-soft">{about}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}
