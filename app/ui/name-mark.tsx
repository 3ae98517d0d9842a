import { classNames } from "./class-names.ts";

/**
 * The sign of 創革ひろば: four paving stones around an open square. The fourth has a sharp corner, like a speech bubble:
 * a square is where somebody speaks.
 */
export function NameMarkSign({ className }: { className?: string }) {
  return (
    <svg className={classNames("flex-none", className)} width="40" height="40" viewBox="0 0 40 40" aria-hidden="true">
      <path className="fill-mark-1" d="M2 8a6 6 0 0 1 6-6h11v11.07A7 7 0 0 0 13.07 19H2z" />
      <path className="fill-mark-2" d="M21 2h11a6 6 0 0 1 6 6v11H26.93A7 7 0 0 0 21 13.07z" />
      <path className="fill-mark-3" d="M2 21h11.07A7 7 0 0 0 19 26.93V38H8a6 6 0 0 1-6-6z" />
      <path className="fill-mark-4" d="M26.93 21H38v17H21V26.93A7 7 0 0 0 26.93 21z" />
    </svg>
  );
}

/** Sign and name together. `name` is the site's name, `owner` the words above it (the city). */
export function NameMark({ name, owner, inverse = false }: { name: string; owner?: string; inverse?: boolean }) {
  return (
    <span className="inline-flex items-center gap-3">
      <span className={classNames(inverse && "rounded-8 bg-white p-1", "flex")}>
        <NameMarkSign className={inverse ? "size-7" : "size-9 desktop:size-10"} />
      </span>
      <span className="flex flex-col">
        {owner !== undefined && <span className="text-dns-14N-130">{owner}</span>}
        <span className="text-[1.25rem]/[1.3] font-bold tracking-[0.04em] desktop:text-[1.375rem]/[1.3]">{name}</span>
      </span>
    </span>
  );
}
