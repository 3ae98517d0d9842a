import type { ReactNode } from "react";
import type { HeadingLevel } from "./card.tsx";
import { languageOf } from "./language-of.ts";
import { NameMarkSign } from "./name-mark.tsx";

/**
 * What somebody proposed and what the city said to it, in one look. The whole card is the target of its one link; people's own words
 * carry `dir="auto"`.
 */
export function AnswerCard({
  title,
  href,
  headingLevel: Heading = "h3",
  badges,
  label,
  outcome,
  excerpt,
  from,
  time,
}: {
  title: string;
  href: string;
  headingLevel?: HeadingLevel;
  /** What kind of proposal it is. */
  badges?: ReactNode;
  /** Name of the city's part (「市の考え方」). */
  label: ReactNode;
  outcome?: ReactNode;
  excerpt: string;
  /** Which desk answered. */
  from: ReactNode;
  time: ReactNode;
}) {
  return (
    <article className="group relative flex h-full flex-col gap-4 rounded-16 border border-line bg-surface p-5 hover:border-accent desktop:p-6">
      <div className="flex flex-col gap-2.5">
        {badges !== undefined && <div className="flex flex-wrap items-center gap-2">{badges}</div>}
        <Heading className="heading-3" dir="auto">
          <a
            href={href}
            lang={languageOf(title)}
            className="stretched rounded-16 group-hover:underline group-hover:decoration-2"
          >
            {title}
          </a>
        </Heading>
      </div>
      <div className="flex flex-1 flex-col gap-2.5 rounded-12 bg-accent-soft p-4">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <span className="flex items-center gap-2 text-small font-bold">
            <NameMarkSign className="size-6" />
            {label}
          </span>
          {outcome}
        </div>
        <p dir="auto" lang={languageOf(excerpt)} className="line-clamp-3">
          {excerpt}
        </p>
        <p className="mt-auto flex flex-wrap gap-x-4 gap-y-1 text-small text-ink-soft">
          <span className="font-bold">{from}</span>
          {time}
        </p>
      </div>
    </article>
  );
}
