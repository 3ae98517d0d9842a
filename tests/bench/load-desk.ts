import { randomUUID } from "node:crypto";
import { addDays } from "date-fns/addDays";
import { addHours } from "date-fns/addHours";
import { addMinutes } from "date-fns/addMinutes";
import { subDays } from "date-fns/subDays";
import { subMinutes } from "date-fns/subMinutes";
import type pg from "pg";
import { printOf } from "#app/domain/flag/flag.ts";
import { addBusinessDays } from "#app/domain/shared/business-days.ts";
import { deskSearchColumns } from "#app/domain/shared/desk-search.ts";
import { fiscalYear, type IsoDate, isoDate } from "#app/domain/shared/japanese-date.ts";
import { bigrams, forMatching, searchText } from "#app/domain/shared/normalize-text.ts";
import { formatReceiptNumber } from "#app/domain/submission/receipt-number.ts";
import { searchColumns } from "#app/domain/submission/search-columns.ts";
import type { HandlingState, ReviewState, SubmissionKind } from "#app/domain/submission/submission.ts";
import { deriveToken } from "#app/platform/crypto.ts";
import { type Random, randomFrom } from "../support/random.ts";

/** What was sent to the city so far, and how much of that still waits for somebody. */
export type DeskSize = { submissions: number; waiting: number };

/** Four years, as long as a plan goes on. */
const days = 4 * 365;

/** What waits came in these days; everything before them is done with. */
const recentDays = 20;

/** One comment for so many submissions. */
const perComment = 3;

/** One text of fifty: sent again and again, word for word. */
export const copiedBody = "公共施設の使用料を上げないでください。年金で暮らす者には、今の額でも楽ではありません。";

type Row = Record<string, unknown>;

/** Rows of many tables on their way into the database. */
type Rows = Map<string, Row[]>;

type Place = {
  themes: { id: string; slug: string; deskId: string }[];
  desks: string[];
  reasons: Record<string, string>;
};

/**
 * Fills an empty city with what four years bring: submissions and comments in every state, with all that commands would have left of them (private
 * part, revisions, search, timeline, decisions, assignments, answers, mails, flags, prints, appeals, escalations, audit). Bulk inserts, because 100,000
 * commands would take an hour; what queries rely on is made by the product's own functions. The same on every run but for ids and the day.
 */
export async function loadDesk(client: pg.Client, size: DeskSize, now: Date): Promise<void> {
  const place = await placeOf(client);
  const indexes = await dropGinIndexes(client);
  // what is loaded here need not survive a power cut
  await client.query("SET synchronous_commit = off");
  const people = Array.from({ length: Math.ceil(size.submissions / 4) }, (_, index) => index);
  await insert(client, "EmailAddress", people.map(addressRow(now)));
  const sequences = new Map<number, number>();
  const numberAt = (at: Date) => {
    const year = fiscalYear(at);
    const sequence = (sequences.get(year.western) ?? 0) + 1;
    sequences.set(year.western, sequence);
    return formatReceiptNumber({ era: year.era, eraYear: year.eraYear, sequence });
  };
  let rows: Rows = new Map();
  for (let index = 0; index < size.submissions; index += 1) {
    const random = randomFrom(index * 7_919 + size.submissions);
    const waits = index >= size.submissions - size.waiting;
    const item = submissionOf(index, { random, waits, size, place, now, numberAt });
    addSubmission(rows, item, { random, place, now });
    if (index % perComment === 0) addComment(rows, item, { random, waits, now, number: numberAt(item.receivedAt) });
    if (index % 1_000 === 999) {
      await insertAll(client, rows);
      rows = new Map();
    }
  }
  await insertAll(client, rows);
  await insert(
    client,
    "ReceiptSequence",
    [...sequences].map(([year, last]) => ({ fiscalYear: year, last })),
  );
  await client.query(
    `UPDATE "Theme" SET "proposalCount" = counted.proposals, "answeredCount" = counted.answered
     FROM (SELECT "themeId", count(*) AS proposals, count("answeredAt") AS answered FROM "Submission" WHERE review = 'PUBLISHED' GROUP BY 1) AS counted
     WHERE "Theme".id = counted."themeId"`,
  );
  await client.query(
    `UPDATE "Submission" SET "commentCount" = counted.comments
     FROM (SELECT "submissionId", count(*) AS comments FROM "Comment" WHERE review = 'PUBLISHED' GROUP BY 1) AS counted
     WHERE "Submission".id = counted."submissionId"`,
  );
  for (const index of indexes) await client.query(index);
  await client.query("VACUUM ANALYZE");
}

async function placeOf(client: pg.Client): Promise<Place> {
  const themes = await client.query(
    `SELECT theme.id, theme.slug, theme."deskId" FROM "Theme" AS theme JOIN "Plan" AS plan ON plan.id = theme."planId"
      WHERE plan.participation = 'OPEN' ORDER BY theme.position`,
  );
  const desks = await client.query(`SELECT id FROM "Desk" WHERE "isActive" ORDER BY position`);
  const reasons = await client.query(
    `SELECT key, decisions::text[] AS decisions FROM "Reason" WHERE "isActive" ORDER BY position`,
  );
  const reasonFor = (decision: string) => reasons.rows.find((row) => row.decisions.includes(decision))?.key as string;
  return {
    themes: themes.rows,
    desks: desks.rows.map(({ id }) => id),
    reasons: { RETURN: reasonFor("RETURN"), DECLINE: reasonFor("DECLINE"), HIDE: reasonFor("HIDE") },
  };
}

/** Such an index is made many times faster over what is there than row by row. @returns how to make them again */
async function dropGinIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(
    `SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' AND indexdef LIKE '%USING gin%'`,
  );
  for (const { indexname } of rows) await client.query(`DROP INDEX "${indexname}"`);
  return rows.map(({ indexdef }) => indexdef);
}

/** Tables that others refer to, before those. */
const referredTo = ["Submission", "Comment", "ReviewDecision", "DecisionRun"];

async function insertAll(client: pg.Client, rows: Rows): Promise<void> {
  for (const table of new Set([...referredTo, ...rows.keys()])) await insert(client, table, rows.get(table) ?? []);
}

async function insert(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  if (rows[0] === undefined) return;
  const columns = Object.keys(rows[0])
    .map((name) => `"${name}"`)
    .join(", ");
  await client.query(
    `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

function add(rows: Rows, table: string, row: Row): void {
  const some = rows.get(table);
  if (some) some.push(row);
  else rows.set(table, [row]);
}

const addressId = (person: number) => `00000000-0000-4000-8000-${String(person).padStart(12, "0")}`;
const mailAddress = (person: number) => `shimin${person}@example.com`;
const addressRow = (now: Date) => (person: number) => ({
  id: addressId(person),
  address: mailAddress(person),
  confirmedAt: person % 5 === 0 ? null : subDays(now, days),
  createdAt: subDays(now, days),
});

const words = {
  places: [
    "沼ノ端",
    "錦岡",
    "拓勇",
    "緑町",
    "表町",
    "勇払",
    "明徳",
    "糸井",
    "豊川",
    "山手",
    "見山",
    "植苗",
    "美沢",
    "高丘",
    "末広",
  ],
  subjects: [
    "窓口",
    "公園",
    "バス停",
    "図書館",
    "ごみの収集",
    "除雪",
    "学校の体育館",
    "子育て支援",
    "防災無線",
    "市営住宅",
    "公共施設の予約",
    "町内会",
    "申請の手続き",
    "広報",
    "通学路",
    "空き家",
    "健診",
    "観光案内",
  ],
  wishes: [
    "の待ち時間を短く",
    "をオンラインでも使えるように",
    "の案内を分かりやすく",
    "をもっと使いやすく",
    "の費用を見直す",
    "に市民も加わる",
    "の開く時間を延ばす",
    "の様子を地図で見せる",
  ],
  reasons: [
    "仕事を休まないと行けません。",
    "高齢の家族が困っています。",
    "何度も足を運ぶことになります。",
    "どこに聞けばよいのか分かりません。",
    "冬になると特に大変です。",
    "小さな子どもを連れていくと時間がかかります。",
    "近所でも同じ声をよく聞きます。",
    "使う人が年々減っているようです。",
  ],
  ideas: [
    "前もって予約できる仕組みがあると助かります。",
    "混み具合がスマートフォンで見られるとよいと思います。",
    "町内会の集会所で月に一度受け付けてはどうでしょうか。",
    "ほかの市では職員が家まで来てくれるそうです。",
    "書類を一枚にまとめられないでしょうか。",
    "夜の七時まで開く日を週に一日つくってください。",
    "若い人の意見も聞いてください。",
    "費用は広告でまかなえるかもしれません。",
  ],
  closings: [
    "ご検討をお願いします。",
    "できることから始めてほしいです。",
    "私も手伝います。",
    "結果を知らせてください。",
  ],
  /** In one text of a thousand: what is looked for and found seldom. */
  seldom: ["給水スポット", "点字ブロック", "ヒグマ", "電動キックボード", "樽前山", "白鳥湖"],
} as const;

function textOf(random: Random): { title: string; body: string } {
  const subject = random.pick(words.subjects);
  const place = random.pick(words.places);
  const sentences = Array.from<unknown, string>({ length: 3 + random.integer(5) }, () =>
    random.pick(random.integer(2) === 0 ? words.reasons : words.ideas),
  );
  if (random.integer(170) === 0) sentences.push(`${random.pick(words.seldom)}のことも考えてください。`);
  return {
    title: `${place}の${subject}${random.pick(words.wishes)}`,
    body:
      random.integer(50) === 0
        ? copiedBody
        : `${place}に住んでいます。${subject}のことで${sentences.join("")}${random.pick(words.closings)}`,
  };
}

type Item = {
  id: string;
  index: number;
  number: string;
  kind: SubmissionKind;
  review: ReviewState;
  handling: HandlingState;
  theme: Place["themes"][number] | null;
  inquiryDeskId: string | null;
  handlingDeskId: string | null;
  title: string;
  body: string;
  revision: number;
  person: number | null;
  receivedAt: Date;
  decidedAt: Date | null;
  assignedAt: Date | null;
  answeredAt: Date | null;
  dueOn: IsoDate | null;
  isFlagged: boolean;
  awaitsLook: boolean;
  appealDueOn: IsoDate | null;
};

/** What has become of it, of a hundred: `done` before the last days, `waiting` in them. */
const fates = {
  done: spread([
    ["PUBLISHED", "ANSWERED", 66],
    ["NOT_PUBLIC", "ANSWERED", 15],
    ["DECLINED", "NEW", 9],
    ["RETURNED", "NEW", 3],
    ["WITHDRAWN", "NEW", 4],
    ["HIDDEN", "ANSWERED", 2],
    ["MERGED", "NEW", 1],
  ]),
  waiting: spread([
    ["PENDING", "NEW", 45],
    ["PUBLISHED", "NEW", 12],
    ["PUBLISHED", "ASSIGNED", 22],
    ["PUBLISHED", "DRAFTED", 9],
    ["NOT_PUBLIC", "NEW", 4],
    ["NOT_PUBLIC", "ASSIGNED", 8],
  ]),
};

function spread(shares: [ReviewState, HandlingState, number][]): [ReviewState, HandlingState][] {
  return shares.flatMap(([review, handling, share]) =>
    Array<[ReviewState, HandlingState]>(share).fill([review, handling]),
  );
}

function submissionOf(
  index: number,
  {
    random,
    waits,
    size,
    place,
    now,
    numberAt,
  }: { random: Random; waits: boolean; size: DeskSize; place: Place; now: Date; numberAt: (at: Date) => string },
): Item {
  const [review, handling] = random.pick(waits ? fates.waiting : fates.done);
  const kind = review === "NOT_PUBLIC" ? "INQUIRY" : random.integer(6) === 0 ? "PARTNERSHIP" : "IDEA";
  const done = size.submissions - size.waiting;
  const daysAgo = waits
    ? (1 - (index - done) / size.waiting) * recentDays
    : recentDays + 25 + (1 - index / done) * (days - recentDays - 25);
  const receivedAt = subMinutes(now, Math.ceil(daysAgo * 1_440));
  const limit = (at: Date) => (at < now ? at : now);
  const isDecided = review !== "PENDING" && review !== "NOT_PUBLIC" && review !== "WITHDRAWN";
  const decidedAt = isDecided ? limit(addHours(receivedAt, 2 + random.integer(96))) : null;
  const isGiven = handling !== "NEW";
  const assignedAt = isGiven ? limit(addHours(decidedAt ?? receivedAt, 1 + random.integer(48))) : null;
  const answeredAt = handling === "ANSWERED" && assignedAt ? limit(addDays(assignedAt, 2 + random.integer(16))) : null;
  const theme = kind === "INQUIRY" ? null : random.pick(place.themes);
  const usual = theme?.deskId ?? random.pick(place.desks);
  const desk = random.integer(10) < 7 ? usual : random.pick(place.desks);
  const isPending = review === "PENDING";
  const isOwed = waits || isPending;
  return {
    id: randomUUID(),
    index,
    number: numberAt(receivedAt),
    kind,
    review,
    handling,
    theme,
    inquiryDeskId: kind === "INQUIRY" ? usual : null,
    handlingDeskId: isGiven ? desk : null,
    ...textOf(random),
    revision: random.integer(12) === 0 ? 2 : 1,
    person: random.integer(3) === 0 ? null : random.integer(Math.ceil(size.submissions / 4)),
    receivedAt,
    decidedAt,
    assignedAt,
    answeredAt,
    dueOn: isOwed ? addBusinessDays(isoDate(receivedAt), isPending ? 3 : 10) : null,
    isFlagged: random.integer(waits ? 8 : 12) === 0,
    awaitsLook: waits && review === "PUBLISHED" && random.integer(5) === 0,
    appealDueOn:
      review === "DECLINED" && index > done - size.waiting && random.integer(4) === 0
        ? isoDate(addDays(now, random.integer(9) - 3))
        : null,
  };
}

const decisions: Partial<Record<ReviewState, string>> = {
  PUBLISHED: "APPROVE",
  MERGED: "APPROVE",
  HIDDEN: "HIDE",
  DECLINED: "DECLINE",
  RETURNED: "RETURN",
};
const events: Partial<Record<ReviewState, string>> = {
  PUBLISHED: "PUBLISHED",
  HIDDEN: "HIDDEN",
  DECLINED: "DECLINED",
  RETURNED: "RETURNED",
};
const by = { byId: randomUUID(), byLabel: "moderator" };

function addSubmission(
  rows: Rows,
  item: Item,
  { random, place, now }: { random: Random; place: Place; now: Date },
): void {
  const { id, number, kind, title, body, receivedAt } = item;
  const company = kind === "PARTNERSHIP";
  const shown = {
    title,
    body,
    expectedEffect: kind === "IDEA" && random.integer(3) === 0 ? "待つ人が減り、職員の手間も減ります。" : null,
    area: random.integer(4) === 0 ? random.pick(words.places) : null,
    displayName: random.integer(2) === 0 ? `市民${random.integer(500)}` : null,
    organizationName: company ? `見本工業${random.integer(300)}株式会社` : null,
  };
  const isMerged = item.review === "MERGED";
  const isPublished = item.review === "PUBLISHED" || item.review === "HIDDEN" || isMerged;
  const columns = {
    kind,
    locale: "ja",
    themeId: item.theme?.id ?? null,
    inquiryDeskId: item.inquiryDeskId,
    review: item.review,
    handling: item.handling,
    handlingDeskId: item.handlingDeskId,
    dueOn: item.dueOn,
    ...shown,
    revision: item.revision,
    mergedIntoId: isMerged
      ? (rows.get("Submission")?.find((other) => other.review === "PUBLISHED" && other.kind === kind)?.id ?? null)
      : null,
    reviewBeforeMerge: isMerged ? "PUBLISHED" : null,
    outcomeKey: item.answeredAt ? "under-study" : null,
    ...searchColumns({ kind, ...shown }),
    trackingKeyHash: `bench-track-${number}`,
    idempotencyHash: `bench-once-${number}`,
    receivedAt,
    publishedAt: isPublished ? item.decidedAt : null,
    answeredAt: item.answeredAt,
    changedAt: item.answeredAt ?? item.assignedAt ?? item.decidedAt ?? receivedAt,
    appealDueOn: item.appealDueOn,
    isFlagged: item.isFlagged,
    awaitsLook: item.awaitsLook,
  };
  // the first merged ones of a batch have nothing to be merged into yet
  if (isMerged && columns.mergedIntoId === null)
    Object.assign(columns, { review: "PUBLISHED", reviewBeforeMerge: null });
  add(rows, "Submission", {
    id,
    number,
    channel: "WEB",
    version: 1 + random.integer(4),
    isSample: false,
    waitsForAuthor: false,
    commentCount: 0,
    ...columns,
  });
  const phone = random.integer(3) === 0 ? `0144-32-${String(1_000 + random.integer(9_000))}` : null;
  const name = `名前${item.person ?? 0}`;
  const cityOnly = {
    name,
    phone,
    corporateNumber: null,
    contactPerson: company ? `担当${random.integer(99)}` : null,
    cooperation: company ? "機器を半年のあいだ無償で貸し出します。" : null,
    request: company ? "置く場所と電源をお借りしたいです。" : null,
    costSharing: company ? "NONE" : null,
    confidentialNote: company && random.integer(2) === 0 ? "他社との話し合いがあります。" : null,
  };
  add(rows, "SubmissionPrivate", {
    submissionId: id,
    emailAddressId: item.person === null ? null : addressId(item.person),
    ...cityOnly,
  });
  add(rows, "SubmissionSearch", {
    submissionId: id,
    ...deskSearchColumns({
      desk: [number, ...Object.values(shown), cityOnly.cooperation, cityOnly.request],
      contact: [
        name,
        cityOnly.contactPerson,
        item.person === null ? null : mailAddress(item.person),
        phone,
        cityOnly.confidentialNote,
      ],
    }),
  });
  for (let revision = 1; revision <= item.revision; revision += 1) {
    add(rows, "SubmissionRevision", {
      id: randomUUID(),
      submissionId: id,
      revision,
      ...shown,
      cityOnly: {},
      createdAt: addMinutes(receivedAt, revision - 1),
    });
  }
  const told = (at: Date, event: string, audience: string, note: string | null = null) =>
    add(rows, "TimelineEntry", {
      id: randomUUID(),
      submissionId: id,
      commentId: null,
      at,
      event,
      audience,
      deskId: null,
      dueOn: null,
      note,
    });
  const mailed = (at: Date, template: string, isFailed = false) => {
    if (item.person !== null)
      addMail(rows, { at, template, number, person: item.person, isFailed, of: { submissionId: id, commentId: null } });
  };
  const audited = (at: Date, action: string) => addAudit(rows, { at, action, type: "submission", id, number });
  told(receivedAt, "RECEIVED", "PUBLIC");
  mailed(receivedAt, "receipt", item.receivedAt > subDays(now, recentDays) && random.integer(60) === 0);
  audited(receivedAt, kind === "INQUIRY" ? "submit-inquiry" : company ? "submit-partnership" : "submit-idea");
  const decision = decisions[item.review];
  if (item.decidedAt && decision) {
    const decisionId = randomUUID();
    const reasonCode = place.reasons[decision] ?? null;
    const explanation = reasonCode === null ? null : "お送りいただいた文には、公開できないところがあります。";
    add(rows, "ReviewDecision", {
      id: decisionId,
      submissionId: id,
      commentId: null,
      decision,
      reasonCode,
      reasonLabel: reasonCode && { ja: "理由" },
      explanation,
      revision: item.revision,
      ...by,
      at: item.decidedAt,
    });
    const runId = randomUUID();
    add(rows, "DecisionRun", {
      id: runId,
      decision,
      reasonCode,
      reasonLabel: null,
      explanation,
      replies: [],
      ...by,
      plannedAt: item.decidedAt,
      startsAt: item.decidedAt,
      startedAt: item.decidedAt,
      cancelledAt: null,
      finishedAt: item.decidedAt,
      size: 1,
      doneCount: 1,
      failedCount: 0,
    });
    add(rows, "DecisionRunItem", {
      runId,
      position: 1,
      submissionId: id,
      commentId: null,
      version: 1,
      state: "DONE",
      problem: null,
    });
    told(item.decidedAt, events[item.review] ?? "PUBLISHED", reasonCode === null ? "PUBLIC" : "AUTHOR", explanation);
    mailed(item.decidedAt, "published");
    audited(item.decidedAt, `${decision.toLowerCase()}-item`);
    const isOpen = item.appealDueOn !== null;
    if (isOpen || (item.review === "DECLINED" && random.integer(12) === 0)) {
      add(rows, "Appeal", {
        id: randomUUID(),
        decisionId,
        submissionId: id,
        commentId: null,
        words: "もう一度見てください。",
        filedAt: addDays(item.decidedAt, 1),
        dueOn: item.appealDueOn ?? isoDate(addDays(item.decidedAt, 7)),
        outcome: isOpen ? null : "UPHELD",
        explanation: isOpen ? null : "決めたとおりとします。",
        byId: null,
        byLabel: isOpen ? null : "moderator",
        closedAt: isOpen ? null : addDays(item.decidedAt, 4),
      });
    }
  }
  if (item.assignedAt) {
    const isDone = item.answeredAt !== null;
    add(rows, "Assignment", {
      id: randomUUID(),
      submissionId: id,
      deskId: item.handlingDeskId,
      dueOn: item.dueOn ?? isoDate(addDays(item.assignedAt, 14)),
      assignedById: by.byId,
      instruction: null,
      assignedAt: item.assignedAt,
      endedAt: item.answeredAt,
      endReason: isDone ? "answered" : null,
    });
    told(item.assignedAt, "ASSIGNED", "PUBLIC");
  }
  if (item.answeredAt || item.handling === "DRAFTED") {
    const at = item.answeredAt ?? now;
    add(rows, "Answer", {
      id: randomUUID(),
      submissionId: id,
      answerVersion: 1,
      deskId: item.handlingDeskId,
      outcomeKey: "under-study",
      referral: null,
      body: "ご提案をありがとうございます。関係する担当と検討します。".repeat(5),
      state: item.answeredAt ? "PUBLISHED" : "DRAFT",
      origin: "LINK",
      draftedById: null,
      draftedByLabel: "行革担当",
      draftedAt: subMinutes(at, 90),
      approvedById: null,
      approvedByLabel: item.answeredAt && "moderator",
      publishedAt: item.answeredAt,
      sendBackNote: null,
    });
    if (item.answeredAt) {
      told(item.answeredAt, "ANSWERED", "PUBLIC");
      mailed(item.answeredAt, "answered");
    }
  }
  if (item.isFlagged) addFlag(rows, { submissionId: id, commentId: null }, receivedAt);
  add(rows, "TextPrint", {
    id: randomUUID(),
    submissionId: id,
    commentId: null,
    print: printFor(body),
    sender: null,
    emailAddressId: item.person === null ? null : addressId(item.person),
    at: receivedAt,
  });
  if (item.review === "PENDING" && random.integer(60) === 0) {
    add(rows, "Escalation", {
      id: randomUUID(),
      submissionId: id,
      commentId: null,
      note: "判断に迷います。",
      ...by,
      at: now,
      endedAt: null,
      endedByLabel: null,
      endNote: null,
    });
  }
}

/** The print of a text, as it is kept for a text that arrives (`judge-text.server.ts`). */
export function printFor(body: string): string | null {
  const letters = printOf(forMatching(body));
  return letters === null ? null : deriveToken("text-print", letters, 22);
}

/** What comments say of it; they wait where it was waited for, and on what is public alone. */
function addComment(
  rows: Rows,
  item: Item,
  { random, waits, now, number }: { random: Random; waits: boolean; now: Date; number: string },
): void {
  if (item.theme === null) return;
  const id = randomUUID();
  const isOnProposal = item.review === "PUBLISHED";
  const review =
    waits && random.integer(2) === 0
      ? "PENDING"
      : random.pick(["PUBLISHED", "PUBLISHED", "PUBLISHED", "DECLINED", "RETURNED"]);
  const body = `${random.pick(words.reasons)}${random.pick(words.ideas)}${random.pick(words.closings)}`;
  const person = item.person;
  const of = { submissionId: null, commentId: id };
  const at = item.receivedAt;
  const decidedAt = addHours(at, 20) < now ? addHours(at, 20) : now;
  const isFlagged = random.integer(12) === 0;
  const searched = searchText([body]);
  add(rows, "Comment", {
    id,
    number,
    locale: "ja",
    themeId: item.theme.id,
    questionId: null,
    submissionId: isOnProposal ? item.id : null,
    parentId: null,
    stance: isOnProposal ? "FOR" : null,
    review,
    body,
    displayName: null,
    revision: 1,
    replyCount: 0,
    searchText: searched,
    searchTokens: bigrams(searched),
    trackingKeyHash: `bench-track-${number}`,
    idempotencyHash: `bench-once-${number}`,
    dueOn: review === "PENDING" ? addBusinessDays(isoDate(at), 3) : null,
    receivedAt: at,
    publishedAt: review === "PUBLISHED" ? decidedAt : null,
    changedAt: at,
    appealDueOn: null,
    isSample: false,
    isFlagged,
    awaitsLook: waits && review === "PUBLISHED" && random.integer(6) === 0,
    version: 1,
  });
  add(rows, "CommentPrivate", {
    commentId: id,
    name: null,
    emailAddressId: person === null ? null : addressId(person),
  });
  add(rows, "CommentSearch", {
    commentId: id,
    ...deskSearchColumns({ desk: [number, body], contact: [person === null ? null : mailAddress(person)] }),
  });
  add(rows, "CommentRevision", {
    id: randomUUID(),
    commentId: id,
    revision: 1,
    body,
    stance: null,
    displayName: null,
    createdAt: at,
  });
  add(rows, "TimelineEntry", {
    id: randomUUID(),
    ...of,
    at,
    event: "RECEIVED",
    audience: "PUBLIC",
    deskId: null,
    dueOn: null,
    note: null,
  });
  add(rows, "TextPrint", { id: randomUUID(), ...of, print: printFor(body), sender: null, emailAddressId: null, at });
  if (isFlagged) addFlag(rows, of, at);
  if (person !== null) addMail(rows, { at, template: "receipt", number, person, isFailed: false, of });
  addAudit(rows, { at, action: "submit-comment", type: "comment", id, number });
  if (review !== "PENDING") {
    const decision = decisions[review as ReviewState];
    add(rows, "ReviewDecision", {
      id: randomUUID(),
      ...of,
      decision,
      reasonCode: null,
      reasonLabel: null,
      explanation: null,
      revision: 1,
      ...by,
      at: decidedAt,
    });
  }
}

function addFlag(rows: Rows, of: { submissionId: string | null; commentId: string | null }, at: Date): void {
  add(rows, "Flag", {
    id: randomUUID(),
    ...of,
    kind: "LINK",
    revision: 1,
    field: "body",
    start: 0,
    end: 3,
    reason: null,
    count: null,
    at,
  });
}

function addMail(
  rows: Rows,
  {
    at,
    template,
    number,
    person,
    isFailed,
    of,
  }: {
    at: Date;
    template: string;
    number: string;
    person: number;
    isFailed: boolean;
    of: { submissionId: string | null; commentId: string | null };
  },
): void {
  add(rows, "Mail", {
    id: randomUUID(),
    messageId: `${randomUUID()}@example.com`,
    template,
    locale: "ja",
    recipient: mailAddress(person),
    recipientKind: "PERSON",
    subjectLine: `${number} について`,
    params: { number },
    threadKey: number,
    officePhone: "0144-32-6169",
    ...of,
    state: isFailed ? "FAILED" : "SENT",
    attempts: 1,
    sentAt: isFailed ? null : at,
    createdAt: at,
  });
}

function addAudit(
  rows: Rows,
  { at, action, type, id, number }: { at: Date; action: string; type: string; id: string; number: string },
): void {
  add(rows, "AuditEntry", {
    at,
    actorKind: "staff",
    actorId: null,
    actorLabel: "moderator",
    action,
    subjectType: type,
    subjectId: id,
    subjectNumber: number,
    detail: {},
  });
}
