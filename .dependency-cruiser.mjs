/**
 * The import rules, each with its reason. `contexts` is the domain's one-way graph: a context may import those named for it, and what
 * they may import. The list *is* the diagram.
 */
const contexts = {
  audit: [],
  settings: ["audit"],
  furigana: ["audit"],
  flag: ["audit"],
  mail: ["audit", "settings"],
  participant: ["audit", "mail", "settings"],
  report: ["audit", "mail", "participant"],
  staff: ["audit", "mail", "settings"],
  directory: ["audit", "mail", "settings"],
  plan: ["audit", "settings", "directory"],
  submission: ["audit", "mail", "settings", "participant", "report", "directory", "plan", "flag"],
  comment: ["audit", "mail", "settings", "participant", "report", "directory", "plan", "flag", "submission"],
  handling: ["audit", "mail", "settings", "participant", "staff", "directory", "plan", "submission", "comment"],
  moderation: [
    "audit",
    "mail",
    "settings",
    "participant",
    "report",
    "staff",
    "directory",
    "plan",
    "flag",
    "submission",
    "comment",
    "handling",
  ],
  follow: ["audit", "mail", "settings", "participant", "plan", "submission", "comment", "handling"],
  inbound: ["audit", "mail", "settings", "participant", "directory", "submission", "handling"],
  // read only, across contexts; figures keeps what it counted
  figures: ["settings", "submission"],
  search: ["settings", "directory", "plan", "submission", "comment", "handling"],
  reading: ["settings", "directory", "plan", "submission", "comment", "handling", "figures"],
};

const contextRules = Object.entries(contexts).map(([name, allowed]) => ({
  name: `context-${name}`,
  severity: "error",
  comment: `${name} may know ${allowed.length > 0 ? allowed.join(", ") : "no other context"}: contexts form a one-way graph, so each can be read on its own.`,
  from: { path: `^app/domain/${name}/`, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^app/domain/", pathNot: `^app/domain/(${["shared", name, ...allowed].join("|")})/` },
}));

const notTests = { pathNot: "\\.test\\.tsx?$" };

export default {
  forbidden: [
    ...contextRules,
    {
      name: "no-cycles",
      severity: "error",
      comment: "Two files that need each other are one file, or a third is missing.",
      from: {},
      to: { circular: true },
    },
    {
      name: "ui-knows-nothing",
      severity: "error",
      comment:
        "The design system is usable without the domain, the words and the addresses. Where a phrase begins is known to the language alone.",
      from: { path: "^app/ui/", ...notTests },
      to: { path: "^app/(?!ui/)", pathNot: "^app/domain/shared/phrase-starts\\.ts$" },
    },
    {
      name: "components-no-plumbing",
      severity: "error",
      comment: "Screen pieces show data they are given and may name its type; they never fetch it.",
      from: { path: "^app/components/", ...notTests },
      to: { path: "^app/(platform|server|jobs|http)/|\\.server\\.tsx?$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "routes-never-platform",
      severity: "error",
      comment: "A route parses, calls the domain once and answers; plumbing stands behind app/http.",
      from: { path: "^app/routes/", ...notTests },
      to: { path: "^app/(platform|server|jobs|generated)/" },
    },
    {
      name: "paths-are-pure",
      severity: "error",
      comment: "Mails, pages and tests build addresses from paths.ts, so it needs nothing but the languages.",
      from: { path: "^app/routes/(paths|table)\\.ts$" },
      to: { pathNot: "^app/(domain/shared/localized-text|routes/table)\\.ts$" },
    },
    {
      name: "domain-never-outwards",
      severity: "error",
      comment:
        "Rules of the city do not know how pages, requests and jobs look. paths.ts is pure and may be used for links in mails.",
      from: { path: "^app/domain/", ...notTests },
      to: { path: "^app/(routes|components|ui|http|server|jobs)/", pathNot: "^app/routes/paths\\.ts$" },
    },
    {
      name: "domain-pure-is-pure",
      severity: "error",
      comment: "What is not named .server runs anywhere: no database, no platform, no Node.",
      from: { path: "^app/domain/", pathNot: "\\.server\\.ts$|\\.test\\.tsx?$" },
      to: { path: "^app/platform/|\\.server\\.ts$|^app/generated/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "schemas-never-the-database",
      severity: "error",
      comment: "A schema is shared by form, command and test; it decides from the input alone.",
      from: { path: "\\.schema\\.ts$" },
      to: { path: "^app/(platform|generated)/|\\.server\\.ts$" },
    },
    {
      name: "http-never-from-domain-or-jobs",
      severity: "error",
      comment: "HTTP is one way in; the domain must not notice which.",
      from: { path: "^app/(domain|jobs|platform)/", ...notTests },
      to: { path: "^app/(http|server)/" },
    },
    {
      name: "platform-knows-no-domain",
      severity: "error",
      comment: "Plumbing is exchangeable; only types and the languages are shared.",
      from: { path: "^app/platform/", ...notTests },
      to: {
        path: "^app/(domain|routes|components|ui|http|server|jobs)/",
        pathNot: "^app/domain/shared/localized-text\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      comment: "What runs in the city never depends on a test.",
      from: { pathNot: "^tests/|\\.test\\.tsx?$|^(vitest|playwright)\\.config\\.ts$" },
      to: { path: "^tests/|\\.test\\.tsx?$" },
    },
  ],
  required: [
    {
      name: "commands-record-audit",
      severity: "error",
      comment: "Every command writes one audit entry. Exceptions by name: those that change nothing a person decided.",
      module: { path: "^app/domain/[^/]+/commands/[^/]+\\.server\\.ts$", pathNot: [] },
      to: { path: "^app/domain/audit/record-audit\\.server\\.ts$", reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/generated/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
