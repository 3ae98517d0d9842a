import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { DisplayForm } from "#app/ui/display-menu.tsx";
import { PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { useDisplayChoices } from "./use-display-choices.ts";

/** The page of the display switcher: where the header's button leads to is the same form. */
export function DisplayView() {
  const { t, path } = useText();
  const choices = useDisplayChoices(path(paths.display()));
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: t("display:title") }]} />} width="reading">
      <PageHeading title={t("display:title")} lead={t("display:lead")} />
      {choices !== null && <DisplayForm {...choices} />}
      <Section id="other-ways" title={t("display:aboutTitle")}>
        <p>{t("display:about")}</p>
      </Section>
    </PageBody>
  );
}
