import { type Locale, locales } from "#app/domain/shared/localized-text.ts";

/** Every address of the platform. Pure: mails, pages and tests build links from here and nowhere else. */
const segment = encodeURIComponent;

function query(parameters: Record<string, string | undefined>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? "" : `?${new URLSearchParams(given)}`;
}

export const paths = {
  home: () => "/",
  themes: () => "/themes",
  theme: (slug: string) => `/themes/${segment(slug)}`,
  themeProposals: (slug: string) => `/themes/${segment(slug)}/proposals`,
  newProposal: (slug: string, kind: "idea" | "partnership") => `/themes/${segment(slug)}/proposals/new?kind=${kind}`,
  paperForm: (slug: string) => `/themes/${segment(slug)}/paper-form`,
  newThemeComment: (slug: string, about: { questionId?: string; parent?: string } = {}) =>
    `/themes/${segment(slug)}/comments/new${query(about)}`,
  proposals: () => "/proposals",
  /** Open data: everything published, with its answers. */
  proposalsCsv: () => "/proposals.csv",
  proposal: (number: string) => `/proposals/${segment(number)}`,
  newProposalComment: (number: string, parent?: string) =>
    `/proposals/${segment(number)}/comments/new${parent ? `?parent=${segment(parent)}` : ""}`,
  /** Where a reader tells the office about a published text; `sent` after it was. */
  reportProposal: (number: string, sent?: "sent") => `/proposals/${segment(number)}/report${query({ done: sent })}`,
  reportComment: (number: string, sent?: "sent") => `/comments/${segment(number)}/report${query({ done: sent })}`,
  /** `receipt` is the idempotency key of the form that was sent: who has it may see the tracking key once more. */
  receipt: (number: string, receipt: string) => `/receipts/${segment(number)}?receipt=${segment(receipt)}`,
  contact: () => "/contact",
  contactDesk: (desk: string) => `/contact/${segment(desk)}`,
  /** `token`: of a confirmation mail; it says that an address is its owner's, and opens nothing else. */
  confirmAddress: (token: string) => `/confirm/${segment(token)}`,
  followProposal: (number: string) => `/proposals/${segment(number)}/follow`,
  followTheme: (slug: string) => `/themes/${segment(slug)}/follow`,
  /** `search`: the words of `/search` or the filters of `/proposals`; without any, everything. */
  followSearch: (search: Record<string, string | undefined> = {}) => `/follow${query(search)}`,
  /** `token`: of the mail that asks whether an address is to follow something. */
  confirmFollow: (token: string) => `/follow/${segment(token)}`,
  /** `token`: of one address; it opens what that follows, and nothing of what was sent from it. */
  follows: (token: string) => `/follows/${segment(token)}`,
  stopFollowing: (token: string, what: string) => `/follows/${segment(token)}/stop/${segment(what)}`,
  track: () => "/track",
  tracked: (number: string, key: string) => `/track/${segment(number)}/${segment(key)}`,
  trackedRevise: (number: string, key: string) => `/track/${segment(number)}/${segment(key)}/revise`,
  trackedWithdraw: (number: string, key: string) => `/track/${segment(number)}/${segment(key)}/withdraw`,
  trackedAppeal: (number: string, key: string) => `/track/${segment(number)}/${segment(key)}/appeal`,
  search: (query?: string) => `/search${query ? `?q=${segment(query)}` : ""}`,
  plan: () => "/plan",
  /** The city's work in figures; without a period the last twelve months. */
  transparency: (period?: string) => `/transparency${query({ period })}`,
  /** Open data: the figures of every year. */
  transparencyCsv: () => "/transparency.csv",
  accessibility: () => "/accessibility",
  accessibilityResults: () => "/accessibility/results",
  privacy: () => "/privacy",
  guidelines: () => "/guidelines",
  help: () => "/help",
  display: () => "/display",
  /** Pictures beside shared links; `version` changes with what they show, so that nobody keeps an old one for the new. */
  ogSite: (locale: Locale, version?: string) => `/og/${locale}/site${query({ v: version })}`,
  ogTheme: (locale: Locale, slug: string, version?: string) =>
    `/og/${locale}/themes/${segment(slug)}${query({ v: version })}`,
  ogProposal: (locale: Locale, number: string, version?: string) =>
    `/og/${locale}/proposals/${segment(number)}${query({ v: version })}`,
  answer: (token: string) => `/answer/${segment(token)}`,
  desk: () => "/desk",
  deskSignIn: (next?: string) => `/desk/sign-in${next ? `?next=${segment(next)}` : ""}`,
  deskSecondStep: (next?: string) => `/desk/sign-in/second-step${next ? `?next=${segment(next)}` : ""}`,
  deskSetUp: (next?: string) => `/desk/sign-in/set-up${next ? `?next=${segment(next)}` : ""}`,
  deskSignOut: () => "/desk/sign-out",
  deskRuns: () => "/desk/runs",
  deskNewRun: () => "/desk/runs/new",
  deskRun: (id: string) => `/desk/runs/${segment(id)}`,
  deskFigures: () => "/desk/figures",
  deskAccount: () => "/desk/account",
  deskSecondFactor: () => "/desk/account/second-factor",
  deskStaff: () => "/desk/staff",
  deskInvite: () => "/desk/staff/invite",
  deskStaffMember: (id: string) => `/desk/staff/${segment(id)}`,
  deskDirectory: () => "/desk/directory",
  deskDirectoryImport: () => "/desk/directory/import",
  deskDepartment: (id: string) => `/desk/directory/departments/${segment(id)}`,
  deskSection: (id: string) => `/desk/directory/sections/${segment(id)}`,
  deskDesk: (id: string) => `/desk/directory/desks/${segment(id)}`,
  deskHandOver: (id: string) => `/desk/directory/desks/${segment(id)}/hand-over`,
  deskRules: () => "/desk/directory/rules",
  deskRule: (id: string) => `/desk/directory/rules/${segment(id)}`,
  deskThemes: () => "/desk/themes",
  deskTheme: (slug: string) => `/desk/themes/${segment(slug)}`,
  deskPlan: (key: string) => `/desk/plans/${segment(key)}`,
  deskGlossary: () => "/desk/glossary",
  deskGlossaryTerm: (id: string) => `/desk/glossary/${segment(id)}`,
  deskReasons: () => "/desk/reasons",
  deskReason: (key: string) => `/desk/reasons/${segment(key)}`,
  deskReplies: () => "/desk/replies",
  deskReply: (id: string) => `/desk/replies/${segment(id)}`,
  deskFlagWords: () => "/desk/flag-words",
  deskFlagWord: (id: string) => `/desk/flag-words/${segment(id)}`,
  deskTrusted: () => "/desk/trusted",
  /** Everything with one and the same text. */
  deskSameText: (print: string) => `/desk${query({ view: "all", same: print })}`,
  deskSettings: () => "/desk/settings",
  deskDesign: () => "/desk/design",
  deskAudit: (query?: string) => `/desk/audit${query ? `?${query}` : ""}`,
  deskExportQueue: () => "/desk/export/queue",
  deskExportDirectory: () => "/desk/export/directory",
  deskExportRuns: () => "/desk/export/runs",
  deskExportMails: () => "/desk/export/mail",
  deskExportAudit: () => "/desk/export/audit",
  deskInvitation: (token: string) => `/desk/invitation/${segment(token)}`,
  /** Where whoever reads a desk's mailbox says so. */
  deskMailbox: (token: string) => `/desk/mailbox/${segment(token)}`,
  deskSignInLink: (token: string) => `/desk/sign-in-link/${segment(token)}`,
  deskSubmission: (number: string) => `/desk/submissions/${segment(number)}`,
  /** Without a kind: the choice of one. `to` is the slug of the theme, or of the desk of an inquiry. */
  deskEntry: (entry?: { kind: "idea" | "partnership" | "inquiry"; to: string }) =>
    `/desk/submissions/new${query(entry ?? {})}`,
  /** What was typed in, for whoever has the key of the form that was sent. */
  deskEntered: (number: string, receipt: string) => `/desk/submissions/new${query({ number, receipt })}`,
  deskInbox: (shown: { state?: "all" } = {}) => `/desk/inbox${query(shown)}`,
  deskInboxMessage: (id: string) => `/desk/inbox/${segment(id)}`,
  /** The message as it came, as a file. */
  deskInboxRaw: (id: string) => `/desk/inbox/${segment(id)}/raw`,
  deskMails: () => "/desk/mail",
  /** `anew`: what name servers say is asked again. */
  deskMailHealth: () => "/desk/mail/health",
  deskMailTemplates: () => "/desk/mail/templates",
  deskMailTemplate: (template: string, shown: { lang?: Locale; example?: string } = {}) =>
    `/desk/mail/templates/${segment(template)}${query(shown)}`,
  /** The HTML of a template's example alone; `look` is how it is shown. */
  deskMailTemplateHtml: (template: string, shown: { lang?: Locale; example?: string; look?: string } = {}) =>
    `/desk/mail/templates/${segment(template)}/html${query(shown)}`,
  deskMail: (id: string) => `/desk/mail/${segment(id)}`,
  deskComment: (number: string) => `/desk/comments/${segment(number)}`,
} as const;

/** `ja` has no prefix; the others stand under /easy and /en. `path` begins with "/" or is "". */
export function localizedPath(locale: Locale, path: string): string {
  if (locale === "ja") return path;
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** The language of an address and the address without its prefix: "/en/themes" → en, "/themes". */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  for (const locale of locales) {
    if (locale === "ja") continue;
    if (pathname === `/${locale}`) return { locale, path: "/" };
    if (pathname.startsWith(`/${locale}/`)) return { locale, path: pathname.slice(locale.length + 1) };
  }
  return { locale: "ja", path: pathname };
}
