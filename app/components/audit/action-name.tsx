import { useText } from "#app/components/text.tsx";
import { auditActions } from "#app/domain/audit/audit-actions.ts";

/** What was done, in words; the code itself for what an older version did and none does any more. */
export function ActionName({ action }: { action: string }) {
  const { t } = useText();
  const isKnown = auditActions.some((known) => known === action);
  return isKnown ? t(`desk:audit.actions.${action}`) : <code>{action}</code>;
}
