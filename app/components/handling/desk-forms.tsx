import { useText } from "#app/components/text.tsx";
import type { HandlingAct } from "#app/domain/handling/handling.ts";
import type { Handling } from "#app/domain/handling/handling-page.ts";
import { Button } from "#app/ui/button.tsx";
import { DateInput } from "#app/ui/date-input.tsx";
import { Disclosure } from "#app/ui/disclosure.tsx";
import { FormActions } from "#app/ui/layout.tsx";
import { Select } from "#app/ui/select.tsx";
import { Textarea } from "#app/ui/textarea.tsx";
import { ActForm, cameBack, useActField } from "./act-form.tsx";
import type { ActStep } from "./act-step.ts";
import { DraftForm } from "./draft-form.tsx";

type FormProps = { handling: Handling; version: number; step: ActStep | undefined };

const actsOfDesks: readonly HandlingAct[] = ["draft", "ask", "extend", "passOn", "notOurs"];

/** What a desk can do with a submission, each in a form of its own that opens on request: the same on the desk and behind a mail's link. */
export function DeskForms({ openDraft = false, ...props }: FormProps & { openDraft?: boolean }) {
  const { t } = useText();
  const { acts, answers } = props.handling;
  if (!acts.some((act) => actsOfDesks.includes(act))) return null;
  const published = answers.some(({ state }) => state === "PUBLISHED");
  return (
    <div className="flex flex-col gap-3">
      {acts.includes("draft") && (
        <Disclosure
          boxed
          id="draft"
          shortcut="w"
          open={openDraft || cameBack("draft", props.step)}
          summary={t(published ? "desk:handling.draftAgain" : "desk:handling.draft")}
        >
          <DraftForm {...props} />
        </Disclosure>
      )}
      {acts.includes("ask") && <AskForm {...props} />}
      {acts.includes("extend") && <ExtendForm {...props} />}
      {acts.includes("passOn") && <PassOnForm {...props} />}
      {acts.includes("notOurs") && <NotOursForm {...props} />}
    </div>
  );
}

/** The desks one can choose from, as options of a select. */
export function useDeskOptions(handling: Handling, except: string | null = null) {
  const { t, locale } = useText();
  const between = locale === "en" ? ", " : " ";
  return handling.desks
    .filter(({ id }) => id !== except)
    .map(({ id, name, section, hasMailbox }) => ({
      value: id,
      label: `${section}${between}${name}${hasMailbox ? "" : ` ${t("desk:handling.noMailbox")}`}`,
    }));
}

function AskForm({ version, step }: FormProps) {
  const { t } = useText();
  const field = useActField("ask", step);
  return (
    <Disclosure boxed id="ask" open={cameBack("ask", step)} summary={t("desk:handling.ask")}>
      <ActForm act="ask" version={version}>
        <p>{t("desk:handling.askAbout")}</p>
        <Textarea {...field("question")} rows={4} />
        <Send>{t("desk:handling.askSend")}</Send>
      </ActForm>
    </Disclosure>
  );
}

function ExtendForm({ version, step }: FormProps) {
  const { t } = useText();
  const field = useActField("extend", step);
  return (
    <Disclosure boxed id="extend" open={cameBack("extend", step)} summary={t("desk:handling.extend")}>
      <ActForm act="extend" version={version}>
        <p>{t("desk:handling.extendAbout")}</p>
        <DateInput {...field("dueOn")} support={t("desk:handling.dueSupport")} />
        <Textarea {...field("reason")} rows={3} visibility="public" visibilityText={t("common:visibility.public")} />
        <Send>{t("desk:handling.extendSend")}</Send>
      </ActForm>
    </Disclosure>
  );
}

function PassOnForm({ handling, version, step }: FormProps) {
  const { t } = useText();
  const field = useActField("pass-on", step);
  const options = useDeskOptions(handling, handling.assignment?.deskId);
  return (
    <Disclosure boxed id="pass-on" open={cameBack("pass-on", step)} summary={t("desk:handling.passOn")}>
      <ActForm act="pass-on" version={version}>
        <p>{t("desk:handling.passOnAbout")}</p>
        <Select {...field("deskId")} options={options} emptyLabel={t("desk:handling.choose")} />
        <Textarea {...field("reason")} rows={3} />
        <Send>{t("desk:handling.passOnSend")}</Send>
      </ActForm>
    </Disclosure>
  );
}

function NotOursForm({ version, step }: FormProps) {
  const { t } = useText();
  const field = useActField("not-ours", step);
  return (
    <Disclosure boxed id="not-ours" open={cameBack("not-ours", step)} summary={t("desk:handling.notOurs")}>
      <ActForm act="not-ours" version={version}>
        <p>{t("desk:handling.notOursAbout")}</p>
        <Textarea {...field("reason")} rows={3} />
        <Send>{t("desk:handling.notOursSend")}</Send>
      </ActForm>
    </Disclosure>
  );
}

function Send({ children }: { children: string }) {
  return (
    <FormActions>
      <Button name="intent" value="send" wide>
        {children}
      </Button>
    </FormActions>
  );
}
