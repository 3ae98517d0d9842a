import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useDisplayChoices } from "#app/components/display/use-display-choices.ts";
import { useOwnAddress } from "#app/components/page-form.tsx";
import { useText } from "#app/components/text.tsx";
import { countLimit, type Waiting } from "#app/domain/moderation/queue.ts";
import type { StaffRole } from "#app/domain/shared/actor.ts";
import { paths } from "#app/routes/paths.ts";
import { DeskShell, SignOutForm } from "#app/ui/desk-shell.tsx";
import { DisplayMenu } from "#app/ui/display-menu.tsx";
import { LanguageForm } from "#app/ui/language-switcher.tsx";
import { Link } from "#app/ui/link.tsx";
import { NotificationBanner } from "#app/ui/notification-banner.tsx";

export type DeskFrameData = {
  name: string;
  role: StaffRole;
  isSample: boolean;
  secondFactorPutOff: boolean;
  /** No mail server is set: messages are kept as files. */
  mailStaysHere: boolean;
  waiting: Waiting;
};

const everybody: StaffRole[] = ["ADMIN", "MODERATOR", "OFFICER", "VIEWER"];
const overview: StaffRole[] = ["ADMIN", "MODERATOR", "VIEWER"];

/** Where each role can go, in the order of daily use. */
const areas: { key: string; href: string; roles: StaffRole[] }[] = [
  { key: "queue", href: paths.desk(), roles: everybody },
  { key: "figures", href: paths.deskFigures(), roles: everybody },
  { key: "mail", href: paths.deskMails(), roles: overview },
  { key: "inbox", href: paths.deskInbox(), roles: ["ADMIN", "MODERATOR"] },
  { key: "themes", href: paths.deskThemes(), roles: overview },
  { key: "directory", href: paths.deskDirectory(), roles: overview },
  { key: "glossary", href: paths.deskGlossary(), roles: overview },
  { key: "reasons", href: paths.deskReasons(), roles: overview },
  { key: "flagWords", href: paths.deskFlagWords(), roles: overview },
  { key: "trusted", href: paths.deskTrusted(), roles: ["ADMIN", "MODERATOR"] },
  { key: "staff", href: paths.deskStaff(), roles: ["ADMIN"] },
  { key: "settings", href: paths.deskSettings(), roles: overview },
  { key: "audit", href: paths.deskAudit(), roles: ["ADMIN", "MODERATOR"] },
];

function isAt(pathname: string, href: string): boolean {
  if (href === paths.desk()) return pathname === href || /^\/desk\/(submissions|comments|runs)(\/|$)/.test(pathname);
  if (href === paths.deskReasons() && pathname.startsWith(paths.deskReplies())) return true;
  if (href === paths.deskThemes() && pathname.startsWith("/desk/plans/")) return true;
  return pathname === href || pathname.startsWith(`${href}/`);
}

/** Frame of every page of the desk: navigation by role, who is signed in, and what should not stay as it is. */
export function DeskFrame({
  name,
  role,
  isSample,
  secondFactorPutOff,
  mailStaysHere,
  waiting,
  children,
}: DeskFrameData & { children: ReactNode }) {
  const { t, locale } = useText();
  const display = useDisplayChoices();
  const { pathname } = useLocation();
  const address = useOwnAddress();
  const countOf = (area: string) => {
    const n = area === "queue" || area === "mail" || area === "inbox" ? waiting[area] : 0;
    if (n === 0) return undefined;
    return n >= countLimit ? t("desk:queue.many", { n: countLimit }) : String(n);
  };
  return (
    <DeskShell
      skipText={t("common:skip")}
      name={t("common:siteName")}
      areaName={t("desk:frame.area")}
      homeHref={paths.desk()}
      navigationLabel={t("desk:frame.navigation")}
      items={areas
        .filter((area) => area.roles.includes(role))
        .map(({ key, href }) => ({
          href,
          label: t(`desk:frame.areas.${key}`),
          current: isAt(pathname, href),
          count: countOf(key),
        }))}
      account={{
        name,
        role: t(`desk:roles.${role}`),
        href: paths.deskAccount(),
        signOut: <SignOutForm action={paths.deskSignOut()}>{t("desk:frame.signOut")}</SignOutForm>,
      }}
      displayMenu={display && <DisplayMenu text={t("display:menu")} inverse {...display} />}
      languageSwitch={
        <LanguageForm
          label={t("common:languages.label")}
          languages={(["ja", "en"] as const).map((other) => ({
            label: t(`common:languages.${other}`),
            lang: other,
            current: other === locale,
          }))}
          action={paths.deskAccount()}
          fields={{ act: "language", next: address }}
        />
      }
      notices={
        <>
          {secondFactorPutOff && !isSample && (
            <NotificationBanner tone="warning" headingLevel="p" title={t("desk:frame.secondFactorMissing")}>
              <Link href={paths.deskSecondFactor()}>{t("desk:frame.setUpNow")}</Link>
            </NotificationBanner>
          )}
          {isSample && <NotificationBanner tone="info" headingLevel="p" title={t("desk:frame.sample")} />}
          {mailStaysHere && overview.includes(role) && (
            <NotificationBanner tone="warning" headingLevel="p" title={t("desk:frame.mailStaysHere")} />
          )}
        </>
      }
    >
      {children}
    </DeskShell>
  );
}
