import type { Translate } from "#app/components/text.tsx";
import { stances } from "#app/domain/comment/comment.ts";
import type { Choice } from "#app/ui/choice-group.tsx";

/** The choices of a comment's two choice fields; both can be left open. */
export function commentChoices(
  t: Translate,
  questions: readonly { id: string; text: string }[],
): Record<"stance" | "questionId", Choice[]> {
  return {
    stance: [
      ...stances.map((stance) => ({ value: stance, label: t(`comment:stance.${stance}`) })),
      { value: "", label: t("comment:stance.none") },
    ],
    questionId:
      questions.length === 0
        ? []
        : [
            ...questions.map(({ id, text }) => ({ value: id, label: text })),
            { value: "", label: t("comment:form.noQuestion") },
          ],
  };
}
