import { usedFrom, usedValue, withReply } from "../domain/moderation/canned-reply.ts";

/**
 * The forms of decisions without the way to the server and back: the guideline of the chosen reason alone stands beside the buttons, and a
 * canned reply goes into the explanation at once.
 */
export function helpDecisions(forms: Iterable<HTMLFormElement>): void {
  for (const form of forms) {
    followReason(form);
    insertReplies(form);
  }
}

function followReason(form: HTMLFormElement): void {
  const place = form.querySelector("[data-guidelines]");
  const details = place?.querySelector("details");
  if (!place || !details) return;
  const show = () => {
    const chosen = form.querySelector<HTMLInputElement>('[name="reasonCode"]:checked')?.value;
    if (chosen === undefined) return;
    for (const guideline of place.querySelectorAll<HTMLElement>("[data-guideline]"))
      guideline.hidden = guideline.dataset.guideline !== chosen;
    details.open = true;
  };
  form.addEventListener("change", ({ target }) => {
    if ((target as Element).matches('[name="reasonCode"]')) show();
  });
  show();
}

function insertReplies(form: HTMLFormElement): void {
  const place = form.querySelector("[data-replies]");
  const select = place?.querySelector("select");
  const used = place?.querySelector<HTMLInputElement>('[name="replies"]');
  const explanation = form.querySelector<HTMLTextAreaElement>('[name="explanation"]');
  const button = place?.querySelector("button");
  if (!select || !used || !explanation || !button) return;
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const { text, used: version } = select.selectedOptions[0]?.dataset ?? {};
    if (text === undefined) {
      select.focus();
      return;
    }
    explanation.value = withReply(explanation.value, text);
    used.value = usedValue(usedFrom(`${used.value} ${version ?? ""}`));
    select.value = "";
    explanation.focus();
    // whoever counts the characters
    explanation.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
