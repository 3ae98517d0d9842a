import { useText } from "#app/components/text.tsx";
import { PageBody, PageHeading } from "#app/ui/layout.tsx";

export default function Home() {
  const { t } = useText();
  return (
    <PageBody>
      <PageHeading title={t("common:siteName")} lead={t("common:siteDescription")} />
    </PageBody>
  );
}
