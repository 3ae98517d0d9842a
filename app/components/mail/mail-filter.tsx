import { useText } from "#app/components/text.tsx";
import { mailStates } from "#app/domain/mail/mail.ts";
import { mailTemplates } from "#app/domain/mail/mail-message.ts";
import { paths } from "#app/routes/paths.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FilterBar } from "#app/ui/layout.tsx";
import { Select } from "#app/ui/select.tsx";
import { TextInput } from "#app/ui/text-input.tsx";

export type MailFilterValues = { state: string; template: string; number: string };

/** Narrows the mail log; a form of links, so that the address says what is shown. */
export function MailFilter({ values, numberIsWrong }: { values: MailFilterValues; numberIsWrong: boolean }) {
  const { t } = useText();
  return (
    <FilterBar
      action={paths.deskMails()}
      label={t("mailLog:filter.label")}
      actions={
        <>
          <Button variant="outline" size="sm">
            {t("mailLog:filter.apply")}
          </Button>
          <ButtonLink variant="text" size="sm" href={paths.deskMails()}>
            {t("mailLog:filter.clear")}
          </ButtonLink>
        </>
      }
    >
      <Select
        id="state"
        name="state"
        label={t("mailLog:filter.state")}
        emptyLabel={t("mailLog:filter.all")}
        defaultValue={values.state}
        options={mailStates.map((state) => ({ value: state, label: t(`mailLog:state.${state}`) }))}
      />
      <Select
        id="template"
        name="template"
        label={t("mailLog:filter.template")}
        emptyLabel={t("mailLog:filter.all")}
        defaultValue={values.template}
        options={mailTemplates.map((template) => ({ value: template, label: t(`mailLog:template.${template}`) }))}
      />
      <TextInput
        id="number"
        name="number"
        label={t("mailLog:filter.number")}
        support={t("mailLog:filter.numberSupport")}
        error={numberIsWrong ? t("mailLog:filter.badNumber") : undefined}
        defaultValue={values.number}
        autoComplete="off"
        width="short"
      />
    </FilterBar>
  );
}
