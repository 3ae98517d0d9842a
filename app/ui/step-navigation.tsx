import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

export interface Step {
  label: string;
}

/**
 * 入力 → 確認 → 完了. `current` counts from 0. `summary` says it in one sentence for those who do not see the line
 * (「全3ステップ中、2番目です」); `doneText` is read with each finished step (「完了」).
 */
export function StepNavigation({
  label,
  summary,
  doneText,
  steps,
  current,
}: {
  label: string;
  summary: string;
  doneText: string;
  steps: readonly Step[];
  current: number;
}) {
  return (
    <nav aria-label={label}>
      <p className="sr-only">{summary}</p>
      <ol className="flex max-w-reading">
        {steps.map((step, index) => {
          const done = index < current;
          const now = index === current;
          return (
            <li
              key={step.label}
              aria-current={now ? "step" : undefined}
              className={classNames(
                "relative flex flex-1 flex-col items-center gap-1.5 text-center",
                index > 0 && "before:absolute before:top-5 before:right-1/2 before:left-[-50%] before:h-0.5",
                index > 0 && (index <= current ? "before:bg-accent" : "before:bg-line"),
              )}
            >
              <span
                className={classNames(
                  "relative z-1 flex size-10 items-center justify-center rounded-full border-2 font-bold",
                  done && "border-accent bg-surface text-accent",
                  now && "border-accent bg-accent text-on-accent",
                  !done && !now && "border-line-strong bg-surface text-ink-soft",
                )}
              >
                {done ? <Icon name="check" /> : index + 1}
              </span>
              <span className={classNames("text-small", now ? "font-bold" : "text-ink-soft")}>
                {step.label}
                {done && <span className="sr-only"> {doneText}</span>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
