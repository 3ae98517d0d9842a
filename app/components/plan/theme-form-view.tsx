import { BackButton } from "#app/components/desk/back-button.tsx";
import { DoneBanner } from "#app/components/desk/done-banner.tsx";
import { EditingForm } from "#app/components/desk/editing-form.tsx";
import { answerOf, type FormAnswer } from "#app/components/desk/form-answer.ts";
import { LocalizedControls, localizedLabels } from "#app/components/desk/localized-controls.tsx";
import { SaveForm } from "#app/components/desk/save-form.tsx";
import { useDeskForm } from "#app/components/desk/use-desk-form.tsx";
import { PageForm } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { type ThemeIllustration, themeIllustrations } from "#app/domain/plan/illustrations.ts";
import { planLimits } from "#app/domain/plan/plan-editing.ts";
import type { QuestionEditor, ThemeEditor } from "#app/domain/plan/queries/get-theme-editor.server.ts";
import { localizedValues } from "#app/domain/shared/localized-fields.ts";
import { pick } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Checkbox, RadioGroup } from "#app/ui/choice-group.tsx";
import { DeskHeading } from "#app/ui/desk-shell.tsx";
import { Illustration } from "#app/ui/illustration.tsx";
import { FormActions, Section } from "#app/ui/layout.tsx";
import { Select } from "#app/ui/select.tsx";
import { StatusBadge } from "#app/ui/status-badge.tsx";
import { ThemePolicyForm } from "./theme-policy-form.tsx";

type Props = { theme: ThemeEditor; desks: { value: string; label: string }[]; mayChange: boolean; answer?: FormAnswer };

/** What a theme's page says, and its questions. */
export function ThemeFormView({ theme, desks, mayChange, answer }: Props) {
  const { t, locale } = useText();
  const labels = {
    ...localizedLabels(t, "title", t("desk:themes.fieldTitle")),
    ...localizedLabels(t, "lead", t("desk:themes.lead")),
    ...localizedLabels(t, "body", t("desk:themes.body")),
    deskId: t("desk:themes.desk"),
    illustration: t("deskPictures:theme.label"),
    isFeatured: t("desk:themes.featuredLabel"),
  };
  const initial = {
    ...localizedValues("title", theme.title),
    ...localizedValues("lead", theme.lead),
    ...localizedValues("body", theme.body),
    deskId: theme.deskId,
    illustration: theme.illustration,
    isFeatured: theme.isFeatured ? "on" : "",
  };
  const form = useDeskForm({ initial, answer: answerOf(answer, "theme") }, labels);
  return (
    <>
      <DoneBanner />
      {form.messages}
      <DeskHeading
        title={`${theme.numeral} ${pick(theme.title, locale)}`}
        actions={
          <>
            <BackButton href={paths.deskThemes()} />
            <ButtonLink href={paths.theme(theme.slug)} variant="outline">
              {t("desk:themes.publicPage")}
            </ButtonLink>
          </>
        }
      />
      <Card>
        <SaveForm act="theme" version={theme.version} mayChange={mayChange}>
          <LocalizedControls form={form} name="title" legend={t("desk:themes.fieldTitle")} limit={planLimits.title} />
          <LocalizedControls form={form} name="lead" legend={t("desk:themes.lead")} rows={3} limit={planLimits.lead} />
          <LocalizedControls
            form={form}
            name="body"
            legend={t("desk:themes.body")}
            support={t("desk:themes.bodySupport")}
            rows={10}
            limit={planLimits.body}
          />
          <Select
            {...form.field("deskId", { support: t("desk:themes.deskSupport") })}
            options={desks}
            emptyLabel={t("desk:form.choose")}
          />
          <RadioGroup
            {...form.field("illustration", { support: t("deskPictures:theme.support") })}
            choices={themeIllustrations.map((name) => ({ value: name, label: <PictureChoice name={name} /> }))}
            inline
          />
          <Checkbox {...form.box("isFeatured")} />
        </SaveForm>
      </Card>
      <ThemePolicyForm theme={theme} mayChange={mayChange} answer={answer} />
      <Section id="questions" title={t("desk:themes.questions")} about={t("desk:themes.questionsAbout")}>
        {theme.questions.map((question) => (
          <QuestionForm
            key={question.id}
            question={question}
            mayChange={mayChange}
            answer={answer?.values.id === question.id ? answer : undefined}
          />
        ))}
        {mayChange && <QuestionForm question={null} mayChange answer={answerOf(answer, "addQuestion")} />}
      </Section>
    </>
  );
}

function PictureChoice({ name }: { name: ThemeIllustration }) {
  const { t } = useText();
  return (
    <span className="flex items-center gap-3">
      <Illustration name={name} className="size-14" />
      {t(`deskPictures:theme.names.${name}`)}
    </span>
  );
}

function QuestionForm({
  question,
  mayChange,
  answer,
}: {
  question: QuestionEditor | null;
  mayChange: boolean;
  answer?: FormAnswer;
}) {
  const { t } = useText();
  const prefix = `${question?.id ?? "new"}-`;
  const labels = localizedLabels(t, "text", t("desk:themes.questionText"));
  const isOpening = answer?.act === "openQuestion" || answer?.act === "closeQuestion";
  const initial = localizedValues("text", question?.text ?? {});
  const form = useDeskForm({ initial, answer: isOpening ? undefined : answer }, labels, prefix);
  const opening = useDeskForm({ initial: {}, answer: isOpening ? answer : undefined }, {});
  const hidden = question && (
    <>
      <input type="hidden" name="id" value={question.id} />
      <input type="hidden" name="version" value={question.version} />
    </>
  );
  return (
    <Card soft={question === null} id={`question-${question?.id ?? "new"}`}>
      {form.messages}
      {opening.messages}
      {question && (
        <p>
          <StatusBadge tone={question.isOpen ? "success" : "neutral"}>
            {t(question.isOpen ? "desk:themes.asked" : "desk:themes.askedNot")}
          </StatusBadge>
        </p>
      )}
      <EditingForm mayChange={mayChange} gap="gap-4">
        <input type="hidden" name="act" value={question ? "question" : "addQuestion"} />
        {hidden}
        <LocalizedControls
          form={form}
          name="text"
          legend={t(question ? "desk:themes.questionText" : "desk:themes.addQuestion")}
          rows={3}
          limit={planLimits.question}
        />
        {mayChange && (
          <FormActions>
            <Button variant="outline">{t(question ? "desk:themes.saveQuestion" : "desk:themes.addQuestionGo")}</Button>
          </FormActions>
        )}
      </EditingForm>
      {question && mayChange && (
        <PageForm>
          <input type="hidden" name="act" value={question.isOpen ? "closeQuestion" : "openQuestion"} />
          {hidden}
          <Button variant={question.isOpen ? "danger" : "outline"} size="sm">
            {t(question.isOpen ? "desk:themes.closeQuestion" : "desk:themes.openQuestion")}
          </Button>
        </PageForm>
      )}
    </Card>
  );
}
