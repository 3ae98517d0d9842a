/**
 * Every route of the platform: address → folder under app/routes. Tests read it to check each route for each role.
 * `public` routes exist three times: /…, /en/… and /easy/….
 */
export type RouteEntry = { path: string; folder: string };

export const publicRoutes: RouteEntry[] = [
  { path: "", folder: "public/home" },
  { path: "themes", folder: "public/themes" },
  { path: "themes/:slug", folder: "public/theme" },
  { path: "themes/:slug/proposals", folder: "public/theme-proposals" },
  { path: "themes/:slug/proposals/new", folder: "public/new-proposal" },
  { path: "themes/:slug/paper-form", folder: "public/paper-form" },
  { path: "themes/:slug/comments/new", folder: "public/new-theme-comment" },
  { path: "proposals", folder: "public/proposals" },
  { path: "proposals/:number", folder: "public/proposal" },
  { path: "proposals/:number/comments/new", folder: "public/new-proposal-comment" },
  { path: "receipts/:number", folder: "public/receipt" },
  { path: "contact", folder: "public/contact" },
  { path: "contact/:desk", folder: "public/contact-desk" },
  { path: "confirm/:token", folder: "public/confirm-address" },
  { path: "track", folder: "public/track" },
  { path: "track/:number/:key", folder: "public/track-item" },
  { path: "track/:number/:key/revise", folder: "public/track-revise" },
  { path: "track/:number/:key/withdraw", folder: "public/track-withdraw" },
  { path: "track/:number/:key/appeal", folder: "public/track-appeal" },
  { path: "search", folder: "public/search" },
  { path: "plan", folder: "public/plan" },
  { path: "transparency", folder: "public/transparency" },
  { path: "accessibility", folder: "public/accessibility" },
  { path: "accessibility/results", folder: "public/accessibility-results" },
  { path: "privacy", folder: "public/privacy" },
  { path: "guidelines", folder: "public/guidelines" },
  { path: "help", folder: "public/help" },
  { path: "display", folder: "public/display" },
];

/** Staff area; the layout checks the session, each route its roles. */
export const deskRoutes: RouteEntry[] = [
  { path: "desk", folder: "desk/home" },
  { path: "desk/submissions/new", folder: "desk/new-submission" },
  { path: "desk/submissions/:number", folder: "desk/submission" },
  { path: "desk/comments/:number", folder: "desk/comment" },
  { path: "desk/runs", folder: "desk/runs" },
  { path: "desk/runs/new", folder: "desk/new-run" },
  { path: "desk/runs/:id", folder: "desk/run" },
  { path: "desk/figures", folder: "desk/figures" },
  { path: "desk/account", folder: "desk/account" },
  { path: "desk/account/second-factor", folder: "desk/account-second-factor" },
  { path: "desk/staff", folder: "desk/staff" },
  { path: "desk/staff/invite", folder: "desk/staff-invite" },
  { path: "desk/staff/:id", folder: "desk/staff-member" },
  { path: "desk/directory", folder: "desk/directory" },
  { path: "desk/directory/departments/:id", folder: "desk/department" },
  { path: "desk/directory/sections/:id", folder: "desk/section" },
  { path: "desk/directory/desks/:id", folder: "desk/desk" },
  { path: "desk/directory/rules", folder: "desk/rules" },
  { path: "desk/directory/rules/:id", folder: "desk/rule" },
  { path: "desk/themes", folder: "desk/themes" },
  { path: "desk/themes/:slug", folder: "desk/theme" },
  { path: "desk/plans/:key", folder: "desk/plan" },
  { path: "desk/glossary", folder: "desk/glossary" },
  { path: "desk/glossary/:id", folder: "desk/glossary-term" },
  { path: "desk/reasons", folder: "desk/reasons" },
  { path: "desk/reasons/:key", folder: "desk/reason" },
  { path: "desk/replies", folder: "desk/replies" },
  { path: "desk/replies/:id", folder: "desk/reply" },
  { path: "desk/flag-words", folder: "desk/flag-words" },
  { path: "desk/flag-words/:id", folder: "desk/flag-word" },
  { path: "desk/settings", folder: "desk/settings" },
  { path: "desk/design", folder: "desk/design" },
  { path: "desk/audit", folder: "desk/audit" },
  { path: "desk/mail", folder: "desk/mails" },
  { path: "desk/mail/templates", folder: "desk/mail-templates" },
  { path: "desk/mail/templates/:template", folder: "desk/mail-template" },
  { path: "desk/mail/templates/:template/html", folder: "desk/mail-template-html" },
  { path: "desk/mail/:id", folder: "desk/mail" },
];

/** Staff pages before sign-in. */
export const deskEntryRoutes: RouteEntry[] = [
  { path: "answer/:token", folder: "answer" },
  { path: "desk/sign-in", folder: "desk/sign-in" },
  { path: "desk/sign-in/second-step", folder: "desk/second-step" },
  { path: "desk/sign-in/set-up", folder: "desk/set-up" },
  { path: "desk/sign-out", folder: "desk/sign-out" },
  { path: "desk/sign-in-link/:token", folder: "desk/sign-in-link" },
  { path: "desk/invitation/:token", folder: "desk/invitation" },
  { path: "desk/mailbox/:token", folder: "desk/mailbox" },
];

/** Pages and files that exist once. */
export const plainRoutes: RouteEntry[] = [
  { path: "sitemap.xml", folder: "sitemap" },
  { path: "robots.txt", folder: "robots" },
  { path: "og/:locale/site", folder: "og/site" },
  { path: "og/:locale/themes/:slug", folder: "og/theme" },
  { path: "og/:locale/proposals/:number", folder: "og/proposal" },
  { path: "readings.json", folder: "readings" },
  { path: ":locale?/proposals.csv", folder: "exports/proposals" },
  { path: ":locale?/transparency.csv", folder: "exports/figures" },
  { path: "desk/export/queue", folder: "exports/queue" },
  { path: "desk/export/audit", folder: "exports/audit" },
];
