import { Crumbs } from "#app/components/reading/crumbs.tsx";
import { useText, useTextTree } from "#app/components/text.tsx";
import type { TransparencyPage } from "#app/domain/figures/queries/get-transparency-page.server.ts";
import { fewestPublished, type Period } from "#app/domain/figures/work-figures.ts";
import { formatDateTime } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import { classNames } from "#app/ui/class-names.ts";
import { EmptyState, PageBody, PageHeading, Section } from "#app/ui/layout.tsx";
import { Link } from "#app/ui/link.tsx";
import { useNumbers } from "./use-numbers.ts";
import { WorkSections } from "./work-sections.tsx";
import { periodWord } from "./work-words.ts";

/** What the city does with what it gets, in figures, for everybody; and how they were counted. */
export function TransparencyView({ shown }: { shown: TransparencyPage | null }) {
  const { t, locale } = useText();
  const { number } = useNumbers();
  const title = t("figures:title");
  return (
    <PageBody breadcrumb={<Crumbs items={[{ label: title }]} />}>
      <PageHeading
        title={title}
        lead={t("figures:lead")}
        meta={shown && t("figures:computed", { time: formatDateTime(new Date(shown.computedAt), locale) })}
      />
      {shown === null ? (
        <EmptyState picture="record" title={t("figures:emptyTitle")}>
          {t("figures:emptyText")}
        </EmptyState>
      ) : (
        <>
          <div className="flex flex-col gap-2">
            <Periods shown={shown} />
            {shown.samples > 0 && <p>{t("home:figures.samples", { n: number(shown.samples) })}</p>}
          </div>
          <WorkSections figures={shown.figures} themes={shown.themes} desks={shown.desks} reasons={shown.reasons} />
          <Rules shown={shown} />
        </>
      )}
    </PageBody>
  );
}

function Periods({ shown: { period, periods } }: { shown: { period: Period; periods: readonly Period[] } }) {
  const { t, locale, path } = useText();
  const [usual] = periods;
  const address = ({ key }: Period) => path(paths.transparency(key === usual?.key ? undefined : key));
  return (
    <nav aria-label={t("figures:period")} className="paper:hidden">
      <ul className="flex flex-wrap gap-2">
        {periods.map((one) => (
          <li key={one.key}>
            <a
              href={address(one)}
              aria-current={one.key === period.key ? "page" : undefined}
              className={classNames(
                "inline-flex min-h-11 items-center rounded-full border px-4 no-underline hover:underline",
                one.key === period.key
                  ? "border-accent bg-accent font-bold text-on-accent visited:text-on-accent hover:text-on-accent"
                  : "border-line-strong bg-surface text-ink visited:text-ink",
              )}
            >
              {periodWord(t, one, locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Rules({ shown: { promise } }: { shown: TransparencyPage }) {
  const { t, path } = useText();
  const rules = useTextTree<string[]>("figures:rules", {
    fewest: fewestPublished,
    idea: promise.IDEA,
    partnership: promise.PARTNERSHIP,
    inquiry: promise.INQUIRY,
  });
  return (
    <Section id="rules" title={t("figures:rulesTitle")}>
      <ul className="flex max-w-reading list-disc flex-col gap-2 pl-5">
        {rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p className="flex max-w-reading flex-col gap-1">
        <Link href={path(paths.transparencyCsv())} download>
          {t("figures:openData.link")}
        </Link>
        <span className="text-small text-ink-faint">{t("figures:openData.about")}</span>
      </p>
    </Section>
  );
}
