/** Every page loads this, deferred, and works without it. What only some pages need is loaded when it is there to be used. */
import { followDisplayForms } from "./display.ts";

followDisplayForms();
