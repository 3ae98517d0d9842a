import { useText } from "#app/components/text.tsx";
import { StepNavigation } from "#app/ui/step-navigation.tsx";

const steps = ["input", "confirm", "done"] as const;

/** 入力 → 確認 → 完了. */
export function FormSteps({ current }: { current: (typeof steps)[number] }) {
  const { t } = useText();
  const place = steps.indexOf(current);
  return (
    <StepNavigation
      label={t("submission:steps.label")}
      summary={t("submission:steps.summary", { total: steps.length, current: place + 1 })}
      doneText={t("submission:steps.finished")}
      steps={steps.map((step) => ({ label: t(`submission:steps.${step}`) }))}
      current={place}
    />
  );
}
