import { useText } from "#app/components/text.tsx";
import { Pagination } from "#app/ui/pagination.tsx";

/**
 * Links to the pages before and after. `address` is of `paths`; `kept` are the filters that stay in the address; `hash` is where on the
 * page the list begins.
 */
export function Pager({
  page,
  address,
  kept = {},
  hash = "",
  texts,
}: {
  page: { next: string | null; previous: string | null };
  address: string;
  kept?: Record<string, string | undefined>;
  hash?: string;
  texts?: { label: string; next: string; previous: string };
}) {
  const { t, path } = useText();
  const href = (name: "after" | "before", cursor: string) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(kept)) if (value) query.set(key, value);
    query.set(name, cursor);
    return `${path(address)}?${query}${hash}`;
  };
  return (
    <Pagination
      label={texts?.label ?? t("common:pagination.label")}
      previous={
        page.previous === null
          ? undefined
          : { href: href("before", page.previous), label: texts?.previous ?? t("common:pagination.previous") }
      }
      next={
        page.next === null
          ? undefined
          : { href: href("after", page.next), label: texts?.next ?? t("common:pagination.next") }
      }
    />
  );
}
