import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { languageOf } from "./language-of.ts";
import { paragraphs } from "./paragraphs.ts";

/**
 * Plain text written by a person, shown exactly: paragraphs at blank lines, line breaks kept, each paragraph in its own
 * direction, with its language marked (`lang` where the script does not tell). Addresses in it are not made into links: what a stranger typed must not become something to press.
 */
export function Prose({ text, lang, size = "body" }: { text: string; lang?: string; size?: "body" | "lead" }) {
  return (
    <div
      lang={languageOf(text) ?? lang}
      className={classNames("flex max-w-reading flex-col gap-[1em]", size === "lead" ? "text-lead" : "text-body")}
    >
      {paragraphs(text).map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once on the server, never reordered
        <p key={index} dir="auto" className="whitespace-pre-wrap">
          {paragraph}
        </p>
      ))}
    </div>
  );
}

/** Somebody's words cited inside a page or a notice: framed, so that nobody takes them for the site's own. */
export function QuotedText({ text, lang, source }: { text: string; lang?: string; source?: ReactNode }) {
  return (
    <figure className="flex flex-col gap-2 rounded-r-12 border-l-4 border-accent-line bg-surface-soft px-4 py-4 desktop:px-6">
      <blockquote>
        <Prose text={text} lang={lang} />
      </blockquote>
      {source !== undefined && <figcaption className="text-small text-ink-faint">{source}</figcaption>}
    </figure>
  );
}
