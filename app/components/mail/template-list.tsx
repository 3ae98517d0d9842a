import { useText } from "#app/components/text.tsx";
import { type MailAudience, mailAudience, mailTemplates } from "#app/domain/mail/mail-message.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { paths } from "#app/routes/paths.ts";
import { Section } from "#app/ui/layout.tsx";
import { ResourceList } from "#app/ui/resource-list.tsx";

const audiences: MailAudience[] = ["PERSON", "DESK", "STAFF"];

/** Every message by who reads it: what it is for, as what and in which languages it is sent. */
export function TemplateList() {
  const { t } = useText();
  const languages = locales.map((locale) => t(`mailLog:language.${locale}`)).join(t("mailTemplates:comma"));
  return audiences.map((audience) => (
    <Section
      key={audience}
      id={audience.toLowerCase()}
      title={t(`mailTemplates:audience.${audience}`)}
      about={t(`mailTemplates:form.${audience}`)}
    >
      <ResourceList
        items={mailTemplates
          .filter((template) => mailAudience[template] === audience)
          .map((template) => ({
            href: paths.deskMailTemplate(template),
            title: t(`mailLog:template.${template}`),
            about: t(`mailTemplates:purpose.${template}`),
            meta: [languages],
          }))}
      />
    </Section>
  ));
}
