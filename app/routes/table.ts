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
  { path: "themes/:slug/comments/new", folder: "public/new-theme-comment" },
  { path: "proposals", folder: "public/proposals" },
  { path: "proposals/:number", folder: "public/proposal" },
  { path: "proposals/:number/comments/new", folder: "public/new-proposal-comment" },
  { path: "receipts/:number", folder: "public/receipt" },
  { path: "contact", folder: "public/contact" },
  { path: "contact/:desk", folder: "public/contact-desk" },
  { path: "track", folder: "public/track" },
  { path: "track/:number/:key", folder: "public/track-item" },
  { path: "track/:number/:key/revise", folder: "public/track-revise" },
  { path: "track/:number/:key/withdraw", folder: "public/track-withdraw" },
  { path: "search", folder: "public/search" },
  { path: "plan", folder: "public/plan" },
  { path: "accessibility", folder: "public/accessibility" },
  { path: "privacy", folder: "public/privacy" },
  { path: "guidelines", folder: "public/guidelines" },
  { path: "help", folder: "public/help" },
];

/** Staff area; the layout checks the session, each route its roles. */
export const deskRoutes: RouteEntry[] = [];

/** Staff pages before sign-in. */
export const deskEntryRoutes: RouteEntry[] = [];

/** Pages and files that exist once. */
export const plainRoutes: RouteEntry[] = [
  { path: "sitemap.xml", folder: "sitemap" },
  { path: "robots.txt", folder: "robots" },
];
