import { randomUUID } from "node:crypto";
import { recordAudit } from "#app/domain/audit/record-audit.server.ts";
import type { CommandContext } from "#app/domain/shared/command-context.ts";
import { forbidden } from "#app/domain/shared/domain-error.ts";
import { inTransaction } from "#app/domain/shared/in-transaction.server.ts";
import type { LocalizedText } from "#app/domain/shared/localized-text.ts";

export type DirectoryContent = readonly {
  key: string;
  name: LocalizedText;
  sections: readonly {
    key: string;
    name: LocalizedText;
    desks: readonly {
      slug: string;
      name: LocalizedText;
      duty: LocalizedText;
      phone: string;
      mailbox: string | null;
      hours: LocalizedText;
      isFallback: boolean;
    }[];
  }[];
}[];

/** Loads departments, sections and desks into an empty directory. @returns ids of the desks by slug, or null if there was a directory. */
export async function loadDirectory(
  context: CommandContext,
  departments: DirectoryContent,
): Promise<Map<string, string> | null> {
  return inTransaction(context, async (ctx) => {
    if (ctx.actor.kind !== "system") throw forbidden();
    if ((await ctx.tx.department.count()) > 0) return null;
    const desks = new Map<string, string>();
    for (const [departmentPosition, department] of departments.entries()) {
      const departmentId = randomUUID();
      await ctx.tx.department.create({
        data: { id: departmentId, key: department.key, name: department.name, position: departmentPosition },
      });
      for (const [sectionPosition, section] of department.sections.entries()) {
        const sectionId = randomUUID();
        await ctx.tx.section.create({
          data: { id: sectionId, departmentId, key: section.key, name: section.name, position: sectionPosition },
        });
        for (const [position, desk] of section.desks.entries()) {
          const id = randomUUID();
          desks.set(desk.slug, id);
          await ctx.tx.desk.create({ data: { id, sectionId, position, ...desk } });
        }
      }
    }
    await recordAudit(ctx, {
      action: "load-directory",
      subject: { type: "desk", id: "all" },
      detail: { desks: desks.size },
    });
    return desks;
  });
}
