import { useLocation } from "@remix-run/react";
import type { ReactNode } from "react";
import { useDisplayChoices } from "#app/components/display/use-display-choices.ts";
import { useText } from "#app/components/text.tsx";
import type { ShownNotice } from "#app/domain/settings/queries/get-emergency-notice.server.ts";
import { locales } from "#app/domain/shared/localized-text.ts";
import { localizedPath, paths, splitLocale } from "#app/routes/paths.ts";
import { DisplayMenu } from "#app/ui/display-menu.tsx";
import { EmergencyBanner } from "#app/ui/emergency-banner.tsx";
import { PageShell, SiteFooter, SiteHeader } from "#app/ui/page-shell.tsx";

/** The desk that answers for the site, in the page's language; null where the database could not be asked. */
type SiteContact = { desk: string; phone: string; hours: string };

/** What the frame needs from the database. */
export type ShellData = { contact: SiteContact | null; emergency: ShownNotice | null };

/** Frame of every public page. */
export function PublicShell({ contact, emergency, children }: ShellData & { children: ReactNode }) {
  const { t, locale, path } = useText();
  const display = useDisplayChoices();
  const { pathname, search } = useLocation();
  const here = splitLocale(pathname).path;
  const isAt = (address: string) => here === address || here.startsWith(`${address}/`);
  const navigation = [
    { href: paths.themes(), label: t("common:nav.themes") },
    { href: paths.proposals(), label: t("common:nav.proposals") },
    { href: paths.plan(), label: t("common:nav.plan") },
    { href: paths.track(), label: t("common:nav.track") },
    { href: paths.search(), label: t("common:nav.search") },
    { href: paths.contact(), label: t("common:nav.contact") },
  ];
  const promises = [
    { href: paths.help(), label: t("common:nav.help") },
    { href: paths.transparency(), label: t("figures:nav") },
    { href: paths.guidelines(), label: t("common:nav.guidelines") },
    { href: paths.privacy(), label: t("common:nav.privacy") },
    { href: paths.accessibility(), label: t("common:nav.accessibility") },
    { href: paths.display(), label: t("display:title") },
  ];
  return (
    <PageShell
      skipText={t("common:skip")}
      backToTopText={t("common:backToTop")}
      emergency={emergency && <Emergency notice={emergency} />}
      header={
        <SiteHeader
          name={t("common:siteName")}
          owner={t("common:cityName")}
          homeHref={path(paths.home())}
          navigationLabel={t("common:nav.label")}
          menuText={t("common:nav.menu")}
          items={navigation.map((item) => ({ ...item, href: path(item.href), current: isAt(item.href) }))}
          displayMenu={display && <DisplayMenu text={t("display:menu")} {...display} />}
          languageLabel={t("common:languages.label")}
          languages={locales.map((other) => ({
            label: t(`common:languages.${other}`),
            // with the query: a receipt opens with its key alone, and an address is confirmed in whatever language
            href: `${localizedPath(other, here)}${search}`,
            lang: other === "en" ? "en" : "ja",
            current: other === locale,
          }))}
        />
      }
      footer={
        <SiteFooter
          name={t("common:siteName")}
          owner={t("common:cityName")}
          contact={{
            heading: t("common:footer.responsible"),
            desk: contact?.desk ?? t("common:footer.desk"),
            phone: contact?.phone ?? t("common:footer.phone"),
            lines: [contact?.hours ?? t("common:footer.hours")],
          }}
          navigationLabel={t("common:footer.label")}
          items={promises.map((item) => ({ ...item, href: path(item.href) }))}
          smallPrint={t("common:footer.smallPrint")}
        />
      }
    >
      {children}
    </PageShell>
  );
}

function Emergency({ notice }: { notice: ShownNotice }) {
  const { t, path } = useText();
  const { text, href } = notice;
  return (
    <EmergencyBanner
      label={t("interface:emergency.label")}
      text={text}
      link={
        href === null
          ? undefined
          : href.startsWith("/")
            ? { href: path(href), label: t("interface:emergency.more") }
            : { href, label: t("interface:emergency.moreAt", { site: new URL(href).hostname }) }
      }
    />
  );
}
