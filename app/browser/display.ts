import { displayCookieText, displayFrom } from "../domain/shared/display.ts";

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
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers still in use
  document.cookie = displayCookieText(display, location.protocol === "https:");
}

function show(root: HTMLElement, look: string | null, size: number): void {
  if (look === null) delete root.dataset.look;
  else root.dataset.look = look;
  if (size === 100) delete root.dataset.size;
  else root.dataset.size = String(size);
}
