import type { ReactNode } from "react";
import { MetaLine } from "./card.tsx";
import { Icon, type IconName } from "./icon.tsx";

export interface Resource {
  href: string;
  title: ReactNode;
  about?: ReactNode;
  meta?: readonly ReactNode[];
  badges?: ReactNode;
  icon?: IconName;
}

/** A list of places to go: one row each, the whole row is the target. */
export function ResourceList({ items }: { items: readonly Resource[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map((item) => (
        <li
          key={item.href}
          className="group relative flex items-center gap-4 px-1 py-4 hover:bg-accent-soft desktop:px-3"
        >
          {item.icon !== undefined && (
            <span className="tile-speech flex size-10 flex-none items-center justify-center bg-accent-soft text-accent group-hover:bg-surface">
              <Icon name={item.icon} />
            </span>
          )}
          <div className="flex min-w-0 flex-1 flex-col gap-1">
            {item.badges !== undefined && <div className="flex flex-wrap gap-2">{item.badges}</div>}
            <a href={item.href} dir="auto" className="stretched font-bold">
              {item.title}
            </a>
            {item.about !== undefined && <div className="text-ink-soft">{item.about}</div>}
            {item.meta !== undefined && <MetaLine items={item.meta} />}
          </div>
          <Icon name="chevron-right" className="text-accent" />
        </li>
      ))}
    </ul>
  );
}
