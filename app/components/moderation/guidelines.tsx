import { useText } from "#app/components/text.tsx";
import type { Guideline } from "#app/domain/moderation/queries/list-guidelines.server.ts";
import type { ReasonChoice } from "#app/domain/moderation/reasons.ts";
import { Card } from "#app/ui/card.tsx";
import { DescriptionList } from "#app/ui/description-list.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { Prose } from "#app/ui/prose.tsx";

/** What is not published and why, on the public page of rules. */
export function PublicGuidelines({ guidelines }: { guidelines: Guideline[] }) {
  return (
    <DescriptionList
      items={guidelines.map(({ label, guideline }) => ({ term: label, description: <Prose text={guideline} /> }))}
    />
  );
}

/** Where the guideline of a reason stands in a form, for what describes its choice. */
export const guidelineId = (form: string, key: string) => `${form}-guideline-${key}`;

/**
 * The guidelines beside the buttons of a decision: all of them, folded, as the page comes; where scripts run, that of the chosen reason alone
 * (`app/browser/decision-forms.ts`).
 */
export function GuidelinesByChoice({ form, reasons }: { form: string; reasons: readonly ReasonChoice[] }) {
  const { t } = useText();
  return (
    <div data-guidelines>
      <Disclosure boxed summary={t("reasons:guidelines")}>
        <div className="flex flex-col gap-3">
          {reasons.map(({ key, label, guideline }) => (
            <div key={key} id={guidelineId(form, key)} data-guideline={key}>
              <p className="font-bold">{label}</p>
              <Prose text={guideline} />
            </div>
          ))}
        </div>
      </Disclosure>
    </div>
  );
}

/** The guideline of the reason that was chosen, where the decision is looked at once more. */
export function ChosenGuideline({ reason }: { reason: Pick<ReasonChoice, "label" | "guideline"> | null }) {
  const { t } = useText();
  if (reason === null) return null;
  return (
    <Card soft>
      <h2 className="heading-4">{t("reasons:guidelines")}</h2>
      <p className="font-bold">{reason.label}</p>
      <Prose text={reason.guideline} />
    </Card>
  );
}
