import { ConsentField } from "#app/components/submission/consent-field.tsx";
import { FormField } from "#app/components/submission/form-field.tsx";
import { fieldsOf } from "#app/components/submission/form-spec.ts";
import { emptyForm, type FormState } from "#app/components/submission/form-words.ts";
import { useText } from "#app/components/text.tsx";
import type { ReadingTime } from "#app/domain/plan/theme-policy.ts";
import { Button } from "#app/ui/button.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { CitingSentence } from "#app/ui/own-words.tsx";
import { QuotedText } from "#app/ui/prose.tsx";
import { commentChoices } from "./comment-choices.ts";
import { commentForm } from "./comment-form-spec.ts";

/**
 * The form of a comment, for its own page and for the pages of themes and proposals.
 *
 * @param action the address that takes it, with its language prefix: `path(paths.newThemeComment(slug))` or
 *   `path(paths.newProposalComment(number))`
 * @param takesStance true on a proposal
 * @param questions the theme's open questions to choose from; none on a proposal, nor on a theme's own page, where each question leads to a form
 * @param parent the comment that is replied to
 */
export function CommentForm({
  action,
  takesStance,
  questions = [],
  questionId = "",
  parent = null,
  state = emptyForm,
  readingTime,
}: {
  action: string;
  takesStance: boolean;
  questions?: readonly { id: string; text: string }[];
  /** The question chosen beforehand. */
  questionId?: string;
  parent?: { id: string; body: string; displayName: string | null } | null;
  state?: FormState;
  /** When comments here are read. */
  readingTime: ReadingTime;
}) {
  const { t } = useText();
  const spec = commentForm({ takesStance, isReply: parent !== null });
  const choices: Record<string, ReturnType<typeof commentChoices>["stance"]> = commentChoices(t, questions);
  const filled: FormState = { ...state, values: { questionId, ...state.values } };
  return (
    <form method="post" action={action} noValidate className="flex flex-col gap-7">
      {parent !== null && (
        <>
          <QuotedText
            text={parent.body}
            source={
              <CitingSentence
                sentence={t("comment:replyingTo", { name: parent.displayName ?? t("common:anonymous") })}
                words={parent.displayName ?? ""}
              />
            }
          />
          <input type="hidden" name="parent" value={parent.id} />
        </>
      )}
      {readingTime !== "BEFORE" && <p>{t(`policy:about.${readingTime}`)}</p>}
      {fieldsOf(spec).map((field) => (
        <FormField key={field.name} spec={spec} field={field} state={filled} choices={choices[field.name]} />
      ))}
      <ConsentField state={state} />
      <FormActions>
        <Button size="lg" wide name="intent" value="confirm" iconAfter="arrow-right">
          {t("submission:toConfirm")}
        </Button>
      </FormActions>
    </form>
  );
}
