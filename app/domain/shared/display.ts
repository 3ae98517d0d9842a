/** きせかえ: the colours of the pages. Without a choice they follow the device (light or dark). */
export const looks = ["standard", "soft", "dark", "contrast"] as const;
export type Look = (typeof looks)[number];

/** Size of all text in percent of what the browser is set to. */
export const textSizes = [100, 125, 150, 200] as const;
export type TextSize = (typeof textSizes)[number];

/** How somebody wants to see the pages. Nothing in it tells who they are. */
export type Display = {
  /** null: as the device says. */
  look: Look | null;
  size: TextSize;
  /** Readings above kanji, on Japanese pages. */
  furigana: boolean;
};

export const defaultDisplay: Display = { look: null, size: 100, furigana: false };

/** The one cookie of the public site, in seconds for a year. Scripts may write it too: it opens nothing. */
export const displayCookie = { name: "hiroba_display", maxAge: 365 * 24 * 60 * 60 } as const;

/** The cookie as `Set-Cookie` and `document.cookie` take it. The default is kept by keeping nothing. */
export function displayCookieText(display: Display, isSecure: boolean): string {
  const value = displayValue(display);
  const [kept, maxAge] = value === displayValue(defaultDisplay) ? ["", 0] : [value, displayCookie.maxAge];
  return `${displayCookie.name}=${kept}; Path=/; SameSite=Lax; Max-Age=${maxAge}${isSecure ? "; Secure" : ""}`;
}

/** Value of the cookie, for example "dark-150-furigana"; the default is "auto-100". Equal displays give equal values. */
export function displayValue({ look, size, furigana }: Display): string {
  return [look ?? "auto", size, ...(furigana ? ["furigana"] : [])].join("-");
}

const pattern = new RegExp(`^(auto|${looks.join("|")})-(${textSizes.join("|")})(-furigana)?$`);

/** Reads what {@link displayValue} wrote; anything else is the default. */
export function displayFrom(value: string | undefined): Display {
  const [, look = "auto", size = "100", furigana] = pattern.exec(value ?? "") ?? [];
  return {
    look: looks.find((one) => one === look) ?? null,
    size: textSizes.find((one) => String(one) === size) ?? 100,
    furigana: furigana !== undefined,
  };
}

/** The display asked for by a request's `Cookie` header (RFC 6265 §4.2); of two cookies of the name the first counts. */
export function displayOf(cookieHeader: string | null | undefined): Display {
  const [, value] = new RegExp(`(?:^|;)\\s*${displayCookie.name}=([^;\\s]*)`).exec(cookieHeader ?? "") ?? [];
  return displayFrom(value);
}
