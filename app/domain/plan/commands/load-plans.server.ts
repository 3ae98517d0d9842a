import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { dateColumn } from "#app/domain/shared/date-column.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";
import type { ThemeIllustration } from "../illustrations.ts";

export type PlanContent = {
  key: string;
  title: LocalizedText;
  summary: LocalizedText;
  /** ISO dates, both inclusive. */
  startsOn: string;
  endsOn: string | null;
  successorKey: string | null;
  participation: "OPEN" | "CLOSED";
  versions: readonly { key: string; label: LocalizedText; publishedOn: string | null; note: LocalizedText }[];
  documents: readonly { versionKey: string; title: LocalizedText; url: string | null; note: LocalizedText }[];
};

export type ThemeContent = {
  slug: string;
  numeral: string;
  position: number;
  title: LocalizedText;
  lead: LocalizedText;
  body: LocalizedText;
  illustration: ThemeIllustration;
  isFeatured: boolean;
  deskId: string;
  questions: readonly { key: string; text: LocalizedText }[];
};

/**
 * Loads plans (oldest first) and the themes of one of them where there is no plan yet.
 *
 * @returns ids of the themes by slug, or null if there were plans.
 */
export async function loadPlans(
  context: CommandContext,
  content: { plans: readonly PlanContent[]; themes: readonly ThemeContent[]; themesPlanKey: string },
): Promise<Map<string, string> | null> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    if ((await ctx.tx.plan.count()) > 0) return null;
    const planIds = new Map(content.plans.map((plan) => [plan.key, randomUUID()]));
    const planId = (key: string) => {
      const id = planIds.get(key);
      if (!id) throw new Error(`no plan ${key}`);
      return id;
    };
    // successors last, so that the one a plan points to exists
    for (const [index, plan] of [...content.plans.entries()].reverse()) {
      await ctx.tx.plan.create({
        data: {
          id: planId(plan.key),
          key: plan.key,
          title: plan.title,
          summary: plan.summary,
          startsOn: dateColumn(plan.startsOn),
          endsOn: dateColumn(plan.endsOn),
          position: index,
          participation: plan.participation,
          successorId: plan.successorKey ? planId(plan.successorKey) : null,
        },
      });
      for (const [position, version] of plan.versions.entries()) {
        const id = randomUUID();
        await ctx.tx.planVersion.create({
          data: {
            id,
            planId: planId(plan.key),
            key: version.key,
            label: version.label,
            note: version.note,
            publishedOn: dateColumn(version.publishedOn),
            position,
          },
        });
        for (const [place, document] of plan.documents.filter((one) => one.versionKey === version.key).entries()) {
          const { title, url, note } = document;
          await ctx.tx.planDocument.create({
            data: { id: randomUUID(), planVersionId: id, title, url, note, position: place },
          });
        }
      }
    }
    const themes = new Map<string, string>();
    for (const { questions, ...theme } of content.themes) {
      const id = randomUUID();
      themes.set(theme.slug, id);
      await ctx.tx.theme.create({ data: { id, planId: planId(content.themesPlanKey), ...theme } });
      for (const [position, question] of questions.entries()) {
        await ctx.tx.question.create({ data: { id: randomUUID(), themeId: id, position, ...question } });
      }
    }
    await recordAudit(ctx, {
      action: "load-plans",
      subject: { type: "plan", id: "all" },
      detail: { plans: content.plans.length, themes: themes.size },
    });
    return themes;
  });
}
