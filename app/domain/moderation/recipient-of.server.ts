import { db } from "#app/platform/database/client.server.ts";
import type { DecisionPreview } from "./review-page.ts";

/** Whether a mail to an author would go out: there is an address, and its owner confirmed it. */
export async function recipientOf(emailAddressId: string | null): Promise<DecisionPreview["recipient"]> {
  if (emailAddressId === null) return "none";
  const address = await db().emailAddress.findUnique({
    where: { id: emailAddressId },
    select: { confirmedAt: true },
  });
  return address?.confirmedAt ? "confirmed" : "unconfirmed";
}
