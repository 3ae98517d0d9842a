import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export type ChipTone = "neutral" | "accent" | "outline";

const tones: Record<ChipTone, string> = {
  neutral: "border-transparent bg-surface-sunken text-ink",
  accent: "border-transparent bg-accent-soft text-accent-hover",
  outline: "border-line-strong bg-surface text-ink-soft",
};

/** Says what kind of thing this is (a kind, a theme, an area). For a state, use StatusBadge. */
export function ChipLabel({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: ChipTone;
  icon?: IconName;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-1 rounded-6 border px-2 py-0.5 text-[0.875rem]/[1.5] font-normal",
        tones[tone],
      )}
    >
      {icon !== undefined && <Icon name={icon} className="self-center" />}
      {children}
    </span>
  );
}
