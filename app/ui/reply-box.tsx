import type { ReactNode } from "react";
import type { HeadingLevel } from "./card.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { NameMarkSign } from "./name-mark.tsx";

/**
 * The official reply: the one place of a page where the city itself speaks, and looks it.
 * `label` is its name (「市の考え方」), `outcome` a badge, `from` who answers, `time` since when it stands.
 */
export function ReplyBox({
  id,
  label,
  headingLevel: Heading = "h2",
  outcome,
  from,
  time,
  children,
  footer,
}: {
  id: string;
  label: ReactNode;
  headingLevel?: HeadingLevel;
  outcome?: ReactNode;
  from?: ReactNode;
  time?: { dateTime: string; text: string };
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-heading`}
      className="overflow-hidden paper:overflow-visible rounded-16 border-2 border-accent bg-surface"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 bg-feature px-5 py-4 text-on-feature desktop:px-8">
        <Heading id={`${id}-heading`} className="heading-2 flex items-center gap-3">
          <span className="flex rounded-8 bg-surface p-1">
            <NameMarkSign className="size-7" />
          </span>
          {label}
        </Heading>
        {outcome}
      </div>
      <div className="flex flex-col gap-5 px-5 py-6 desktop:px-8 desktop:py-8">
        {children}
        {(from !== undefined || time !== undefined) && (
          <p className="flex flex-wrap justify-end gap-x-4 text-small text-ink-soft">
            {from !== undefined && <span className="font-bold">{from}</span>}
            {time !== undefined && <time dateTime={time.dateTime}>{time.text}</time>}
          </p>
        )}
        {footer !== undefined && <div className="border-t border-line pt-4">{footer}</div>}
      </div>
    </section>
  );
}

/** Where a reply will stand, before there is one: who holds it and until when, in words. */
export function ReplyPending({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="flex gap-4 rounded-16 border-2 border-dashed border-accent-line bg-surface-soft px-5 py-6 desktop:px-8">
      <Icon name="clock" className="mt-0.5 size-6 text-accent" />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="heading-4">{title}</p>
        <div className="text-ink-soft">{children}</div>
      </div>
    </div>
  );
}

/**
 * One person's remark with the replies to it. `aside` marks words of the city among those of citizens (`official`).
 * `replies` nests one level and no deeper.
 */
export function Remark({
  id,
  author,
  time,
  badge,
  children,
  actions,
  replies,
  official = false,
}: {
  id: string;
  author: ReactNode;
  time: { dateTime: string; text: string };
  badge?: ReactNode;
  children: ReactNode;
  actions?: ReactNode;
  replies?: ReactNode;
  official?: boolean;
}) {
  return (
    <article id={id} aria-labelledby={`${id}-author`} className="flex gap-3 desktop:gap-4">
      <span
        className={classNames(
          "flex size-10 flex-none items-center justify-center rounded-full",
          official ? "bg-accent text-on-accent" : "bg-surface-sunken text-ink-soft",
        )}
      >
        <Icon name={official ? "building" : "person"} />
      </span>
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1">
          <span id={`${id}-author`} dir="auto" className="font-bold">
            {author}
          </span>
          {badge}
          <time dateTime={time.dateTime} className="text-small text-ink-faint">
            {time.text}
          </time>
        </div>
        <div
          className={classNames(
            "rounded-r-16 rounded-b-16 px-4 py-3 desktop:px-5 desktop:py-4",
            official ? "bg-accent-soft" : "bg-surface-soft",
          )}
        >
          {children}
        </div>
        {actions !== undefined && (
          <div className="flex flex-wrap gap-x-4 text-small [&>a]:inline-flex [&>a]:min-h-11 [&>a]:items-center paper:hidden">
            {actions}
          </div>
        )}
        {replies !== undefined && (
          <div className="mt-2 flex flex-col gap-5 border-l-2 border-line pl-3 desktop:pl-5">{replies}</div>
        )}
      </div>
    </article>
  );
}
