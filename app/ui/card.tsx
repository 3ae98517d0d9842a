import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { languageOf } from "./language-of.ts";
import { Phrases } from "./phrases.tsx";

export type HeadingLevel = "h2" | "h3" | "h4";

/** A framed area. `soft` sinks it into the page instead of raising it. */
export function Card({ soft = false, id, children }: { soft?: boolean; id?: string; children: ReactNode }) {
  return (
    <div
      id={id}
      className={classNames(
        "flex flex-col gap-4 rounded-16 border px-5 py-6 desktop:px-8 desktop:py-7",
        soft ? "border-soft-line bg-surface-soft" : "border-line bg-surface",
      )}
    >
      {children}
    </div>
  );
}

/**
 * A large entrance to one topic: its picture (an `Illustration`), title, a sentence, some figures.
 * `featured` fills it with the accent colour. The whole card is the target of its one link.
 */
export function TopicCard({
  picture,
  title,
  href,
  headingLevel: Heading = "h3",
  label,
  featured = false,
  meta,
  children,
}: {
  picture: ReactNode;
  title: ReactNode;
  href: string;
  headingLevel?: HeadingLevel;
  /** A word above the title, for example 「とくに聞いています」. */
  label?: ReactNode;
  featured?: boolean;
  /** Below the text: counts, a state. */
  meta?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <article
      className={classNames(
        "group relative flex h-full gap-4 rounded-16 border p-5 desktop:p-7",
        featured
          ? "flex-col border-feature-line bg-feature text-on-feature hover:bg-feature-hover desktop:gap-5"
          : "border-line bg-surface hover:border-accent hover:bg-accent-soft",
      )}
    >
      <span
        className={classNames("flex-none", featured ? "tile-speech self-start bg-surface p-3" : "w-14 desktop:w-18")}
      >
        {picture}
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        {label !== undefined && (
          <p className={classNames("text-small font-bold", !featured && "text-accent")}>{label}</p>
        )}
        <Heading className={featured ? "heading-2" : "heading-3"}>
          <a
            href={href}
            className={classNames(
              "stretched rounded-16 no-underline group-hover:underline group-hover:decoration-2",
              featured
                ? "text-on-feature visited:text-on-feature hover:text-on-feature active:text-on-feature"
                : "text-ink visited:text-ink hover:text-link-hover",
            )}
          >
            <Phrases>{title}</Phrases>
          </a>
        </Heading>
        {children !== undefined && <div className={classNames(!featured && "text-ink-soft")}>{children}</div>}
        {meta !== undefined && (
          <p
            className={classNames(
              "mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 pt-2 text-small",
              !featured && "text-ink-faint",
            )}
          >
            {meta}
          </p>
        )}
      </div>
      {featured && <Icon name="arrow-right" className="absolute top-9 right-7 size-6 desktop:top-11" />}
    </article>
  );
}

/**
 * One contribution in a list: what kind and state, title, the first words, and small facts.
 * The whole card is the target; people's own words carry their direction and language.
 */
export function EntryCard({
  title,
  href,
  headingLevel: Heading = "h3",
  badges,
  excerpt,
  meta,
}: {
  title: string;
  href: string;
  headingLevel?: HeadingLevel;
  badges?: ReactNode;
  excerpt?: string;
  meta?: readonly ReactNode[];
}) {
  return (
    <article className="group relative flex h-full flex-col gap-2.5 rounded-16 border border-line bg-surface p-5 hover:border-accent hover:bg-accent-soft desktop:p-6">
      {badges !== undefined && <div className="flex flex-wrap items-center gap-2">{badges}</div>}
      <Heading className="heading-3" dir="auto" lang={languageOf(title)}>
        <a href={href} className="stretched rounded-16 group-hover:underline group-hover:decoration-2">
          <Phrases>{title}</Phrases>
        </a>
      </Heading>
      {excerpt !== undefined && (
        <p dir="auto" lang={languageOf(excerpt)} className="line-clamp-3 text-ink-soft">
          {excerpt}
        </p>
      )}
      {meta !== undefined && <MetaLine items={meta} />}
    </article>
  );
}

/** Small facts in one line, separated by space alone. */
export function MetaLine({ items }: { items: readonly ReactNode[] }) {
  return (
    <ul className="mt-auto flex flex-wrap items-center gap-x-4 gap-y-1 pt-1 text-small text-ink-faint">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server, never reordered
        <li key={index} className="inline-flex items-center gap-1">
          {item}
        </li>
      ))}
    </ul>
  );
}

/** Cards beside each other: one column on a phone, then `columns`. */
export function CardGrid({ columns = 2, children }: { columns?: 2 | 3; children: readonly ReactNode[] }) {
  return (
    <ul
      className={classNames(
        "grid grid-cols-1 gap-4 desktop:grid-cols-2 desktop:gap-6",
        columns === 3 && "wide:grid-cols-3",
      )}
    >
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server, never reordered
        <li key={index} className="min-w-0">
          {child}
        </li>
      ))}
    </ul>
  );
}
