import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";
import { type BannerTone, useUiWords } from "./words.tsx";

const tones: Record<BannerTone, { look: string; title: string; icon: IconName }> = {
  success: { look: "border-success-line bg-success-soft", title: "text-success", icon: "check-circle" },
  error: { look: "border-error-line bg-error-soft", title: "text-error", icon: "error" },
  warning: { look: "border-warning-line bg-warning-soft", title: "text-warning", icon: "warning" },
  info: { look: "border-accent bg-accent-soft", title: "text-accent-hover", icon: "info" },
};

/**
 * News about what just happened (`live`) or a standing notice. News takes the focus when the page opens, without a script: it is read at once, and
 * who goes on with the keyboard goes on from here.
 * Its kind is said in words for those who do not see icon and colour (「エラー」「完了」); `toneText` says it more exactly.
 */
export function NotificationBanner({
  tone,
  toneText,
  title,
  headingLevel: Heading = "h2",
  live = false,
  children,
  actions,
}: {
  tone: BannerTone;
  toneText?: string;
  title: ReactNode;
  headingLevel?: "h2" | "h3" | "p";
  live?: boolean;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  const { look, title: titleLook, icon } = tones[tone];
  const words = useUiWords();
  const kind = toneText ?? words?.tones[tone];
  return (
    <div
      role={live ? (tone === "error" ? "alert" : "status") : undefined}
      tabIndex={live ? -1 : undefined}
      // biome-ignore lint/a11y/noAutofocus: what became of the last action is where the reader goes on
      autoFocus={live || undefined}
      className={classNames("flex gap-3 rounded-12 border border-l-8 py-4 pr-4 pl-4 desktop:gap-4 desktop:px-6", look)}
    >
      <Icon name={icon} className={classNames("mt-[0.1em] size-6", titleLook)} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <Heading className={classNames("heading-4", titleLook)}>
          {kind !== undefined && <span className="sr-only">{kind}: </span>}
          {title}
        </Heading>
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className="mt-2 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}
