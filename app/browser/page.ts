/** Every page loads this, deferred, and works without it. What only some pages need is loaded when it is there to be used. */
import { followDisplayForms } from "./display.ts";
import { offerReadAloud } from "./offer-read-aloud.ts";

followDisplayForms();
offerReadAloud();

// browsers leave out autofocus when the address names a part of the page
document.getElementById("error-summary")?.focus();

const limited = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("[data-limit]");
// browsers without a segmenter could only count something else than the server
if (limited.length > 0 && "Segmenter" in Intl) void import("./count.ts").then((part) => part.countCharacters(limited));
