import type { ItemRef } from "#app/domain/shared/item-column.ts";
import { findPersonalData } from "#app/domain/shared/personal-data.ts";
import { referenceData } from "#app/platform/database/reference-data.server.ts";
import type { PublicFieldName } from "./redaction.ts";
import type { PublicField } from "./review-page.ts";

/** The author's texts that become public, in the order in which they are read. */
const names: Record<ItemRef["type"], readonly PublicFieldName[]> = {
  submission: ["title", "body", "expectedEffect", "area", "displayName", "organizationName"],
  comment: ["body", "displayName"],
};

/** The texts of a row that become public, without those left empty. */
export function fieldsOf(
  type: ItemRef["type"],
  row: Partial<Record<PublicFieldName, string | null>>,
): { name: PublicFieldName; text: string }[] {
  return names[type].flatMap((name) => {
    const text = row[name];
    return text ? [{ name, text }] : [];
  });
}

/** The texts with what looks like personal data in them. */
export function withFindings(
  fields: { name: PublicFieldName; text: string }[],
  allowedPhones: string[],
): PublicField[] {
  return fields.map((field) => ({ ...field, findings: findPersonalData(field.text, { allowedPhones }) }));
}

/** The telephone numbers of the city's desks, which are nobody's personal data. */
export async function publishedPhones(): Promise<string[]> {
  const desks = await referenceData().desk.findMany({ select: { phone: true } });
  return desks.map(({ phone }) => phone);
}
