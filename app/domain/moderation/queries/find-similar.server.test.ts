import { describe, expect, it } from "vitest";
import { submitIdea } from "#app/domain/submission/commands/submit-idea.server.ts";
import { submitPartnership } from "#app/domain/submission/commands/submit-partnership.server.ts";
import { db } from "#app/platform/database/client.server.ts";
import { useDatabase } from "#tests/support/database.ts";
import { staff } from "#tests/support/factories/review-rows.ts";
import {
  bringSubmissionTo,
  contextOf,
  ideaInput,
  makeTheme,
  partnershipInput,
  publishedIdea,
} from "#tests/support/submissions.ts";
import { phrasesOf } from "../similar-text.ts";
import { findSimilar } from "./find-similar.server.ts";

describe("the phrases of a text", () => {
  it("are what it is about, the longest first, without the kana that joins them", () => {
    expect(phrasesOf("町内会の回覧板をスマートフォンで読みたい", "電子の回覧板がほしいです。")).toEqual([
      "スマート",
      "町内会",
      "回覧板",
      "フォン",
      "電子",
    ]);
    expect(phrasesOf("あ", "いろはにほへと。")).toEqual([]);
    expect(phrasesOf("市".repeat(100), "道路".repeat(300)).length).toBeLessThanOrEqual(10);
  });
});

describe("what a proposal might be a second copy of", () => {
  useDatabase();
  const moderator = staff("MODERATOR");

  /** As many proposals as the statistics need to call their words common: what everybody writes, and one word of their own. */
  async function makeCrowd(like: string): Promise<void> {
    await db().$executeRaw`
      INSERT INTO "Submission" (id, number, kind, locale, review, "themeId", title, body, "searchTokens", "trackingKeyHash", "idempotencyHash", "receivedAt", "changedAt")
      SELECT gen_random_uuid(), 'R2-' || place, kind, locale, 'PUBLISHED', "themeId", 'みんなの提案', body,
             ARRAY(SELECT unnest("searchTokens") EXCEPT SELECT unnest(ARRAY['点字', '字案', '案内'])), 'crowd-' || place, 'crowd-' || place, now(), now()
        FROM "Submission", generate_series(1, 600) AS place WHERE id = ${like}::uuid`;
    await db().$executeRaw`ANALYZE "Submission"`;
  }

  it("is what is written about the same, in review or public, the most alike first, and no other kind", async () => {
    await makeTheme();
    const alike = await publishedIdea({
      title: "町内会の回覧板を電子化してほしい",
      body: "町内会の回覧板を、スマートフォンでも読めるようにしてほしいです。紙の回覧板は遅れて届きます。",
    });
    const less = await submitIdea(
      contextOf(),
      ideaInput({ title: "回覧板をなくす", body: "回覧板を回すのが大変です。町内会の当番も減らしたい。" }),
    );
    await publishedIdea({ title: "公園の草刈り", body: "草刈りの日を決めてほしい。" });
    const declined = await submitIdea(contextOf(), ideaInput({ title: "町内会の回覧板を電子化してほしい" }));
    await bringSubmissionTo(declined.id, "DECLINED");
    await submitPartnership(
      contextOf(),
      partnershipInput({ title: "町内会の回覧板の電子化", body: "回覧板を電子化します。" }),
    );
    const own = await submitIdea(
      contextOf(),
      ideaInput({
        title: "回覧板の電子化",
        body: "町内会の回覧板をスマートフォンで読みたい。紙の回覧板は遅れて届くことがあります。",
      }),
    );
    expect(await findSimilar(staff("MODERATOR"), own.id)).toMatchObject([
      { number: alike.number, title: "町内会の回覧板を電子化してほしい", review: "PUBLISHED" },
      { number: less.number, review: "PENDING" },
    ]);
  });

  it("is found by the rare words, also where a crowd writes the common ones", async () => {
    await makeTheme();
    const body = "除雪の予算と職員の時間を、町内会の集会所と図書館の窓口の点字案内に使ってほしい。";
    const alike = await publishedIdea({ title: "駅の点字案内", body });
    await makeCrowd(alike.id);
    const own = await submitIdea(contextOf(), ideaInput({ title: "駅に点字案内を", body }));
    const [first] = await findSimilar(moderator, own.id);
    expect(first).toMatchObject({ number: alike.number });
  });

  it("is nothing for a text that says nothing, and is not told to those who decide nothing", async () => {
    await makeTheme();
    const own = await submitIdea(contextOf(), ideaInput({ title: "あ", body: "いろは" }));
    expect(await findSimilar(staff("ADMIN"), own.id)).toEqual([]);
    await expect(findSimilar(staff("VIEWER"), own.id)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(findSimilar(staff("ADMIN"), crypto.randomUUID())).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
