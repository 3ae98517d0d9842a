/** Every page loads this, deferred, and works without it. What only some pages need is loaded when it is there to be used. */
import { offerReadAloud } from "./offer-read-aloud.ts";

offerReadAloud();

document.addEventListener("change", async ({ target }) => {
  const form = (target as Element).closest<HTMLFormElement>("form[data-display]");
  if (form) (await import("./display.ts")).followDisplay(form, (target as HTMLInputElement).name);
});

// browsers leave out autofocus when the address names a part of the page
document.getElementById("error-summary")?.focus();

const limited = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-limit]");
// browsers without a segmenter could only count something else than the server
if (limited.length > 0 && "Segmenter" in Intl) void import("./count.ts").then((part) => part.countCharacters(limited));
