import { describe, expect, it } from "vitest";
import { commentSchema } from "#app/domain/comment/comment.schema.ts";
import { handlingLimits } from "#app/domain/handling/handling.schema.ts";
import { afterAct, type HandlingAct } from "#app/domain/handling/handling.ts";
import { afterDecision, type Decision, reversalIn } from "#app/domain/moderation/moderation.ts";
import { canComeTrusted, trustNoteLimit, trustProblem } from "#app/domain/moderation/trust.ts";
import { type LocalizedText, locales, localizedTextSchema } from "#app/domain/shared/localized-text.ts";
import { ideaSchema, inquirySchema, partnershipSchema } from "#app/domain/submission/submission.schema.ts";
import {
  canRevise,
  canWithdraw,
  firstReviewState,
  type HandlingState,
  handlingStates,
  type ReviewState,
  reviewStates,
  type SubmissionKind,
} from "#app/domain/submission/submission.ts";
import promisesEasy from "#locales/easy/promises.json" with { type: "json" };
import promisesEn from "#locales/en/promises.json" with { type: "json" };
import promisesJa from "#locales/ja/promises.json" with { type: "json" };
import { departments, routingRules } from "./directory.ts";
import { outcomes } from "./outcomes.ts";
import { plans, themesPlanKey } from "./plan.ts";
import type { CommentStep, SampleComment, SampleReply, SubmissionStep } from "./sample-types.ts";
import { sampleSubmissions, sampleThemeComments } from "./samples.ts";
import { themes } from "./themes.ts";

const promises = { ja: promisesJa, easy: promisesEasy, en: promisesEn };
const desks = departments.flatMap((department) => department.sections).flatMap((section) => section.desks);
const deskSlugs = desks.map((desk) => desk.slug);
const questions = themes.flatMap((theme) =>
  theme.questions.map((question) => ({ themeSlug: theme.slug, ...question })),
);

type Found<T> = { at: string; value: T };

/** Every object anywhere inside `value` that has one of the languages as a key, with the path to it. */
function localizedTextsIn(value: unknown, at: string): Found<Partial<LocalizedText>>[] {
  if (typeof value !== "object" || value === null) return [];
  if (locales.some((locale) => locale in value)) return [{ at, value: value as Partial<LocalizedText> }];
  return Object.entries(value).flatMap(([key, inner]) => localizedTextsIn(inner, `${at}.${key}`));
}

function stringsIn(value: unknown, at: string): Found<string>[] {
  if (typeof value === "string") return [{ at, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${at}.${key}`));
}

function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。?!])|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");
}

const localizedTexts = localizedTextsIn({ plans, themes, departments, outcomes }, "content");

describe("content in three languages", () => {
  it("has every text in every language, none of them empty", () => {
    expect(localizedTexts.length).toBeGreaterThan(80);
    const schema = localizedTextSchema(2_000);
    expect(localizedTexts.filter(({ value }) => !schema.safeParse(value).success)).toEqual([]);
  });

  it("has the promise pages in the same shape in every language, with no empty words", () => {
    const shape = stringsIn(promises.ja, "promises").map(({ at }) => at);
    expect(Object.keys(promises.ja)).toEqual(["accessibility", "privacy", "guidelines", "help"]);
    for (const locale of locales) {
      const strings = stringsIn(promises[locale], "promises");
      expect(
        strings.map(({ at }) => at),
        locale,
      ).toEqual(shape);
      expect(
        strings.filter(({ value }) => value.trim() === ""),
        locale,
      ).toEqual([]);
    }
  });

  it("asks in every language of the promise pages for the same desk and phone at the same places", () => {
    const placeholders = (locale: (typeof locales)[number]) =>
      stringsIn(promises[locale], "promises")
        .filter(({ value }) => value.includes("{{"))
        .map(({ at, value }) => `${at}: ${value.match(/\{\{\w+\}\}/g)?.join(" ")}`);
    expect(placeholders("ja").length).toBeGreaterThan(3);
    expect(placeholders("easy")).toEqual(placeholders("ja"));
    expect(placeholders("en")).toEqual(placeholders("ja"));
    expect(new Set(placeholders("ja").flatMap((line) => line.match(/\{\{\w+\}\}/g) ?? []))).toEqual(
      new Set(["{{desk}}", "{{phone}}", "{{days}}"]),
    );
  });
});

describe("plans", () => {
  it("form one succession without a gap, and only the plan with themes takes part in", () => {
    for (const plan of plans) {
      const successor = plans.find((candidate) => candidate.key === plan.successorKey);
      expect(plan.successorKey === null, plan.key).toBe(successor === undefined);
      if (successor) {
        expect(Date.parse(successor.startsOn) - Date.parse(plan.endsOn ?? ""), plan.key).toBe(86_400_000);
      }
      expect(plan.participation, plan.key).toBe(plan.key === themesPlanKey ? "OPEN" : "CLOSED");
    }
    expect(new Set(plans.map((plan) => plan.key)).size).toBe(plans.length);
  });

  it("attach every document to a version of the same plan", () => {
    for (const plan of plans) {
      const versionKeys = plan.versions.map((version) => version.key);
      expect(new Set(versionKeys).size).toBe(versionKeys.length);
      expect(plan.documents.filter((document) => !versionKeys.includes(document.versionKey))).toEqual([]);
    }
  });
});

describe("themes", () => {
  it("carry the plan's numerals, titles and addresses in order", () => {
    expect(themes.map((theme) => `${theme.position} ${theme.numeral} ${theme.title.ja} ${theme.slug}`)).toEqual([
      "1 Ⅰ 健全な財政運営 sound-finances",
      "2 Ⅱ 市民サービスの進化 service-evolution",
      "3 Ⅲ 協働の推進 collaboration",
      "4 Ⅳ 公共施設のマネジメント public-facilities",
      "5 Ⅴ 民間活力の活用 private-sector",
      "6 Ⅵ ICT(情報通信技術)の活用 ict",
      "7 Ⅶ 職員の人材育成と「働き方改革」・簡素で効率的な組織づくり people-and-organization",
    ]);
  });

  it("feature citizen services and collaboration, each with three questions", () => {
    const featured = themes.filter((theme) => theme.isFeatured);
    expect(featured.map((theme) => theme.slug)).toEqual(["service-evolution", "collaboration"]);
    expect(featured.map((theme) => theme.questions.length)).toEqual([3, 3]);
  });

  it("ask one to three questions under keys that are unique across themes", () => {
    for (const theme of themes) {
      expect(theme.questions.length, theme.slug).toBeGreaterThanOrEqual(1);
      expect(theme.questions.length, theme.slug).toBeLessThanOrEqual(3);
    }
    expect(new Set(questions.map((question) => question.key)).size).toBe(questions.length);
  });

  it("have three to five paragraphs in each language", () => {
    for (const theme of themes) {
      for (const locale of locales) {
        const count = theme.body[locale].split("\n\n").length;
        expect(count >= 3 && count <= 5, `${theme.slug} ${locale}`).toBe(true);
      }
    }
  });

  it("name a desk that exists", () => {
    expect(themes.filter((theme) => !deskSlugs.includes(theme.deskSlug))).toEqual([]);
  });
});

describe("directory", () => {
  it("lists the five desks with the numbers the city publishes", () => {
    expect(desks.map((desk) => `${desk.name.ja} ${desk.phone}`)).toEqual([
      "服務担当 0144-32-6159",
      "行革担当 0144-32-6169",
      "人事研修担当 0144-32-6182",
      "給与担当 0144-32-6183",
      "厚生担当 0144-32-6187",
    ]);
    expect(new Set(deskSlugs).size).toBe(desks.length);
  });

  it("has exactly one desk for what nobody else takes", () => {
    expect(desks.filter((desk) => desk.isFallback).map((desk) => desk.slug)).toEqual(["gyokaku"]);
  });

  it("has mailboxes under a reserved domain only, one for each desk", () => {
    expect(desks.filter((desk) => !/^[a-z-]+@tomakomai\.example$/.test(desk.mailbox))).toEqual([]);
    expect(new Set(desks.map((desk) => desk.mailbox)).size).toBe(desks.length);
  });

  it("proposes an existing desk for every theme and kind", () => {
    expect(routingRules.filter((rule) => !deskSlugs.includes(rule.deskSlug) || rule.note === "")).toEqual([]);
    for (const theme of themes) {
      for (const kind of ["IDEA", "PARTNERSHIP"] as const) {
        const rule = routingRules.find(
          (candidate) => candidate.themeSlug === theme.slug && (candidate.kind === null || candidate.kind === kind),
        );
        expect(rule?.deskSlug, `${theme.slug} ${kind}`).toBe(kind === "PARTNERSHIP" ? "gyokaku" : theme.deskSlug);
      }
    }
  });
});

describe("outcomes", () => {
  it("are the six, in order, and only the one that is not the city's must name who is responsible", () => {
    expect(outcomes.map((outcome) => outcome.key)).toEqual([
      "adopted",
      "partly",
      "already-done",
      "under-study",
      "difficult",
      "not-ours",
    ]);
    expect(outcomes.map((outcome) => outcome.position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(outcomes.filter((outcome) => outcome.needsReferral).map((outcome) => outcome.key)).toEqual(["not-ours"]);
  });
});

type Told = { review: ReviewState; handling: HandlingState; seen: ReviewState[]; publishedAt: number | null };

const decisionOf: Partial<Record<SubmissionStep["do"], Decision>> = {
  approve: "APPROVE",
  return: "RETURN",
  decline: "DECLINE",
  hide: "HIDE",
  restore: "RESTORE",
};

const actOf: Partial<Record<SubmissionStep["do"], HandlingAct>> = {
  assign: "assign",
  draft: "draft",
  sendBack: "sendBack",
  publishAnswer: "publish",
  passOn: "passOn",
  extend: "extend",
  notOurs: "notOurs",
  askAuthor: "ask",
};

/** Tells a story through the real state tables; an impossible step fails with its place. */
function tell(
  item: { key: string; at: number; email?: string; story: readonly (SubmissionStep | CommentStep)[] },
  kind: SubmissionKind | "COMMENT",
): Told {
  const told: Told = {
    review: kind === "COMMENT" ? "PENDING" : firstReviewState(kind),
    handling: "NEW",
    seen: [],
    publishedAt: null,
  };
  let last = item.at;
  let drafts = 0;
  let asked = 0;
  let isConfirmed = false;
  for (const step of item.story) {
    const place = `${item.key}: ${step.do} at ${step.at}`;
    expect(step.at, `${place} comes after what went before`).toBeLessThan(last);
    last = step.at;
    const decision = decisionOf[step.do];
    const act = actOf[step.do];
    if (decision) {
      const next = afterDecision(told.review, decision);
      expect(next, place).not.toBeNull();
      told.review = next ?? told.review;
      if (told.review === "PUBLISHED") told.publishedAt ??= step.at;
    } else if (act) {
      const next = afterAct(told, act);
      expect(next, place).not.toBeNull();
      told.handling = next ?? told.handling;
    } else if (step.do === "appeal") {
      expect(reversalIn(told.review), place).not.toBeNull();
    } else if (step.do === "report" || step.do === "keepReports") {
      expect(told.review, place).toBe("PUBLISHED");
    } else if (step.do === "trust") {
      const published = told.review === "PUBLISHED" ? 1 : 0;
      expect(canComeTrusted(kind) && trustProblem({ isReached: isConfirmed, published }) === null, place).toBe(true);
      expect(step.note.length, place).toBeLessThanOrEqual(trustNoteLimit);
    } else if (step.do === "revise") {
      expect(canRevise(kind, told.review), place).toBe(true);
      told.review = "PENDING";
    } else if (step.do === "withdraw") {
      expect(canWithdraw(kind, told.review), place).toBe(true);
      told.review = "WITHDRAWN";
    } else if (step.do === "confirmAddress") {
      expect(item.email, place).toBeDefined();
      isConfirmed = true;
    }
    if (step.do === "draft") drafts += 1;
    if (step.do === "publishAnswer" || step.do === "sendBack") drafts -= 1;
    expect(drafts === 0 || drafts === 1, `${place}: one draft at a time`).toBe(true);
    if (step.do === "askAuthor") asked += 1;
    if (step.do === "reply") asked -= 1;
    expect(asked === 0 || asked === 1, `${place}: one question at a time`).toBe(true);
    told.seen.push(told.review);
  }
  expect(last, `${item.key} does not end in the future`).toBeGreaterThanOrEqual(0);
  return told;
}

const proposals = sampleSubmissions.filter((sample) => sample.kind !== "INQUIRY");
const commentsOnProposals = proposals.flatMap((sample) => sample.comments);
const allComments: SampleComment[] = [...commentsOnProposals, ...sampleThemeComments];
const allReplies: SampleReply[] = allComments.flatMap((comment) => comment.replies);

describe("samples", () => {
  it("can all happen, step by step, by the rules of the platform", () => {
    const told = sampleSubmissions.map((sample) => tell(sample, sample.kind));
    expect(told.length).toBeGreaterThanOrEqual(24);
    // two proposals brought together are no story of one
    expect(new Set(told.map((end) => end.review))).toEqual(new Set(reviewStates.filter((state) => state !== "MERGED")));
    expect(new Set(told.map((end) => end.handling))).toEqual(new Set(handlingStates));
  });

  it("have comments only on what was public, and replies only to what was public", () => {
    const tellThread = (comment: SampleComment) => {
      const end = tell(comment, "COMMENT");
      for (const reply of comment.replies) {
        tell(reply, "COMMENT");
        expect(reply.at, reply.key).toBeLessThan(end.publishedAt ?? Number.NEGATIVE_INFINITY);
      }
      return end.review;
    };
    for (const sample of proposals) {
      const { publishedAt } = tell(sample, sample.kind);
      for (const comment of sample.comments) {
        expect(comment.at, comment.key).toBeLessThan(publishedAt ?? Number.NEGATIVE_INFINITY);
      }
    }
    const reviews = new Set(allComments.map(tellThread));
    expect(reviews).toEqual(new Set(["PENDING", "PUBLISHED", "RETURNED", "DECLINED", "WITHDRAWN"]));
    expect(sampleThemeComments.filter((comment) => comment.stance !== null)).toEqual([]);
    expect(new Set(commentsOnProposals.map((comment) => comment.stance))).toEqual(
      new Set(["FOR", "AGAINST", "UNSURE", null]),
    );
  });

  it("pass the checks of the forms people fill in, kept as they were typed", () => {
    const schemas = { IDEA: ideaSchema, PARTNERSHIP: partnershipSchema, INQUIRY: inquirySchema };
    for (const sample of sampleSubmissions) {
      const typed = Object.entries({ ...sample, consent: "on" }).filter(([, value]) => typeof value === "string");
      const withoutNumber = sample.kind === "PARTNERSHIP" && sample.corporateNumber === null;
      const posted = Object.fromEntries(withoutNumber ? [...typed, ["corporateNumber", "なし"]] : typed);
      const parsed = schemas[sample.kind].safeParse(posted);
      expect(parsed.error?.issues, sample.key).toBeUndefined();
      expect(parsed.data?.title, sample.key).toBe(sample.title);
    }
    for (const comment of [...allComments, ...allReplies]) {
      const stance = "stance" in comment ? (comment.stance ?? "") : "";
      const parsed = commentSchema.safeParse({
        body: comment.body,
        displayName: comment.displayName ?? "",
        email: comment.email ?? "",
        stance,
        consent: "on",
      });
      expect(parsed.error?.issues, comment.key).toBeUndefined();
      expect(parsed.data?.body, comment.key).toBe(comment.body);
    }
  });

  it("use each key once, and themes, questions, desks and outcomes that exist", () => {
    const keys = [...sampleSubmissions, ...allComments, ...allReplies].map((item) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const item of [...proposals, ...sampleThemeComments]) {
      const known = themes.some((theme) => theme.slug === item.themeSlug);
      const asked =
        item.questionKey === null ||
        questions.some((question) => question.themeSlug === item.themeSlug && question.key === item.questionKey);
      expect(known && asked, item.key).toBe(true);
    }
    for (const sample of sampleSubmissions) {
      if (sample.kind === "INQUIRY") expect(deskSlugs, sample.key).toContain(sample.deskSlug);
      for (const step of sample.story) {
        if (step.do === "assign" || step.do === "passOn") expect(deskSlugs, sample.key).toContain(step.deskSlug);
        if (step.do === "draft") {
          const outcome = outcomes.find((candidate) => candidate.key === step.outcomeKey);
          expect(Boolean(step.referral), sample.key).toBe(outcome?.needsReferral);
        }
      }
    }
    const used = sampleSubmissions
      .flatMap((sample) => sample.story)
      .flatMap((step) => (step.do === "draft" ? [step.outcomeKey] : []));
    expect(new Set(used)).toEqual(new Set(outcomes.map((outcome) => outcome.key)));
  });

  it("say in every answer that it is a sample, within the length of an answer", () => {
    for (const step of sampleSubmissions.flatMap((sample) => sample.story)) {
      if (step.do !== "draft") continue;
      expect(step.body).toContain("見本です。実際の市の考え方ではありません。");
      expect(step.body.length).toBeLessThanOrEqual(handlingLimits.answer);
    }
  });

  it("reach nobody: reserved mail domains and telephone numbers that are never assigned", () => {
    const texts = stringsIn({ sampleSubmissions, sampleThemeComments }, "samples");
    const addresses = texts.flatMap(({ value }) => value.match(/[\w.+-]+@[\w.-]+/g) ?? []);
    expect(addresses.length).toBeGreaterThan(15);
    expect(addresses.filter((address) => !/@(?:example\.com|[a-z-]+\.example)$/.test(address))).toEqual([]);
    const phones = texts.flatMap(({ value }) => value.match(/0\d{1,4}-\d{1,4}-\d{3,4}/g) ?? []);
    expect(phones.length).toBeGreaterThan(4);
    expect(phones.filter((phone) => !phone.startsWith("0144-00-"))).toEqual([]);
  });

  it("give organizations that are clearly samples, with a right check digit (省令第70号第2条) or no number", () => {
    const partnerships = sampleSubmissions.filter((sample) => sample.kind === "PARTNERSHIP");
    expect(partnerships.some((sample) => sample.corporateNumber === null)).toBe(true);
    for (const { organizationName, corporateNumber } of partnerships) {
      expect(organizationName).toContain("サンプル");
      if (corporateNumber === null) continue;
      const [check, ...digits] = Array.from(corporateNumber, Number);
      const sum = digits.reverse().reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 2), 0);
      expect(digits.length, organizationName).toBe(12);
      expect(check, organizationName).toBe(9 - (sum % 9));
    }
  });

  it("keep confidential notes out of everything else that is written", () => {
    for (const sample of sampleSubmissions) {
      if (sample.kind !== "PARTNERSHIP" || !sample.confidentialNote) continue;
      const { confidentialNote, ...rest } = sample;
      for (const sentence of sentencesOf(confidentialNote)) {
        expect(
          stringsIn(rest, sample.key).filter(({ value }) => value.includes(sentence)),
          sample.key,
        ).toEqual([]);
      }
    }
  });

  it("hold the characters that get lost on the way elsewhere", () => {
    const all = stringsIn({ sampleSubmissions, sampleThemeComments }, "samples")
      .map(({ value }) => value)
      .join("");
    for (const text of ["髙", "﨑", "𠮷", "\u{E0100}", "か\u3099", "😢", "\uFF11と1"]) expect(all).toContain(text);
  });

  it("come in all three languages and mostly from the two featured themes", () => {
    expect(new Set(sampleSubmissions.map((sample) => sample.locale))).toEqual(new Set(locales));
    const featured = proposals.filter((sample) =>
      themes.some((theme) => theme.isFeatured && theme.slug === sample.themeSlug),
    );
    expect(featured.length / proposals.length).toBeGreaterThan(0.6);
  });
});
