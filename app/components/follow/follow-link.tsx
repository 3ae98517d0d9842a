import { useText } from "#app/components/text.tsx";
import { Link } from "#app/ui/link.tsx";

/** The way from a page to its news by mail. */
export function FollowLink({ of, to }: { of: "proposal" | "theme" | "search"; to: string }) {
  const { t, path } = useText();
  return (
    <p className="paper:hidden">
      <Link href={path(to)} alone icon="mail" rel="nofollow">
        {t(`follows:link.${of}`)}
      </Link>
    </p>
  );
}
