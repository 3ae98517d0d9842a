import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { submitComment } from "#app/domain/comment/commands/submit-comment.server.ts";
import { searchPublished } from "#app/domain/search/queries/search-published.server.ts";
import { type Actor, anonymous } from "#app/domain/shared/actor.ts";
import { isDomainError } from "#app/domain/shared/domain-error.ts";
import { readSearch } from "#app/domain/shared/search-query.ts";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitInquiry } from "#app/domain/submission/commands/submit-inquiry.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import {
  authorOf,
  bringCommentTo,
  bringSubmissionTo,
  commentInput,
  contextOf,
  ideaInput,
  inquiryInput,
  makeDesk,
  makeTheme,
  partnershipInput,
  publishedIdea,
  staffActor,
  testNow,
} from "#tests/support/submissions.ts";
import { proposalListQuery, proposalSorts } from "./proposal-list.ts";
import { getHomePage } from "./queries/get-home-page.server.ts";
import { getProposalPage } from "./queries/get-proposal-page.server.ts";
import { getThemePage } from "./queries/get-theme-page.server.ts";
import { listProposals, listThemeProposals } from "./queries/list-proposals.server.ts";
import { listSitePages } from "./queries/list-site-pages.server.ts";

const secret = "ひみつの合図";

/** Everything the public side can show to a viewer, as one text; what is not there adds nothing. */
async function everythingShown(viewer: Actor, numbers: readonly string[]): Promise<string> {
  const query = readSearch(secret);
  if (!query) throw new Error("nothing to look for");
  const surfaces: unknown[] = [
    await getHomePage(viewer, "ja"),
    await getThemePage(viewer, "collaboration", "ja", {}),
    await listSitePages(viewer, 1_000),
    await searchPublished(viewer, query, "ja"),
    ...(await Promise.all(proposalSorts.map((sort) => listProposals(viewer, proposalListQuery.parse({ sort }), "ja")))),
    await listThemeProposals(viewer, "collaboration", proposalListQuery.parse({}), "ja"),
  ];
  for (const number of numbers) {
    const page = await getProposalPage(viewer, { number, now: testNow, comments: {} }, "ja").catch((error: unknown) => {
      if (isDomainError(error) && error.code === "NOT_FOUND") return null;
      throw error;
    });
    surfaces.push(page);
  }
  const numberSearches = await Promise.all(
    numbers.map((number) => {
      const asked = readSearch(number);
      return asked && searchPublished(viewer, asked, "ja");
    }),
  );
  return JSON.stringify([surfaces, numberSearches]);
}

const viewers: [string, (own: { id: string }) => Actor][] = [
  ["anybody", () => anonymous],
  ["its author", (own) => authorOf(own)],
  ["an administrator", () => staffActor("ADMIN")],
  ["a moderator", () => staffActor("MODERATOR")],
  ["a viewer", () => staffActor("VIEWER")],
];

describe("the public pages", () => {
  useDatabase();

  describe.each(["PENDING", "RETURNED", "DECLINED", "HIDDEN", "WITHDRAWN"] as const)("of what is %s", (state) => {
    it.each(viewers)("show nothing of a proposal to %s", async (_name, viewer) => {
      await makeTheme();
      const own = await submitIdea(
        contextOf(),
        ideaInput({ title: `${secret}の題`, body: `${secret}の文`, displayName: secret, area: secret }),
      );
      await bringSubmissionTo(own.id, state);
      await db().submission.update({ where: { id: own.id }, data: { answeredAt: testNow, commentCount: 9 } });
      const shown = await everythingShown(viewer(own), [own.number]);
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain(own.number);
    });

    it("show nothing of a comment", async () => {
      await makeTheme();
      const proposal = await publishedIdea();
      const onProposal = await submitComment(
        contextOf(),
        commentInput({ on: { number: proposal.number }, body: secret, displayName: secret }),
      );
      const onTheme = await submitComment(contextOf(), commentInput({ body: secret, displayName: secret }));
      await bringCommentTo(onProposal.id, state);
      await bringCommentTo(onTheme.id, state);
      for (const viewer of [anonymous, authorOf(onTheme, "comment"), staffActor("MODERATOR")]) {
        expect(await everythingShown(viewer, [proposal.number])).not.toContain(secret);
      }
    });

    it("show no reply under a comment", async () => {
      await makeTheme();
      const comment = await submitComment(contextOf(), commentInput());
      await bringCommentTo(comment.id, "PUBLISHED");
      const reply = await submitComment(contextOf(), commentInput({ parent: comment.id, body: secret }));
      await bringCommentTo(reply.id, "PUBLISHED");
      expect(await everythingShown(anonymous, [])).toContain(secret);
      if (state === "HIDDEN" || state === "WITHDRAWN") {
        await db().comment.update({ where: { id: comment.id }, data: { review: state } });
      } else {
        await db().comment.update({ where: { id: reply.id }, data: { review: state } });
      }
      expect(await everythingShown(anonymous, [])).not.toContain(secret);
    });
  });

  it.each(viewers)("show of what was merged into another its number alone, to %s", async (_name, viewer) => {
    await makeTheme();
    const other = await publishedIdea();
    const own = await submitIdea(contextOf(), ideaInput({ title: secret, body: secret, displayName: secret }));
    await bringSubmissionTo(own.id, "MERGED");
    expect(await db().submission.findUniqueOrThrow({ where: { id: own.id } })).toMatchObject({
      mergedIntoId: other.id,
    });
    expect(await everythingShown(viewer(own), [own.number])).not.toContain(own.number);
    const shown = await everythingShown(viewer(own), [other.number]);
    expect(shown).toContain(own.number);
    expect(shown).not.toContain(secret);
  });

  it.each(viewers)("show nothing of an inquiry to %s, whatever its columns say", async (_name, viewer) => {
    await makeTheme();
    await makeDesk();
    const own = await submitInquiry(contextOf(), inquiryInput({ title: secret, body: secret }));
    const theme = await db().theme.findFirstOrThrow();
    await db().submission.update({
      where: { id: own.id },
      data: {
        review: "PUBLISHED",
        publishedAt: testNow,
        themeId: theme.id,
        searchText: secret,
        searchTokens: ["ひみ", "みつ", "つの", "の合", "合図"],
      },
    });
    const shown = await everythingShown(viewer(own), [own.number]);
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(own.number);
  });

  it.each(viewers)("show of a published partnership to %s only its public columns", async (_name, viewer) => {
    await makeTheme();
    const own = await submitPartnership(
      contextOf(),
      partnershipInput({
        contactPerson: secret,
        cooperation: secret,
        request: secret,
        confidentialNote: secret,
        email: "himitsu@example.com",
        phone: "0144-99-0000",
        corporateNumber: "2120901007402",
      }),
    );
    await bringSubmissionTo(own.id, "PUBLISHED");
    const shown = await everythingShown(viewer(own), [own.number]);
    expect(shown).toContain("窓口までの送迎");
    expect(shown).not.toContain(secret);
    for (const hidden of ["himitsu@example.com", "0144-99-0000", "2120901007402", "trackingKeyHash", own.trackingKey])
      expect(shown).not.toContain(hidden);
  });

  it("show no draft, no note to the author and no words between city and author", async () => {
    const { deskId } = await makeTheme();
    await db().outcome.create({ data: { key: "adopted", position: 1, label: names("反映"), meaning: names("意味") } });
    const { id, number } = await publishedIdea();
    const answer = {
      submissionId: id,
      deskId,
      outcomeKey: "adopted",
      origin: "SCREEN",
      draftedByLabel: secret,
    } as const;
    await db().answer.createMany({
      data: (["DRAFT", "SENT_BACK", "SUPERSEDED"] as const).map((state, index) => ({
        ...answer,
        id: randomUUID(),
        answerVersion: index + 1,
        body: secret,
        state,
        draftedAt: testNow,
        sendBackNote: secret,
      })),
    });
    await db().timelineEntry.createMany({
      data: [
        { id: randomUUID(), submissionId: id, at: testNow, event: "ASKED", audience: "AUTHOR", note: secret },
        { id: randomUUID(), submissionId: id, at: testNow, event: "PUBLISHED", audience: "PUBLIC", note: secret },
        { id: randomUUID(), submissionId: id, at: testNow, event: "PASSED_ON", audience: "PUBLIC", note: secret },
      ],
    });
    await db().internalNote.create({
      data: { id: randomUUID(), submissionId: id, authorLabel: secret, body: secret, createdAt: testNow },
    });
    for (const [, viewer] of viewers) {
      const shown = await everythingShown(viewer({ id }), [number]);
      expect(shown).not.toContain(secret);
      expect(shown).not.toContain("ASKED");
    }
  });
});

const names = (text: string) => ({ ja: text, easy: text, en: text });
