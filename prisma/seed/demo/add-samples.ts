import type { CommandContext, TxContext } from "#app/domain/shared/command-context.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import { sampleSubmissions, sampleThemeComments } from "../content/samples.ts";
import { lockSamples, samplesTimeout } from "./lock-samples.ts";
import type { Cast, Moment, Stage } from "./moment.ts";
import { castSamples } from "./sample-staff.ts";
import { tellComment } from "./tell-comment.ts";
import { tellSubmission } from "./tell-submission.ts";

export type AddedSamples = { cast: Cast; submissions: number; comments: number };

const day = 24 * 60 * 60 * 1000;

/**
 * Adds the samples: the real commands, by the sample accounts, in the order in which everything would have happened, each at its own time
 * before `context.now`. All or nothing, so an interrupted run leaves nothing behind. Where there are samples already only the accounts are
 * looked after, and the counts are 0.
 *
 * Meanwhile receipt numbers are held: what somebody sends in these seconds is received right after.
 *
 * @throws Error naming the sample and step that the plan, directory or settings of this city do not allow
 */
export async function addSamples(context: CommandContext): Promise<AddedSamples> {
  return inTransaction(
    context,
    async (ctx) => {
      await lockSamples(ctx);
      const moments = allMoments();
      const deskId = await named("desk", ctx.tx.desk.findMany({ select: { id: true, slug: true } }));
      const oldest = moments[0]?.at ?? 0;
      const cast = await castSamples(atMoment(ctx, oldest + 1), deskId);
      if ((await ctx.tx.submission.findFirst({ where: { isSample: true }, select: { id: true } })) !== null) {
        return { cast, submissions: 0, comments: 0 };
      }
      const questions = ctx.tx.question.findMany({ select: { id: true, key: true } });
      const questionId = await named(
        "question",
        questions.then((rows) => rows.map(({ id, key }) => ({ id, slug: key }))),
      );
      for (const moment of moments) await live(moment, ctx, { cast, deskId, questionId });
      return {
        cast,
        submissions: await ctx.tx.submission.count({ where: { isSample: true } }),
        comments: await ctx.tx.comment.count({ where: { isSample: true } }),
      };
    },
    { timeout: samplesTimeout },
  );
}

/** All stories together, in order of time; what happens at the same moment stays in the order of its story. */
function allMoments(): Moment[] {
  const moments = [
    ...sampleSubmissions.flatMap(tellSubmission),
    ...sampleThemeComments.flatMap((comment) =>
      tellComment(comment, () => ({ themeSlug: comment.themeSlug }), comment.questionKey),
    ),
  ];
  return moments.sort((left, right) => right.at - left.at);
}

async function live(moment: Moment, context: TxContext, known: Omit<Stage, "as">): Promise<void> {
  const then = atMoment(context, moment.at);
  try {
    await moment.act({ ...known, as: (actor, locale = "ja") => ({ ...then, actor, locale }) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`見本を追加できません / cannot add the sample ${moment.what}: ${reason}`, { cause: error });
  }
}

function atMoment(context: TxContext, daysAgo: number): TxContext {
  return { ...context, now: new Date(context.now.getTime() - daysAgo * day) };
}

/** Finds ids by the names the samples use. */
async function named(
  what: string,
  rows: Promise<readonly { id: string; slug: string }[]>,
): Promise<(slug: string) => string> {
  const ids = new Map((await rows).map(({ id, slug }) => [slug, id]));
  return (slug) => {
    const id = ids.get(slug);
    if (id === undefined) throw new Error(`there is no ${what} ${slug}`);
    return id;
  };
}
