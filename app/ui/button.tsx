import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

export type ButtonVariant = "solid" | "outline" | "text" | "danger";
export type ButtonSize = "lg" | "md" | "sm";

interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Before the words. */
  icon?: IconName;
  /** After the words. */
  iconAfter?: IconName;
  /** As wide as its container on a phone. */
  wide?: boolean;
  children: ReactNode;
}

const base =
  "target-44 items-center justify-center gap-2 border-2 text-center font-bold no-underline hover:underline hover:decoration-2 active:underline paper:hidden";

const sizes: Record<ButtonSize, string> = {
  lg: "min-h-14 min-w-34 rounded-12 px-6 py-3 text-[1.0625rem]/[1.4]",
  md: "min-h-12 min-w-24 rounded-8 px-4 py-2 text-[1rem]/[1.4]",
  sm: "min-h-9 min-w-18 rounded-6 px-3 py-1 text-[0.9375rem]/[1.4]",
};

const variants: Record<ButtonVariant, string> = {
  solid:
    "border-accent bg-accent text-on-accent visited:text-on-accent hover:border-accent-hover hover:bg-accent-hover hover:text-on-accent active:border-accent-active active:bg-accent-active active:text-on-accent",
  outline:
    "border-accent bg-surface text-accent visited:text-accent hover:bg-accent-soft hover:text-accent-hover active:bg-accent-soft active:text-accent-active",
  text: "border-transparent bg-transparent text-accent visited:text-accent underline underline-offset-4 hover:bg-accent-soft hover:text-accent-hover active:text-accent-active",
  danger:
    "border-error bg-surface text-error visited:text-error hover:bg-error-soft hover:text-error active:bg-error-soft active:text-error",
};

function look({ variant = "solid", size = "md", wide = false }: ButtonLook): string | undefined {
  return classNames(
    wide ? "flex w-full desktop:inline-flex desktop:w-auto" : "inline-flex",
    base,
    sizes[size],
    variants[variant],
  );
}

function Face({ icon, iconAfter, children }: ButtonLook) {
  return (
    <>
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {iconAfter !== undefined && <Icon name={iconAfter} />}
    </>
  );
}

type NativeButton = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "className" | "style" | "children" | "disabled">;

/**
 * A button that does something. Its type is `submit` unless said otherwise, because pages work without JavaScript.
 * There is no `disabled`: a button that cannot be pressed explains nothing; let it be pressed and say what is missing.
 */
export function Button({
  variant,
  size,
  icon,
  iconAfter,
  wide,
  children,
  type = "submit",
  ...native
}: ButtonLook & NativeButton) {
  return (
    <button {...native} type={type} className={look({ variant, size, wide, children })}>
      <Face icon={icon} iconAfter={iconAfter}>
        {children}
      </Face>
    </button>
  );
}

type NativeAnchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "style" | "children" | "href">;

/** A link that looks like a button: it goes to the next step and changes nothing by itself. */
export function ButtonLink({
  variant,
  size,
  icon,
  iconAfter,
  wide,
  children,
  href,
  ...native
}: ButtonLook & NativeAnchor & { href: string }) {
  return (
    <a {...native} href={href} className={look({ variant, size, wide, children })}>
      <Face icon={icon} iconAfter={iconAfter}>
        {children}
      </Face>
    </a>
  );
}
