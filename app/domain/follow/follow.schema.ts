import { z } from "zod";
import { locales } from "#app/domain/shared/localized-text.ts";
import { optionalEmail } from "#app/domain/submission/form-fields.ts";
import { followPaces } from "./follow.ts";

const email = optionalEmail.pipe(z.string({ error: "required" }));
const pace = z.enum(followPaces, { error: "choose" });

/** The form that asks for news. */
export const followSchema = z.object({ email, pace });

/** Another address for all of them. */
export const newAddressSchema = z.object({ email });

/** The language of all mails, and how soon each follow's news come: fields `pace-<id of the follow>`. */
export const followsSchema = z
  .looseObject({ locale: z.enum(locales, { error: "choose" }) })
  .transform(({ locale, ...fields }) => ({
    locale,
    paces: Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) => {
        const chosen = pace.safeParse(value);
        return name.startsWith("pace-") && chosen.success ? [[name.slice("pace-".length), chosen.data]] : [];
      }),
    ),
  }));
