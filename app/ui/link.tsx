import type { AnchorHTMLAttributes, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon, type IconName } from "./icon.tsx";

type NativeAnchor = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "className" | "style" | "children" | "href">;

/**
 * A link in text or alone. `alone` gives it a line of its own, 44 px high.
 * The words say where it goes; never 「こちら」.
 */
export function Link({
  href,
  icon,
  iconAfter,
  alone = false,
  children,
  ...native
}: NativeAnchor & { href: string; icon?: IconName; iconAfter?: IconName; alone?: boolean; children: ReactNode }) {
  const withIcon = icon !== undefined || iconAfter !== undefined;
  return (
    <a
      {...native}
      href={href}
      className={classNames(
        (alone || withIcon) && "inline-flex items-center gap-1.5",
        withIcon && !alone && "target-44",
        alone && "min-h-11 font-bold",
      )}
    >
      {icon !== undefined && <Icon name={icon} />}
      {withIcon ? <span>{children}</span> : children}
      {iconAfter !== undefined && <Icon name={iconAfter} />}
    </a>
  );
}

/** Numbers that callers outside the country cannot reach, so they are not written internationally. */
const domesticOnly = /^0(?:120|570|800|990)/;

/**
 * A telephone number one can press (RFC 3966). `number` is what is shown (`0144-32-6169`); Japanese numbers are dialled as +81, except those
 * that only work within Japan.
 */
export function PhoneLink({ number }: { number: string }) {
  const digits = number.normalize("NFKC").replaceAll(/\D/g, "");
  return (
    <a
      href={`tel:${domesticOnly.test(digits) ? digits : digits.replace(/^0/, "+81")}`}
      className="inline-flex min-h-11 items-center gap-1.5 font-bold"
    >
      <Icon name="phone" />
      {number}
    </a>
  );
}
