import { useText } from "#app/components/text.tsx";
import { paths } from "#app/routes/paths.ts";
import { Breadcrumb } from "#app/ui/breadcrumb.tsx";

/** Home, then the given pages (addresses without language prefix); the last one is where the reader is. */
export function PublicBreadcrumb({ crumbs }: { crumbs: readonly { label: string; address?: string }[] }) {
  const { t, path } = useText();
  return (
    <Breadcrumb
      label={t("common:breadcrumb.label")}
      crumbs={[
        { label: t("common:breadcrumb.home"), href: path(paths.home()) },
        ...crumbs.map(({ label, address }) => ({ label, href: address === undefined ? undefined : path(address) })),
      ]}
    />
  );
}
