import { isoDate } from "#app/domain/shared/japanese-date.ts";
import { paths } from "#app/routes/paths.ts";
import type { City } from "#tests/support/city.ts";
import { newIdempotencyKey } from "#tests/support/submissions.ts";

/**
 * Who may do what at which address, as a table: `every-route.test.ts` asks the built product for each cell. A route of `app/routes/table.ts`
 * that is missing here fails the test, so a new page cannot go without somebody having thought about who may open it.
 */

/** Everybody who might come. The first five have no account, the next two a sign-in that is not finished. */
export const actors = [
  "anonymous",
  "keyHolder",
  "otherKeyHolder",
  "wrongKeyHolder",
  "linkHolder",
  "halfWay",
  "enrolling",
  "otherOfficer",
  "officer",
  "viewer",
  "moderator",
  "administrator",
] as const;

export type Who = (typeof actors)[number];
export type Statuses = Record<Who, number>;

const colleagues = ["otherOfficer", "officer", "viewer", "moderator", "administrator"] as const;
type ColleagueName = (typeof colleagues)[number];
type ByColleague = Record<ColleagueName, number>;

const everybody = (status: number) => Object.fromEntries(actors.map((who) => [who, status])) as Statuses;

/** What the browser of each actor sends. A session opens nothing that needs a key. */
export function cookieOf(city: City, who: Who): string | undefined {
  switch (who) {
    case "anonymous":
    case "keyHolder":
    case "otherKeyHolder":
    case "wrongKeyHolder":
    case "linkHolder":
      return undefined;
    default:
      return city[who].cookie;
  }
}

/** What an actor puts where an address needs a secret: its own, somebody else's, or one that nobody has. */
function keyOf(who: Who, { right, other }: { right: string; other: string }): string {
  switch (who) {
    case "keyHolder":
      return right;
    case "otherKeyHolder":
      return other;
    default:
      return "0000-0000-0000-0000-0000";
  }
}

const tracked = (city: City, who: Who): [number: string, key: string] => [
  city.returned.number,
  keyOf(who, { right: city.returned.trackingKey, other: city.published.trackingKey }),
];

/** The token of a confirmation mail: the holder of the key it belongs to is who got the mail. */
const confirmationOf = (city: City, who: Who) => (who === "keyHolder" ? city.confirmationToken : "A".repeat(43));

/** The tokens of mails about follows, held as the tracking key is by whoever got the mail. */
const followTokenOf = (who: Who, token: string) => (who === "keyHolder" ? token : "A".repeat(43));

const tokenOf = (who: Who, token: string) => (who === "linkHolder" ? token : "A".repeat(43));

/** A real address of every route, as each actor would type it. */
export const addresses: Record<string, (city: City, who: Who) => string> = {
  "": paths.home,
  themes: paths.themes,
  "themes/:slug": () => paths.theme("collaboration"),
  "themes/:slug/proposals": () => paths.themeProposals("collaboration"),
  "themes/:slug/proposals/new": () => paths.newProposal("collaboration", "idea"),
  "themes/:slug/paper-form": () => paths.paperForm("collaboration"),
  "themes/:slug/comments/new": () => paths.newThemeComment("collaboration"),
  proposals: paths.proposals,
  "proposals/:number": (city) => paths.proposal(city.published.number),
  "proposals/:number/comments/new": (city) => paths.newProposalComment(city.published.number),
  "proposals/:number/report": (city) => paths.reportProposal(city.published.number),
  "comments/:number/report": (city) => paths.reportComment(city.comment.number),
  "receipts/:number": (city, who) =>
    paths.receipt(city.returned.number, keyOf(who, { right: city.returned.receipt, other: city.published.receipt })),
  contact: paths.contact,
  "contact/:desk": (city) => paths.contactDesk(city.desk.slug),
  "confirm/:token": (city, who) => paths.confirmAddress(confirmationOf(city, who)),
  "proposals/:number/follow": (city) => paths.followProposal(city.published.number),
  "themes/:slug/follow": () => paths.followTheme("collaboration"),
  follow: () => paths.followSearch({ q: "回覧板", kind: "idea" }),
  "follow/:token": (city, who) => paths.confirmFollow(followTokenOf(who, city.followRequestToken)),
  "follows/:token": (city, who) => paths.follows(followTokenOf(who, city.followsToken)),
  "follows/:token/stop/:what": (city, who) => paths.stopFollowing(followTokenOf(who, city.followsToken), "weekly"),
  track: paths.track,
  "track/:number/:key": (city, who) => paths.tracked(...tracked(city, who)),
  "track/:number/:key/revise": (city, who) => paths.trackedRevise(...tracked(city, who)),
  "track/:number/:key/withdraw": (city, who) => paths.trackedWithdraw(...tracked(city, who)),
  "track/:number/:key/appeal": (city, who) => paths.trackedAppeal(...tracked(city, who)),
  search: () => paths.search("回覧板"),
  plan: paths.plan,
  transparency: () => paths.transparency(),
  accessibility: paths.accessibility,
  "accessibility/results": paths.accessibilityResults,
  privacy: paths.privacy,
  guidelines: paths.guidelines,
  help: paths.help,
  display: paths.display,
  desk: paths.desk,
  "desk/submissions/new": () => paths.deskEntry({ kind: "idea", to: "collaboration" }),
  "desk/submissions/:number": (city) => paths.deskSubmission(city.pending.number),
  "desk/comments/:number": (city) => paths.deskComment(city.pendingComment.number),
  "desk/runs": paths.deskRuns,
  "desk/runs/new": paths.deskNewRun,
  "desk/runs/:id": (city) => paths.deskRun(city.runId),
  "desk/figures": paths.deskFigures,
  "desk/account": paths.deskAccount,
  "desk/account/second-factor": paths.deskSecondFactor,
  "desk/staff": paths.deskStaff,
  "desk/staff/invite": paths.deskInvite,
  "desk/staff/:id": (city) => paths.deskStaffMember(city.otherOfficer.id),
  "desk/directory": paths.deskDirectory,
  "desk/directory/import": paths.deskDirectoryImport,
  "desk/directory/departments/:id": (city) => paths.deskDepartment(city.department.id),
  "desk/directory/sections/:id": (city) => paths.deskSection(city.section.id),
  "desk/directory/desks/:id": (city) => paths.deskDesk(city.otherDesk.id),
  "desk/directory/desks/:id/hand-over": (city) => paths.deskHandOver(city.otherDesk.id),
  "desk/directory/rules": paths.deskRules,
  "desk/directory/rules/:id": (city) => paths.deskRule(city.rule.id),
  "desk/themes": paths.deskThemes,
  "desk/themes/:slug": (city) => paths.deskTheme(city.theme.slug),
  "desk/plans/:key": (city) => paths.deskPlan(city.plan.key),
  "desk/glossary": paths.deskGlossary,
  "desk/glossary/:id": (city) => paths.deskGlossaryTerm(city.term.id),
  "desk/reasons": paths.deskReasons,
  "desk/reasons/:key": (city) => paths.deskReason(city.reason.key),
  "desk/replies": paths.deskReplies,
  "desk/replies/:id": (city) => paths.deskReply(city.reply.id),
  "desk/flag-words": paths.deskFlagWords,
  "desk/flag-words/:id": (city) => paths.deskFlagWord(city.flagWord),
  "desk/trusted": paths.deskTrusted,
  "desk/settings": paths.deskSettings,
  "desk/design": paths.deskDesign,
  "desk/audit": () => paths.deskAudit(),
  "desk/inbox": () => paths.deskInbox(),
  "desk/inbox/:id": (city) => paths.deskInboxMessage(city.inboundMessage.id),
  "desk/inbox/:id/raw": (city) => paths.deskInboxRaw(city.inboundMessage.id),
  "desk/mail": paths.deskMails,
  "desk/mail/health": () => paths.deskMailHealth(),
  "desk/mail/templates": paths.deskMailTemplates,
  "desk/mail/templates/:template": () => paths.deskMailTemplate("answered"),
  "desk/mail/templates/:template/html": () => paths.deskMailTemplateHtml("answered"),
  "desk/mail/:id": (city) => paths.deskMail(city.mail.id),
  "answer/:token": (city, who) => paths.answer(tokenOf(who, city.answerToken)),
  "desk/sign-in": () => paths.deskSignIn(),
  "desk/sign-in/second-step": () => paths.deskSecondStep(),
  "desk/sign-in/set-up": () => paths.deskSetUp(),
  "desk/sign-out": paths.deskSignOut,
  "desk/sign-in-link/:token": (city, who) => paths.deskSignInLink(tokenOf(who, city.signInToken)),
  "desk/mailbox/:token": (city, who) => paths.deskMailbox(tokenOf(who, city.mailboxToken)),
  "desk/invitation/:token": (city, who) => paths.deskInvitation(tokenOf(who, city.invitationToken)),
  "sitemap.xml": () => "/sitemap.xml",
  "robots.txt": () => "/robots.txt",
  "og/:locale/site": () => paths.ogSite("ja"),
  "og/:locale/themes/:slug": () => paths.ogTheme("easy", "collaboration"),
  "og/:locale/proposals/:number": (city) => paths.ogProposal("en", city.published.number),
  "readings.json": () => "/readings.json",
  ":locale?/proposals.csv": paths.proposalsCsv,
  ":locale?/transparency.csv": paths.transparencyCsv,
  "desk/export/queue": paths.deskExportQueue,
  "desk/export/directory": paths.deskExportDirectory,
  "desk/export/runs": paths.deskExportRuns,
  "desk/export/mail": paths.deskExportMails,
  "desk/export/audit": paths.deskExportAudit,
};

/** Addresses that one person alone may open, or staff: never indexed, kept by nobody, told to nobody. */
export const isPrivateRoute = (path: string) =>
  /^(desk|answer|confirm\/|follow\/|follows\/|receipts\/|track\/)/.test(path);

/** Mail programs post to it from elsewhere (RFC 8058); `follows.test.ts` says what that may do. */
export const oneClickRoute = "follows/:token/stop/:what";

/** Without a finished sign-in every page of the desk leads to the step that is missing. */
const desk = (byColleague: ByColleague): Statuses => ({ ...everybody(303), ...byColleague });

const anyColleague = { otherOfficer: 200, officer: 200, viewer: 200, moderator: 200, administrator: 200 };
const notOfficers = { ...anyColleague, otherOfficer: 403, officer: 403 };
const moderatorsAlone = { ...notOfficers, viewer: 403 };
const administratorsAlone = { ...moderatorsAlone, moderator: 403 };

const holderOfKey: Statuses = { ...everybody(404), keyHolder: 200 };
const holderOfLink: Statuses = { ...everybody(404), linkHolder: 200 };

/** Statuses of GET by area; what differs within an area is under its path below. */
export const readDefaults = {
  public: everybody(200),
  plain: everybody(200),
  desk: desk(anyColleague),
} as const;

export const reads: Record<string, Statuses> = {
  "receipts/:number": holderOfKey,
  "confirm/:token": holderOfKey,
  "follow/:token": holderOfKey,
  "follows/:token": holderOfKey,
  // a link that ends something tells nobody whether it is over already or was never right
  "follows/:token/stop/:what": everybody(200),
  "track/:number/:key": holderOfKey,
  "track/:number/:key/revise": holderOfKey,
  "track/:number/:key/withdraw": holderOfKey,
  "track/:number/:key/appeal": holderOfKey,
  "desk/submissions/new": desk(moderatorsAlone),
  // an officer of another desk must not even learn that it is there; officers have no part in comments
  "desk/submissions/:number": desk({ ...anyColleague, otherOfficer: 404 }),
  "desk/comments/:number": desk({ ...anyColleague, otherOfficer: 404, officer: 404 }),
  "desk/runs": desk(moderatorsAlone),
  "desk/runs/new": desk(moderatorsAlone),
  "desk/runs/:id": desk(moderatorsAlone),
  "desk/staff": desk(administratorsAlone),
  "desk/staff/invite": desk(administratorsAlone),
  "desk/staff/:id": desk(administratorsAlone),
  "desk/directory": desk(notOfficers),
  "desk/directory/import": desk(administratorsAlone),
  "desk/directory/departments/:id": desk(moderatorsAlone),
  "desk/directory/sections/:id": desk(moderatorsAlone),
  "desk/directory/desks/:id": desk(notOfficers),
  "desk/directory/desks/:id/hand-over": desk(moderatorsAlone),
  "desk/directory/rules": desk(notOfficers),
  "desk/directory/rules/:id": desk(notOfficers),
  "desk/themes": desk(notOfficers),
  "desk/themes/:slug": desk(notOfficers),
  "desk/plans/:key": desk(notOfficers),
  "desk/glossary": desk(notOfficers),
  "desk/glossary/:id": desk(notOfficers),
  "desk/reasons": desk(notOfficers),
  "desk/reasons/:key": desk(notOfficers),
  "desk/replies": desk(notOfficers),
  "desk/replies/:id": desk(notOfficers),
  "desk/flag-words": desk(notOfficers),
  "desk/flag-words/:id": desk(notOfficers),
  "desk/trusted": desk(moderatorsAlone),
  "desk/settings": desk(notOfficers),
  "desk/design": desk(anyColleague),
  "desk/audit": desk(moderatorsAlone),
  "desk/inbox": desk(moderatorsAlone),
  "desk/inbox/:id": desk(moderatorsAlone),
  "desk/inbox/:id/raw": desk(moderatorsAlone),
  "desk/mail": desk(notOfficers),
  "desk/mail/health": desk(administratorsAlone),
  "desk/mail/templates": desk(notOfficers),
  "desk/mail/templates/:template": desk(notOfficers),
  "desk/mail/templates/:template/html": desk(notOfficers),
  "desk/mail/:id": desk(notOfficers),
  // what takes a button leads to the list it belongs to
  "desk/export/queue": desk(desk303()),
  "desk/export/directory": desk({ ...moderatorsAlone, moderator: 303, administrator: 303 }),
  "desk/export/runs": desk({ ...moderatorsAlone, moderator: 303, administrator: 303 }),
  "desk/export/mail": desk({ ...notOfficers, viewer: 303, moderator: 303, administrator: 303 }),
  "desk/export/audit": desk({ ...moderatorsAlone, moderator: 303, administrator: 303 }),
  "answer/:token": holderOfLink,
  "desk/sign-in-link/:token": holderOfLink,
  "desk/invitation/:token": holderOfLink,
  "desk/mailbox/:token": holderOfLink,
  // whoever is further already is sent on
  "desk/sign-in": { ...everybody(200), ...desk303() },
  "desk/sign-in/second-step": { ...everybody(303), halfWay: 200 },
  "desk/sign-in/set-up": { ...everybody(303), enrolling: 200 },
  "desk/sign-out": everybody(303),
};

function desk303(): ByColleague {
  return { otherOfficer: 303, officer: 303, viewer: 303, moderator: 303, administrator: 303 };
}

/**
 * A form that would do something if the right person sent it, and the status everybody gets who must not do it. Nothing changes then, but for
 * an entry in the audit log where `recorded` says so.
 */
export type Form = { fields: Record<string, string>; refused: Partial<Statuses>; recorded?: true };

const withoutSignIn = { anonymous: 303, keyHolder: 303, otherKeyHolder: 303, wrongKeyHolder: 303, linkHolder: 303 };
const notSignedIn = { ...withoutSignIn, halfWay: 303, enrolling: 303 };
const exceptModerators = { ...notSignedIn, otherOfficer: 403, officer: 403, viewer: 403 };
const exceptAdministrators = { ...exceptModerators, moderator: 403 };
const withoutKey = without(everybody(404), "keyHolder");
const withoutLink = without(everybody(404), "linkHolder");

function without(statuses: Statuses, who: Who): Partial<Statuses> {
  const { [who]: _, ...others } = statuses;
  return others;
}

/** Several forms of one page that the same people must not send. */
const same = (refused: Partial<Statuses>, ...sent: Record<string, string>[]): Form[] =>
  sent.map((fields) => ({ fields, refused }));

const localized = (name: string) =>
  Object.fromEntries(["ja", "easy", "en"].map((locale) => [`${name}.${locale}`, "書き換えられた文"]));

const words = { reasonCode: "OTHER", explanation: "理由です。" };

/** The forms of every route that takes any, as a page would send them. */
export const forms: Record<string, (city: City) => Form[]> = {
  "themes/:slug/proposals/new": () => same({}, { ...sending(), title: "新しい提案", body: "新しい提案の文です。" }),
  "themes/:slug/comments/new": () => same({}, { ...sending(), body: "新しいコメントです。" }),
  "proposals/:number/comments/new": () => same({}, { ...sending(), body: "新しいコメントです。" }),
  "proposals/:number/report": () => same({}, { ...sending(), reasonCode: "OTHER", words: "電話番号があります。" }),
  "comments/:number/report": () => same({}, { ...sending(), reasonCode: "ABUSE", words: "" }),
  "contact/:desk": () => same({}, { ...sending(), title: "冊子について", body: "冊子はどこでもらえますか。" }),
  display: () => same({}, { look: "dark", size: "125", back: "/themes" }),
  "confirm/:token": () => same(withoutKey, {}),
  "proposals/:number/follow": () => [{ fields: { email: "reader@example.com", pace: "DAILY" }, refused: {} }],
  "themes/:slug/follow": () => [{ fields: { email: "reader@example.com", pace: "WEEKLY" }, refused: {} }],
  follow: () => [{ fields: { email: "reader@example.com", pace: "AT_ONCE" }, refused: {} }],
  "follow/:token": () => same(withoutKey, {}),
  "follows/:token": () =>
    same(withoutKey, { act: "save", locale: "en" }, { act: "address", email: "another@example.com" }),
  "follows/:token/stop/:what": () => [{ fields: { "List-Unsubscribe": "One-Click" }, refused: {} }],
  track: () => same(everybody(404), { number: "R8-0001", key: "0000-0000-0000-0000-0000" }),
  "track/:number/:key": () =>
    same(
      withoutKey,
      { act: "resend-confirmation" },
      { act: "reply", reply: "三台です。", questionId: crypto.randomUUID() },
    ),
  "track/:number/:key/revise": (city) => [
    {
      fields: { ...sending(), title: "直した題", body: "直した文", version: String(city.returnedVersion) },
      refused: withoutKey,
    },
  ],
  "track/:number/:key/withdraw": (city) => [{ fields: { version: String(city.returnedVersion) }, refused: withoutKey }],
  "track/:number/:key/appeal": () => same(withoutKey, { decision: crypto.randomUUID(), words: "納得できません。" }),
  desk: () =>
    same(notSignedIn, { act: "save-filter", name: "朝の一覧" }, { act: "remove-filter", id: crypto.randomUUID() }),
  "desk/submissions/new": () =>
    same(exceptModerators, {
      ...sending(),
      title: "紙で届いた提案",
      body: "紙に書かれた文です。",
      channel: "PAPER",
      arrivedOn: isoDate(new Date()),
      authorLocale: "ja",
    }),
  "desk/submissions/:number": (city) => {
    const version = String(city.pendingVersion);
    const office = { ...notSignedIn, otherOfficer: 404, officer: 403, viewer: 403 };
    const desks = { ...notSignedIn, otherOfficer: 404, viewer: 403 };
    const send = (act: string, fields: Record<string, string>, refused: Partial<Statuses>): Form => ({
      fields: { act, intent: "send", version, ...fields },
      refused,
    });
    return [
      send("approve", {}, office),
      send("return", words, office),
      send("decline", words, office),
      send("hide", words, office),
      send("restore", words, office),
      send("uphold", { ...words, appealId: crypto.randomUUID() }, office),
      send("overturn", { ...words, appealId: crypto.randomUUID() }, office),
      send("close-reports", { ...words, reports: crypto.randomUUID(), outcome: "KEPT" }, office),
      send("show-reporter", { report: crypto.randomUUID() }, office),
      send("trust", { note: "落ち着いた提案" }, office),
      send("revoke-trust", { trustId: city.trusted.id, trustVersion: "1" }, office),
      send("redact", { words: "送迎", label: "OTHER" }, office),
      send("take-over", { from: city.administrator.id }, office),
      send("original", { reason: "見たいから" }, office),
      send("assign", { deskId: city.otherDesk.id, dueOn: city.dueOn, instruction: "" }, office),
      send("publish", { answerId: city.draftId }, office),
      send("send-back", { answerId: city.draftId, note: "直してください。" }, office),
      send("revoke", {}, office),
      send("show", {}, desks),
      send("note", { note: "庁内のメモ" }, desks),
      ...deskForms(city).map(({ act = "", ...fields }) => send(act, fields, desks)),
    ];
  },
  "desk/comments/:number": (city) =>
    same(
      { ...notSignedIn, otherOfficer: 404, officer: 404, viewer: 403 },
      ...["approve", "return", "decline", "hide", "restore", "redact", "take-over", "original", "show"]
        .concat(["uphold", "overturn", "close-reports", "show-reporter", "trust", "revoke-trust"])
        .map((act) => ({
          act,
          note: "落ち着いた提案",
          trustId: city.trusted.id,
          trustVersion: "1",
          from: crypto.randomUUID(),
          appealId: crypto.randomUUID(),
          reports: crypto.randomUUID(),
          report: crypto.randomUUID(),
          outcome: "KEPT",
          intent: "send",
          version: "1",
          reason: "見たいから",
          words: "冬",
          label: "OTHER",
          ...words,
        })),
    ),
  "desk/runs/new": (city) => {
    const item = `submission.${city.pending.id}.${city.pendingVersion}`;
    return same(
      exceptModerators,
      { intent: "choose", item },
      { intent: "choose", scope: "list", view: "all" },
      { intent: "confirm", item, decision: "DECLINE", ...words },
      { intent: "send", item, decision: "DECLINE", ...words },
    );
  },
  "desk/runs/:id": () => same(exceptModerators, { act: "cancel", back: "view=pending" }),
  "desk/export/queue": () =>
    same(notSignedIn, { format: "csv" }, { format: "xlsx", view: "all" }, { format: "csv", profile: "public" }),
  "desk/export/directory": () => same(exceptModerators, { format: "csv" }),
  "desk/export/runs": () => same(exceptModerators, { format: "csv" }, { format: "xlsx", list: "all" }),
  "desk/export/mail": () =>
    same({ ...notSignedIn, otherOfficer: 403, officer: 403 }, { format: "csv" }, { format: "xlsx", state: "SENT" }),
  "desk/export/audit": () => same(exceptModerators, { format: "csv" }, { format: "xlsx", action: "sign-in" }),
  "desk/account": () =>
    same(
      notSignedIn,
      { act: "language", locale: "en" },
      { act: "password", present: "x", password: "kumo-no-shita-no-inu" },
      { act: "codes", password: "x" },
      { act: "endSession", id: crypto.randomUUID() },
      { act: "everywhere" },
    ),
  "desk/account/second-factor": () => [{ fields: { enrolment: "x", code: "123456" }, refused: notSignedIn }],
  "desk/staff": (city) => same(exceptAdministrators, { id: city.otherInvitationId }),
  "desk/staff/invite": () =>
    same(exceptAdministrators, { email: "more@tomakomai.example", name: "もう一人", role: "ADMIN", locale: "ja" }),
  "desk/staff/:id": (city) =>
    same(
      exceptAdministrators,
      ...["change", "signOut", "reset", "off", "on"].map((act) => ({
        act,
        version: String(city.otherOfficer.version),
        name: "別の名前",
        role: "ADMIN",
      })),
    ),
  "desk/directory/import": () => same(exceptAdministrators, { act: "import", text: "x", stamp: "x" }),
  "desk/directory/departments/:id": () =>
    same(
      exceptModerators,
      { act: "save", version: "1", ...localized("name"), position: "1" },
      { act: "remove", version: "1" },
    ),
  "desk/directory/sections/:id": (city) =>
    same(
      exceptModerators,
      { act: "save", version: "1", ...localized("name"), departmentId: city.department.id, position: "1" },
      { act: "remove", version: "1" },
    ),
  "desk/directory/desks/:id/hand-over": (city) => same(exceptModerators, { to: city.desk.id, stamp: "x" }),
  "desk/directory/desks/:id": (city) =>
    same(
      exceptModerators,
      {
        act: "save",
        version: "1",
        sectionId: city.section.id,
        ...localized("name"),
        ...localized("duty"),
        ...localized("hours"),
        phone: "0144-00-0000",
        mailbox: "elsewhere@tomakomai.example",
        position: "1",
      },
      ...["fallback", "close", "open", "remove"].map((act) => ({ act, version: "1" })),
    ),
  "desk/directory/rules": () =>
    same(
      { ...notSignedIn, otherOfficer: 403, officer: 403 },
      { kind: "IDEA", themeId: "", questionId: "", area: "", text: "雪かき" },
    ),
  "desk/directory/rules/:id": (city) =>
    same(
      exceptModerators,
      {
        ...{ act: "save", version: "1", position: "1", themeId: "", kind: "", questionId: "", areas: "", words: "" },
        ...{ deskId: city.otherDesk.id, note: "" },
      },
      { act: "remove", version: "1" },
    ),
  "desk/themes/:slug": (city) =>
    same(
      exceptModerators,
      {
        act: "theme",
        version: "1",
        ...localized("title"),
        ...localized("lead"),
        ...localized("body"),
        illustration: "square",
        deskId: city.otherDesk.id,
      },
      { act: "policy", version: "1", reviewMode: "AFTER", expectedEffect: "HIDDEN", area: "REQUIRED" },
      { act: "addQuestion", ...localized("text") },
      ...["question", "closeQuestion", "openQuestion"].map((act) => ({
        act,
        id: city.question.id,
        version: "1",
        ...localized("text"),
      })),
    ),
  "desk/plans/:key": () =>
    same(exceptModerators, {
      act: "plan",
      version: "1",
      ...localized("title"),
      ...localized("summary"),
      startsOn: "2020-04-01",
      endsOn: "",
      participation: "CLOSED",
    }),
  "desk/glossary": () => same({ ...notSignedIn, otherOfficer: 403, officer: 403 }, { act: "try", text: "協働の推進" }),
  "desk/glossary/:id": () =>
    same(
      exceptModerators,
      { act: "save", version: "1", term: "言葉", reading: "ことば", note: "" },
      { act: "remove", version: "1" },
    ),
  "desk/reasons/:key": () =>
    same(exceptAdministrators, {
      act: "save",
      version: "1",
      position: "1",
      ...localized("label"),
      ...localized("guideline"),
      "decisions.RETURN": "RETURN",
      "decisions.DECLINE": "DECLINE",
      "decisions.HIDE": "HIDE",
      isActive: "on",
    }),
  "desk/replies/:id": () =>
    same(exceptModerators, {
      act: "save",
      version: "1",
      title: "定型文",
      decision: "RETURN",
      reasonKey: "",
      ...localized("text"),
      isActive: "on",
    }),
  "desk/flag-words/:id": () =>
    same(
      exceptModerators,
      { act: "save", version: "1", word: "別の言葉", note: "", isActive: "on" },
      { act: "remove", version: "1" },
    ),
  "desk/trusted": (city) => same(exceptModerators, { trustId: city.trusted.id, trustVersion: "1" }),
  "desk/settings": () =>
    same(exceptAdministrators, {
      version: "0",
      undoSeconds: "0",
      moderatorPhone: "0144-00-0000",
      ...Object.fromEntries(
        ["reviewDays.IDEA", "reviewDays.PARTNERSHIP", "reviewDays.INQUIRY", "reviewDays.COMMENT"]
          .concat(["receivedMailDays", "appealDays", "answerDays.IDEA", "answerDays.PARTNERSHIP", "answerDays.INQUIRY"])
          .concat(["remindFirst", "remindLast", "remindLate", "tellOffice"].map((name) => `promiseClock.${name}`))
          .concat(["longestPause", "holdRequest", "morningHour"].map((name) => `promiseClock.${name}`))
          .map((name) => [name, "9"]),
      ),
    }),
  "desk/inbox/:id": (city) =>
    same(
      exceptModerators,
      { act: "aside", version: "1" },
      {
        act: "draft",
        version: "1",
        number: city.pending.number,
        outcomeKey: city.outcome.key,
        referral: "",
        body: "別の回答",
      },
    ),
  "desk/mail/health": () => same(exceptAdministrators, {}),
  "desk/mail/:id": () => same(exceptModerators, {}),
  "answer/:token": (city) =>
    same(
      withoutLink,
      ...deskForms(city).map((fields) => ({ ...fields, intent: "send", version: String(city.pendingVersion) })),
    ),
  "desk/sign-in": () => [
    {
      fields: { email: "nobody@tomakomai.example", password: "kumo-no-ue-no-inu" },
      refused: { anonymous: 400 },
      recorded: true,
    },
  ],
  // a wrong code counts against whoever is at this step, so for them it is no "nothing changed"
  "desk/sign-in/second-step": () => same(without(everybody(303), "halfWay"), { code: "000000" }),
  "desk/sign-in/set-up": () =>
    same(without(everybody(303), "enrolling"), { enrolment: "x", code: "123456" }, { act: "putOff" }),
  "desk/sign-out": () => same(withoutSignIn, {}),
  "desk/sign-in-link/:token": () => same(withoutLink, {}),
  "desk/mailbox/:token": () => same(withoutLink, {}),
  "desk/invitation/:token": () => same(withoutLink, { name: "だれか", password: "kumo-no-shita-no-inu", locale: "ja" }),
};

/** What a desk can do with what lies with it, on its own page and behind the link in its mail. */
function deskForms(city: City): Record<string, string>[] {
  return [
    { act: "draft", outcomeKey: city.outcome.key, referral: "", body: "別の回答" },
    { act: "ask", question: "いつですか。" },
    { act: "extend", dueOn: city.dueOn, reason: "時間がかかります。" },
    { act: "pass-on", deskId: city.otherDesk.id, reason: "担当が違います。" },
    { act: "not-ours", reason: "担当ではありません。" },
  ];
}

/** What a confirm page adds to what was typed. */
function sending(): Record<string, string> {
  return { intent: "send", idempotencyKey: newIdempotencyKey(), consent: "on" };
}
