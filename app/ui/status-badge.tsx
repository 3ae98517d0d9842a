import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export type StatusTone = "neutral" | "info" | "progress" | "success" | "warning" | "error";

const tones: Record<StatusTone, { look: string; icon: IconName }> = {
  neutral: { look: "border-line-strong bg-surface text-ink-soft", icon: "minus" },
  info: { look: "border-accent-line bg-accent-soft text-accent-hover", icon: "info" },
  progress: { look: "border-notice-line bg-notice-soft text-notice", icon: "clock" },
  success: { look: "border-success-line bg-success-soft text-success", icon: "check-circle" },
  warning: { look: "border-warning-line bg-warning-soft text-warning", icon: "warning" },
  error: { look: "border-error-line bg-error-soft text-error", icon: "error" },
};

/** A state in words with its icon; the colour only repeats what the words say. */
export function StatusBadge({
  tone = "neutral",
  icon,
  children,
}: {
  tone?: StatusTone;
  icon?: IconName;
  children: ReactNode;
}) {
  const { look, icon: usual } = tones[tone];
  return (
    <span
      className={classNames(
        "inline-flex items-baseline gap-1 rounded-full border py-0.5 pr-2.5 pl-1.5 text-[0.875rem]/[1.5] font-bold",
        look,
      )}
    >
      <Icon name={icon ?? usual} className="self-center" />
      {children}
    </span>
  );
}
