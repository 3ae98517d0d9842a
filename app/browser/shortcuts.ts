/** Forms that were sent and whose answer is not there yet. A page that comes back from the browser's memory begins anew. */
let sent = new WeakSet<HTMLFormElement>();

/** Where a browser remembers that somebody wants no shortcuts (WCAG 2.2, 2.1.4: they can be turned off). */
const memory = "shortcuts";

/**
 * Single keys that press what names them in `aria-keyshortcuts`: a link or button is pressed, a disclosure opened and its first field focused.
 * On a list without a link for them, `j` and `k` go from row to row. `?` opens `list`, which tells them all and can turn them off; while it is
 * open, while somebody writes, or holds another key, nothing happens.
 */
export function followShortcuts(list: HTMLElement): void {
  for (const opener of document.querySelectorAll<HTMLElement>(`[popovertarget="${list.id}"]`)) opener.hidden = false;
  const wanted = list.querySelector<HTMLInputElement>("input[type=checkbox]");
  if (wanted) {
    wanted.checked = localStorage.getItem(memory) !== "off";
    wanted.addEventListener("change", () => localStorage.setItem(memory, wanted.checked ? "on" : "off"));
  }
  document.addEventListener("submit", (event) => {
    if (!event.defaultPrevented) sent.add(event.target as HTMLFormElement);
  });
  addEventListener("pageshow", () => {
    sent = new WeakSet();
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (event.ctrlKey || event.altKey || event.metaKey || isWriting(event.target)) return;
    if (event.key === "?") list.togglePopover?.();
    else if (list.matches(":popover-open") || wanted?.checked === false || !act(event.key)) return;
    event.preventDefault();
  });
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [popover]:popover-open") !== null;
}

/** @returns whether the key stands for something here */
function act(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const found = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  if (found === null) return (key === "j" || key === "k") && toRow(key === "j" ? 1 : -1);
  if (found.tagName !== "SUMMARY") {
    // a second press before the answer is there would be a second act
    if (!(found instanceof HTMLButtonElement && found.form && sent.has(found.form))) found.click();
    return true;
  }
  const details = found.closest("details");
  for (let outer = details; outer; outer = outer.parentElement?.closest("details") ?? null) outer.open = true;
  (details?.querySelector<HTMLElement>("input:not([type=hidden], [hidden]), textarea, select") ?? found).focus();
  return true;
}

/** Focuses the link of the row `step` rows on; the first one where none has the focus. */
function toRow(step: number): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at === -1 ? rows.at(0) : rows[at + step];
  next?.focus();
  return rows.length > 0;
}
