import { ActForm, cameBack, useActField } from "#app/components/handling/act-form.tsx";
import type { ActStep } from "#app/components/handling/act-step.ts";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import type { Arrangement } from "#app/domain/moderation/arrangement-page.ts";
import type { ReviewPage } from "#app/domain/moderation/review-page.ts";
import { paths } from "#app/routes/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { RadioGroup } from "#app/ui/choice-group.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { languageOf } from "#app/ui/language-of.ts";
import { FormActions, Section, Stack } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";
import { Textarea } from "#app/ui/textarea.tsx";

type Props = { page: ReviewPage; version: number; step: ActStep | undefined };
type FormProps = Props & { arrangement: Arrangement };

/** ほかの扱い: what is seldom done with an item, folded away, each shown once more before it is done. */
export function ArrangementForms(props: Props) {
  const { t } = useText();
  const { arrangement } = props.page;
  if (arrangement === null || arrangement.acts.length === 0) return null;
  const isOpen = arrangement.acts.some((act) => cameBack(act, props.step));
  return (
    <Section id="arrange" title={t("arrangement:title")}>
      <Disclosure boxed open={isOpen} summary={t("arrangement:open")}>
        <Stack gap="sm">
          {arrangement.acts.includes("move") && <MoveForm {...props} arrangement={arrangement} />}
          {arrangement.acts.includes("merge") && <MergeForm {...props} />}
          {arrangement.acts.includes("separate") && <SeparateForm {...props} />}
          {arrangement.acts.includes("split") && <SplitForm {...props} />}
          {arrangement.acts.includes("escalate") && <HandOverForm {...props} act="escalate" />}
          {arrangement.acts.includes("give-back") && <HandOverForm {...props} act="give-back" />}
          {arrangement.kind !== null && <KindForm {...props} kind={arrangement.kind} />}
        </Stack>
      </Disclosure>
    </Section>
  );
}

function MoveForm({ arrangement, version, step }: FormProps) {
  const { t } = useText();
  const field = useActField("move", step);
  return (
    <Disclosure boxed id="move" open={cameBack("move", step)} summary={t("arrangement:move.title")}>
      <ActForm act="move" version={version}>
        <p>{t("arrangement:move.about")}</p>
        <Select {...field("themeId")} options={arrangement.themes} emptyLabel={t("desk:handling.choose")} />
        <Textarea {...field("explanation")} support={t("arrangement:explanationSupport")} rows={3} />
        <Next />
      </ActForm>
    </Disclosure>
  );
}

/** The other one is chosen from those that look alike, once they were asked for, or typed by its number. */
function MergeForm({ version, step }: Props) {
  const { t } = useText();
  const field = useActField("merge", step);
  const similar = step?.step === "input" ? step.similar : undefined;
  const hasChoice = similar !== undefined && similar.length > 0;
  const found = `${useOwnAddress()}#merge`;
  return (
    <Disclosure boxed id="merge" shortcut="m" open={cameBack("merge", step)} summary={t("arrangement:merge.title")}>
      <ActForm version={version}>
        <p>{t("arrangement:merge.about")}</p>
        {similar === undefined ? (
          <div>
            <Button name="act" value="similar" formAction={found} variant="outline" size="sm" icon="search">
              {t("arrangement:merge.find")}
            </Button>
          </div>
        ) : similar.length === 0 ? (
          <p>{t("arrangement:merge.none")}</p>
        ) : (
          <>
            <RadioGroup
              {...field("choice")}
              choices={[
                ...similar.map(({ number, title, review }) => ({
                  value: number,
                  label: `${number} ${title}`,
                  support: t(`desk:queue.reviews.${review}`),
                })),
                { value: "", label: t("arrangement:merge.byNumber") },
              ]}
            />
            <ul className="flex flex-wrap gap-x-6">
              {similar.map(({ number }) => (
                <li key={number}>
                  <Link href={paths.deskSubmission(number)}>{t("arrangement:merge.read", { number })}</Link>
                </li>
              ))}
            </ul>
          </>
        )}
        <TextInput
          {...field("into")}
          {...(hasChoice ? {} : { required: true, requirementText: t("common:required") })}
          support={t("arrangement:merge.intoSupport")}
          autoComplete="off"
        />
        <Textarea {...field("explanation")} support={t("arrangement:explanationSupport")} rows={3} />
        <input type="hidden" name="intent" value="confirm" />
        <FormActions>
          <Button name="act" value="merge" wide>
            {t("arrangement:next")}
          </Button>
        </FormActions>
      </ActForm>
    </Disclosure>
  );
}

function SeparateForm({ version, step }: Props) {
  const { t } = useText();
  const field = useActField("separate", step);
  return (
    <Disclosure boxed id="separate" open={cameBack("separate", step)} summary={t("arrangement:separate.title")}>
      <ActForm act="separate" version={version}>
        <p>{t("arrangement:separate.about")}</p>
        <Textarea {...field("explanation")} support={t("arrangement:explanationSupport")} rows={3} />
        <Next />
      </ActForm>
    </Disclosure>
  );
}

/** The whole text stands in the field: what does not belong to the other matter is deleted, and nothing is written. */
function SplitForm({ page, version, step }: Props) {
  const { t } = useText();
  const field = useActField("split", step);
  const body = page.fields.find(({ name }) => name === "body")?.text;
  return (
    <Disclosure boxed id="split" open={cameBack("split", step)} summary={t("arrangement:split.title")}>
      <ActForm act="split" version={version}>
        <p>{t("arrangement:split.about")}</p>
        <TextInput {...field("title")} autoComplete="off" />
        <Textarea
          {...field("passage", body)}
          lang={languageOf(body ?? "")}
          support={t("arrangement:split.passageSupport")}
          rows={8}
        />
        <Next />
      </ActForm>
    </Disclosure>
  );
}

/** Handing an item to the administrators, or back: words between colleagues, so there is no mail to an author to look at first. */
function HandOverForm({ act, version, step }: Props & { act: "escalate" | "give-back" }) {
  const { t } = useText();
  const field = useActField(act, step);
  return (
    <Disclosure boxed id={act} open={cameBack(act, step)} summary={t(`arrangement:${act}.title`)}>
      <ActForm act={act} version={version}>
        <p>{t(`arrangement:${act}.about`)}</p>
        <Textarea {...field("note")} rows={3} />
        <FormActions>
          <Button name="intent" value="send" wide>
            {t(`arrangement:${act}.send`)}
          </Button>
        </FormActions>
      </ActForm>
    </Disclosure>
  );
}

function KindForm({ kind, version, step }: Props & { kind: NonNullable<Arrangement["kind"]> }) {
  const { t } = useText();
  const field = useActField("kind", step);
  const isInquiry = kind.after === "INQUIRY";
  return (
    <Disclosure boxed id="kind" open={cameBack("kind", step)} summary={t(`arrangement:kind.${kind.after}.title`)}>
      <ActForm act="kind" version={version}>
        <p>{t(`arrangement:kind.${kind.after}.about`)}</p>
        <Select
          {...field("to")}
          label={t(`arrangement:kind.${kind.after}.to`)}
          options={kind.choices}
          emptyLabel={t("desk:handling.choose")}
        />
        <Textarea
          {...field("explanation", isInquiry ? undefined : t("arrangement:kind.ask"))}
          support={t("arrangement:explanationSupport")}
          rows={4}
        />
        <Next />
      </ActForm>
    </Disclosure>
  );
}

function Next() {
  const { t } = useText();
  return (
    <FormActions>
      <Button name="intent" value="confirm" wide>
        {t("arrangement:next")}
      </Button>
    </FormActions>
  );
}
