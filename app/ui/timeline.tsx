import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export interface TimelineEntry {
  id: string;
  title: ReactNode;
  /** `dateTime` is machine-readable (ISO 8601), `text` as people read it. */
  time?: { dateTime: string; text: string };
  icon?: IconName;
  /** What has happened, what is being done now, what is still to come. */
  state?: "done" | "current" | "upcoming";
  children?: ReactNode;
}

/** What happened, in order, and what comes next. The order is said by the list, the state by words in `title`. */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="flex flex-col">
      {entries.map(({ state = "done", ...entry }, index) => (
        <li
          key={entry.id}
          aria-current={state === "current" ? "step" : undefined}
          className={classNames(
            "relative flex gap-4 pb-7 last:pb-0",
            index < entries.length - 1 &&
              "before:absolute before:top-10 before:bottom-0 before:left-[1.1875rem] before:border-l-2",
            index < entries.length - 1 &&
              (state === "done" ? "before:border-accent" : "before:border-dashed before:border-line-strong"),
          )}
        >
          <span
            className={classNames(
              "relative flex size-10 flex-none items-center justify-center rounded-full border-2",
              state === "done" && "border-accent bg-accent-soft text-accent",
              state === "current" && "border-accent bg-accent text-on-accent",
              state === "upcoming" && "border-dashed border-line-strong bg-surface text-ink-faint",
            )}
          >
            <Icon name={entry.icon ?? (state === "done" ? "check" : "clock")} />
          </span>
          <div className="flex min-w-0 flex-1 flex-col gap-1 pt-1.5">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <p className="font-bold">{entry.title}</p>
              {entry.time !== undefined && (
                <time dateTime={entry.time.dateTime} className="text-small text-ink-faint">
                  {entry.time.text}
                </time>
              )}
            </div>
            {entry.children !== undefined && <div className="text-ink-soft">{entry.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
