import type { PrintedAddressData } from "#app/components/paper/printed-address.tsx";
import type { Locale } from "#app/domain/shared/localized-text.ts";
import { qrCode } from "./qr-code.server.ts";
import { siteUrl } from "./site-url.server.ts";

/** What a printed page says at its end: where it, or what it leads to, is found again. `path` as `paths` gives it. */
export function printedAddress(locale: Locale, path: string): PrintedAddressData {
  const address = siteUrl(locale, path);
  return { address, qr: qrCode(address) };
}
