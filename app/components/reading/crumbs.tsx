import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { Breadcrumb } from "#app/ui/breadcrumb.tsx";

/** Where a public page is, from the home page down. `to` is an address of `paths`; the page itself comes last and has none. */
export function Crumbs({ items }: { items: readonly { label: string; to?: string; lang?: string }[] }) {
  const { t, path } = useText();
  return (
    <Breadcrumb
      label={t("common:breadcrumb.label")}
      crumbs={[
        { label: t("common:breadcrumb.home"), href: path(paths.home()) },
        ...items.map(({ label, to, lang }) => ({ label, lang, href: to === undefined ? undefined : path(to) })),
      ]}
    />
  );
}
