/** Every page loads this, deferred, and works without it. What only some pages need is loaded when it is there to be used. */
import { offerReadAloud } from "./offer-read-aloud.ts";

offerReadAloud();

document.addEventListener("change", async ({ target }) => {
  const form = (target as Element).closest<HTMLFormElement>("form[data-display]");
  if (form) (await import("./display.ts")).followDisplay(form, (target as HTMLInputElement).name);
});

const shortcuts = document.getElementById("shortcuts");
if (shortcuts) import("./shortcuts.ts").then(({ followShortcuts }) => followShortcuts(shortcuts));

if (document.querySelector("[data-seconds], [data-follow], [data-tick-all]")) import("./desk.ts");
if (document.querySelector("[data-claim]")) import("./keep-claim.ts").then(({ keepClaim }) => keepClaim());
const decisionForms = document.querySelectorAll<HTMLFormElement>("form:has([data-guidelines], [data-replies])");
if (decisionForms.length > 0) import("./decision-forms.ts").then(({ helpDecisions }) => helpDecisions(decisionForms));

// with colours and size in effect already, the button has nothing left to do, and loading the page again would lose what was typed
document.addEventListener("submit", (event) => {
  const form = (event.target as Element).closest<HTMLFormElement>("header form[data-display]");
  const furigana = form?.querySelector<HTMLInputElement>("[name=furigana]");
  if (!form || (furigana && furigana.checked !== furigana.defaultChecked)) return;
  event.preventDefault();
  const menu = form.closest("details");
  menu?.removeAttribute("open");
  menu?.querySelector("summary")?.focus();
});

// browsers leave out autofocus when the address names a part of the page
document.getElementById("error-summary")?.focus();

// counting begins with the first field that somebody writes into; browsers without a segmenter could only count something else than the server
const limited = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-limit]");
if (limited.length > 0 && "Segmenter" in Intl) {
  const begin = async ({ target }: FocusEvent) => {
    if (!(target as Element).matches("[data-limit]")) return;
    document.removeEventListener("focusin", begin);
    (await import("./count.ts")).countCharacters(limited);
  };
  document.addEventListener("focusin", begin);
}
