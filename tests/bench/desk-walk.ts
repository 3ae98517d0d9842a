import { setTimeout as pause } from "node:timers/promises";
import { queueViews } from "#app/domain/moderation/queue.ts";
import { encodeCursor } from "#app/domain/shared/page.ts";
import { paths } from "#app/routes/paths.ts";
import type { Random } from "../support/random.ts";
import { hiddenFields, unescapeHtml } from "../support/send-idea.ts";
import type { Answered, Asked, DeskBrowser } from "./desk-browser.ts";

/** What moderators know before they begin: what there is to ask for. */
export type Known = {
  themes: string[];
  desks: string[];
  /** Reasons that can be given for returning, and for declining. */
  reasons: Record<"return" | "decline", string>;
  /** Places all over the heaps, to page on from. */
  places: Record<"all" | "pending", { key: string; id: string }[]>;
  numbers: string[];
  copiedPrint: string;
};

const searches = [
  "窓口",
  "除雪 高齢",
  "ヒグマ",
  "点字ブロック",
  "図書館の開く時間",
  "気象衛星",
  "市",
  "shimin77@example.com",
  "0144-32",
];

/** How long somebody in a hurry looks at a page before the next, in milliseconds. */
export type Think = { least: number; most: number };

export type Walk = {
  browser: DeskBrowser;
  random: Random;
  known: Known;
  think: Think;
  isOver: () => boolean;
  /** Whether decisions are taken at once by now, without the time in which they can be taken back. */
  isAtOnce: () => boolean;
};

/** Works through the desk until the time is over: heaps and searches, items one after another, decisions, now and then the figures. */
export async function walkDesk(walk: Walk): Promise<void> {
  while (!walk.isOver()) {
    const list = await lookForWork(walk);
    const opened = await openOne(walk, list);
    if (opened !== null) await workOn(walk, opened);
    if (walk.random.integer(4) === 0) await see(walk, figuresAddress(walk), { group: "figures", kind: "figures" });
    if (walk.random.integer(8) === 0) await see(walk, paths.deskRuns(), { group: "runs", kind: "list of runs" });
  }
}

const figuresAddress = ({ random, known }: Walk) =>
  `${paths.deskFigures()}?${new URLSearchParams({
    period: random.pick(["12m", "3m", "fy2025"]),
    ...(random.integer(2) === 0 && { theme: random.pick(known.themes) }),
    ...(random.integer(3) === 0 && { desk: random.pick(known.desks) }),
  })}`;

async function thinkAbout({ random, think: { least, most } }: Walk): Promise<void> {
  if (most > 0) await pause(least + random.integer(most - least + 1));
}

async function see(walk: Walk, address: string, asked: Asked): Promise<Answered> {
  await thinkAbout(walk);
  return walk.browser.get(address, asked);
}

/** Some heap, list or search. */
function lookForWork(walk: Walk): Promise<Answered> {
  const { random, known } = walk;
  const queue = (query: Record<string, string>, asked: Asked) =>
    see(walk, `${paths.desk()}?${new URLSearchParams(query)}`, asked);
  switch (random.integer(10)) {
    case 0:
    case 1:
    case 2:
    case 3: {
      const view = random.pick(queueViews);
      return queue({ view }, { group: "heap", kind: `heap ${view}` });
    }
    case 4:
      return see(walk, paths.desk(), { group: "heap", kind: "heap pending" });
    case 5: {
      const view = random.pick(["all", "pending"] as const);
      const way = random.pick(["after", "before"]);
      const cursor = encodeCursor(random.pick(known.places[view]));
      return queue({ view, [way]: cursor }, { group: "heap, far down", kind: `heap ${view}, far down` });
    }
    case 6:
    case 7: {
      const q = random.integer(8) === 0 ? random.pick(known.numbers) : random.pick(searches);
      const view = random.pick(["all", "pending"]);
      return queue({ view, q }, { group: "search", kind: `search ${q.startsWith("R") ? "number" : q} in ${view}` });
    }
    default: {
      const [name, filter] = random.pick<[string, Record<string, string>]>([
        ["theme", { view: "pending", theme: random.pick(known.themes) }],
        ["kind", { view: "pending", kind: "PARTNERSHIP" }],
        ["comments", { view: "pending", kind: "COMMENT" }],
        ["declined, one theme", { view: "all", review: "DECLINED", theme: random.pick(known.themes) }],
        ["merged", { view: "all", review: "MERGED" }],
        ["desk", { view: "working", desk: random.pick(known.desks) }],
        ["one desk, answered", { view: "all", desk: random.pick(known.desks), handling: "ANSWERED" }],
        ["flagged", { view: "pending", flagged: "yes" }],
        ["flagged of all", { view: "all", flagged: "yes" }],
        ["same text", { view: "all", same: known.copiedPrint }],
        ["theme and word", { view: "all", theme: random.pick(known.themes), q: "予約" }],
      ]);
      return queue(filter, { group: "filter", kind: `filter ${name}` });
    }
  }
}

type Opened = { address: string; html: string; isComment: boolean };

/** Opens one item of a list; null where the list is empty. */
async function openOne(walk: Walk, list: Answered): Promise<Opened | null> {
  const links = [...list.html.matchAll(/href="(\/desk\/(?:submissions|comments)\/[^"]+)"/g)]
    .map(([, href = ""]) => unescapeHtml(href))
    .filter((href) => !href.startsWith("/desk/submissions/new"));
  if (links.length === 0) return null;
  return openItem(walk, walk.random.pick(links), "item");
}

async function openItem(walk: Walk, address: string, kind: string): Promise<Opened> {
  const isComment = address.startsWith("/desk/comments/");
  const { html } = await see(walk, address, { group: "item", kind: isComment ? `${kind}, comment` : kind });
  return { address, html, isComment };
}

/** Reads an item and some after it, and decides about what can be decided. */
async function workOn(walk: Walk, first: Opened): Promise<void> {
  let here = first;
  for (let turn = 0; turn < 4 && !walk.isOver(); turn += 1) {
    if (!here.isComment && walk.random.integer(3) === 0) await arrange(walk, here);
    const decided = /name="act"[^>]*value="approve"/.test(here.html) ? await decideAbout(walk, here) : null;
    const next = decided ?? nextOf(walk, here);
    if (next === null) return;
    if (next.startsWith(`${paths.desk()}?`)) {
      await see(walk, next, { group: "heap", kind: "heap, after its last item" });
      return;
    }
    here = await openItem(walk, next, decided === null ? "item, next or previous" : "item, after a decision");
    if (decided !== null && walk.random.integer(4) === 0) await takeBack(walk, here);
  }
}

/** The way through the heap that the page offers. */
function nextOf({ random }: Walk, { html }: Opened): string | null {
  const key = random.integer(4) === 0 ? "k" : "j";
  const link = new RegExp(`<a\\b[^>]*aria-keyshortcuts="${key}"[^>]*>`).exec(html)?.[0] ?? "";
  const href = /href="([^"]+)"/.exec(link)?.[1];
  return href === undefined ? null : unescapeHtml(href);
}

const versionOf = (html: string) => /name="version"[^>]*value="(\d+)"/.exec(html)?.[1] ?? "1";

/** The decision's page with the mail its author gets, then the decision. @returns where it leads on; null where it was refused */
async function decideAbout(walk: Walk, { address, html }: Opened): Promise<string | null> {
  const act = walk.random.pick(["approve", "approve", "return", "decline"] as const);
  const words: Record<string, string> =
    act === "approve"
      ? {}
      : { reasonCode: walk.known.reasons[act], explanation: "お名前のところを直して、もう一度お送りください。" };
  await thinkAbout(walk);
  const asked = { act, version: versionOf(html), ...words };
  const shown = await walk.browser.post(
    address,
    { ...asked, intent: "confirm" },
    { group: "confirm page", kind: `confirm ${act}` },
  );
  if (shown.status !== 200) return null;
  await thinkAbout(walk);
  const fields = { ...asked, ...hiddenFields(shown.html), act, intent: "send" };
  const sent = await walk.browser.post(address, fields, {
    group: walk.isAtOnce() ? "decision, at once" : "decision, planned",
    kind: act,
  });
  return sent.status === 303 ? sent.location : null;
}

/** Takes back the decision that the page tells of. */
async function takeBack(walk: Walk, { html }: Opened): Promise<void> {
  const form = /<form[^>]*action="(\/desk\/runs\/[^"]+)"[^>]*data-undo/.exec(html)?.[1];
  if (form === undefined) return;
  await thinkAbout(walk);
  await walk.browser.post(
    form,
    { act: "cancel", back: "view=pending" },
    { group: "decision, planned", kind: "take back" },
  );
}

/** What else can be done with it, as far as the page that shows it once more. */
async function arrange(walk: Walk, { address, html }: Opened): Promise<void> {
  const offered = ["move", "merge", "split", "kind"].filter((form) =>
    new RegExp(`<details\\b[^>]*id="${form}"`).test(html),
  );
  if (offered.length === 0) return;
  const form = walk.random.pick(offered);
  const act = form === "merge" ? walk.random.pick(["similar", "merge"]) : form;
  const option = (field: string) =>
    new RegExp(`<select[^>]*name="${field}"[\\s\\S]*?<option[^>]*value="([0-9a-f-]{36})"`).exec(html)?.[1] ?? "";
  const body = /<textarea[^>]*name="passage"[^>]*>([\s\S]*?)<\/textarea>/.exec(html)?.[1] ?? "";
  const fields: Record<string, Record<string, string>> = {
    similar: {},
    move: { themeId: option("themeId") },
    merge: { into: walk.random.pick(walk.known.numbers) },
    split: { title: "別の件", passage: unescapeHtml(body).trim().slice(0, 20) },
    kind: { to: option("to") },
  };
  await thinkAbout(walk);
  await walk.browser.post(
    address,
    { act, version: versionOf(html), explanation: "別の件として扱います。", intent: "confirm", ...fields[act] },
    { group: "arrangement", kind: `arrangement ${act}` },
  );
}
