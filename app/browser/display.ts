import { defaultDisplay, displayCookie, displayFrom, displayValue } from "../domain/shared/display.ts";

/**
 * Lets a choice of colours or text size take effect at once, where the reader is: nothing is loaded again and nothing typed is lost.
 * Furigana are made by the server, so that choice is sent as a form, as all are without a script.
 */
export function followDisplay(form: HTMLFormElement, changed: string): void {
  if (changed === "furigana") return;
  const chosen = new FormData(form);
  const display = displayFrom(
    `${chosen.get("look")}-${chosen.get("size")}${chosen.has("furigana") ? "-furigana" : ""}`,
  );
  show(document.documentElement, display.look, display.size);
  keep(displayValue(display));
}

function show(root: HTMLElement, look: string | null, size: number): void {
  if (look === null) delete root.dataset.look;
  else root.dataset.look = look;
  if (size === 100) delete root.dataset.size;
  else root.dataset.size = String(size);
}

function keep(value: string): void {
  const isDefault = value === displayValue(defaultDisplay);
  const secure = location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers still in use
  document.cookie = `${displayCookie.name}=${isDefault ? "" : value}; Path=/; SameSite=Lax; Max-Age=${isDefault ? 0 : displayCookie.maxAge}${secure}`;
}
