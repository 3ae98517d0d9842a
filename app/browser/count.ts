import { roomLeft } from "../domain/shared/text-room.ts";

/** How long somebody must have stopped typing before the number is said, in milliseconds. */
const pause = 1_000;

/** From which share of the limit on the number is said: further away it only interrupts. */
const near = 0.2;

/**
 * Counts while one types into fields with a limit, as the server will count. The words come with the field (`data-left`, `data-over`); nothing
 * is cut, and a text that an input method is still composing is not counted.
 */
export function countCharacters(fields: Iterable<HTMLInputElement | HTMLTextAreaElement>): void {
  for (const field of fields) count(field);
}

function count(field: HTMLInputElement | HTMLTextAreaElement): void {
  const { left: leftWords, over: overWords } = field.dataset;
  const limit = Number(field.dataset.limit);
  if (leftWords === undefined || overWords === undefined || !(limit > 0)) return;

  // in the line that says the limit, so that nothing moves
  const seen = element("span", "text-small", { "aria-hidden": "true" });
  const polite = element("p", "sr-only", { role: "status" });
  const urgent = element("p", "sr-only", { role: "alert" });
  let wasOver = false;
  let timer = 0;

  const update = (isTyping: boolean) => {
    const room = roomLeft(field.value, limit, field instanceof HTMLTextAreaElement);
    const isOver = room < 0;
    const words = (isOver ? overWords : leftWords).replace("{n}", Math.abs(room).toLocaleString());
    seen.textContent = words;
    seen.classList.toggle("font-bold", isOver);
    seen.classList.toggle("text-error", isOver);
    seen.classList.toggle("text-ink-soft", !isOver);
    window.clearTimeout(timer);
    if (isTyping && isOver && !wasOver) {
      polite.textContent = "";
      urgent.textContent = words;
    } else if (isTyping && (isOver || wasOver || room <= limit * near)) {
      timer = window.setTimeout(() => {
        urgent.textContent = "";
        polite.textContent = words;
      }, pause);
    }
    wasOver = isOver;
  };

  document.getElementById(`${field.id}-note`)?.append(" ", seen);
  field.parentElement?.append(polite, urgent);
  update(false);
  field.addEventListener("input", (event) => {
    if (!(event as InputEvent).isComposing) update(true);
  });
  field.addEventListener("compositionend", () => update(true));
}

function element(name: string, className: string, attributes: Record<string, string>): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}
