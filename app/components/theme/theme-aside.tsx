import { FollowLink } from "#app/components/follow/follow-link.tsx";
import { Day } from "#app/components/reading/day.tsx";
import { useText } from "#app/components/text.tsx";
import type { ThemePage } from "#app/domain/reading/queries/get-theme-page.server.ts";
import { paths } from "#app/routes/paths.ts";
import { Card } from "#app/ui/card.tsx";
import { Link, PhoneLink } from "#app/ui/link.tsx";

/** Beside a theme: who answers for it, its counters, and the plan it comes from. */
export function ThemeAside({ theme }: { theme: ThemePage }) {
  const { t, path } = useText();
  const figures = [
    { label: t("public:theme.proposalCount"), n: theme.proposalCount },
    { label: t("public:theme.answeredCount"), n: theme.answeredCount },
    { label: t("public:theme.commentCount"), n: theme.commentCount },
  ];
  return (
    <>
      <Card>
        <div className="flex flex-col items-start gap-1">
          <h2 className="heading-4">{t("public:theme.deskTitle")}</h2>
          <p>{t("public:desk", { section: theme.desk.section, name: theme.desk.name })}</p>
          <PhoneLink number={theme.desk.phone} />
          <p className="text-small text-ink-soft">{theme.desk.hours}</p>
          <Link href={path(paths.contactDesk(theme.desk.slug))} alone icon="mail">
            {t("public:theme.deskAsk")}
          </Link>
        </div>
      </Card>
      <Card soft>
        <h2 className="heading-4">{t("public:theme.figuresTitle")}</h2>
        <dl className="flex flex-col gap-2">
          {figures.map(({ label, n }) => (
            <div key={label} className="flex items-baseline justify-between gap-4">
              <dt className="text-ink-soft">{label}</dt>
              <dd className="font-bold whitespace-nowrap tabular-nums">{t("public:theme.unit", { n })}</dd>
            </div>
          ))}
        </dl>
        <FollowLink of="theme" to={paths.followTheme(theme.slug)} />
      </Card>
      <Card soft>
        <div className="flex flex-col gap-1">
          <h2 className="heading-4">{t("public:theme.planTitle")}</h2>
          <Link href={path(paths.plan())}>{theme.plan.title}</Link>
          <p className="text-small text-ink-soft">
            <Day at={theme.plan.startsOn} form="short" />
            {theme.plan.endsOn !== null && (
              <>
                {" – "}
                <Day at={theme.plan.endsOn} form="short" />
              </>
            )}
          </p>
        </div>
      </Card>
    </>
  );
}
