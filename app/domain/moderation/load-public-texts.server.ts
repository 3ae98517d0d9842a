import type { Transaction } from "#app/domain/shared/command-context.ts";
import type { ItemRef } from "#app/domain/shared/item-column.ts";
import type { PublicTexts } from "./redaction.ts";

/** The public texts of an item that the caller may see. */
export async function loadPublicTexts(client: Transaction, { type, id }: ItemRef): Promise<PublicTexts> {
  if (type === "comment") {
    return client.comment.findUniqueOrThrow({ where: { id }, select: { body: true, displayName: true } });
  }
  return client.submission.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      body: true,
      expectedEffect: true,
      area: true,
      displayName: true,
      organizationName: true,
    },
  });
}
