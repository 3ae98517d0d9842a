import { useText } from "#app/components/text.tsx";
import type { ThemePage } from "#app/domain/reading/queries/get-theme-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ChipLabel } from "#app/ui/chip-label.tsx";
import { Section } from "#app/ui/layout.tsx";

/** 聞きたいこと: each question with the way to answer it. */
export function ThemeQuestions({ theme }: { theme: ThemePage }) {
  const { t, path } = useText();
  return (
    <Section id="questions" title={t("public:theme.questionsTitle")} about={t("public:theme.questionsAbout")}>
      <ol className="flex flex-col gap-4">
        {theme.questions.map((question, index) => (
          <li
            key={question.id}
            className="flex flex-col items-start gap-3 rounded-16 rounded-bl-none bg-accent-soft px-5 py-5 desktop:px-7 desktop:py-6"
          >
            <p className="text-small font-bold text-accent">{t("public:theme.questionNumber", { n: index + 1 })}</p>
            <p className="heading-3">{question.text}</p>
            {question.isOpen && theme.takesComments ? (
              <ButtonLink
                href={path(paths.newThemeComment(theme.slug, { questionId: question.id }))}
                variant="outline"
                icon="bubble"
                aria-label={t("public:theme.answerQuestionNamed", { n: index + 1 })}
              >
                {t("public:theme.answerQuestion")}
              </ButtonLink>
            ) : (
              <ChipLabel tone="outline">{t("public:theme.questionClosed")}</ChipLabel>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
