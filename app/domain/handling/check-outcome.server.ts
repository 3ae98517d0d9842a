import type { Transaction } from "#app/domain/shared/command-context.ts";
import { inputError } from "#app/domain/shared/domain-error.ts";

/** An answer that says "not ours" must name who is responsible: the words must not end the matter. Wrong fields are an INPUT error. */
export async function checkOutcome(
  client: Pick<Transaction, "outcome">,
  { outcomeKey, referral }: { outcomeKey: string; referral: string | null },
): Promise<void> {
  const outcome = await client.outcome.findFirst({
    where: { key: outcomeKey, isActive: true },
    select: { needsReferral: true },
  });
  if (outcome === null) throw inputError({ outcomeKey: ["choose"] });
  if (outcome.needsReferral && referral === null) throw inputError({ referral: ["referralRequired"] });
}
